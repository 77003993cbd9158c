/// Finds the tasks of one version of a plan again in the next.
///
/// A task is the same as before when, in this order,
/// 1. text and section are the same; then text without its number and section: **renumbered**;
/// 2. the text is the same in another section; then without its number: **moved**, or its section renamed;
/// 3. it has the same id, which no other task of either version has, and a text at least `0.3` alike: **renamed**;
/// 4. its text is at least `0.6` alike, the most alike first, in the same section before others: **renamed**.
///
/// Of tasks that are the same in all that counts, the first is the first, the second the second: copies keep their order.
struct TaskMatcher {
  private let table: TaskTable
  /// Comparisons of texts that may still be made.
  private(set) var comparisons: Int

  private static let likenessWithID = 0.3
  private static let likeness = 0.6

  init(_ table: TaskTable, comparisons: Int) {
    self.table = table
    self.comparisons = comparisons
  }

  /// For each new task, the index of the old one that it was; nil for one that was not there.
  mutating func match(_ old: [TaskKey], _ new: [TaskKey]) -> [Int?] {
    if old.count == new.count, zip(old, new).allSatisfy({ $0.text == $1.text && $0.section == $1.section }) {
      return Array(old.indices)
    }
    var matches = [Int?](repeating: nil, count: new.count)
    var isTaken = [Bool](repeating: false, count: old.count)
    pair(old, new, &matches, &isTaken) { Key($0.full, $0.section) }
    pair(old, new, &matches, &isTaken) { Key($0.bare, $0.section) }
    pair(old, new, &matches, &isTaken) { Key($0.full, 0) }
    pair(old, new, &matches, &isTaken) { Key($0.bare, 0) }
    let left = old.indices.filter { !isTaken[$0] }
    let right = new.indices.filter { matches[$0] == nil }
    guard !left.isEmpty, !right.isEmpty else { return matches }
    pairByID(old, new, left, right, &matches, &isTaken)
    pairAlike(
      old, new, left.filter { !isTaken[$0] }, right.filter { matches[$0] == nil }, &matches)
    return matches
  }

  private struct Key: Hashable {
    let first: Int
    let second: Int

    init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }
  }

  private func pair(
    _ old: [TaskKey], _ new: [TaskKey], _ matches: inout [Int?], _ isTaken: inout [Bool], by key: (TaskKey) -> Key
  ) {
    var waiting: [Key: [Int]] = [:]
    // From the end, so that the first is taken off last-in-first-out.
    for index in new.indices.reversed() where matches[index] == nil {
      waiting[key(new[index]), default: []].append(index)
    }
    guard !waiting.isEmpty else { return }
    for index in old.indices where !isTaken[index] {
      guard let found = waiting[key(old[index])]?.popLast() else { continue }
      matches[found] = index
      isTaken[index] = true
    }
  }

  private mutating func pairByID(
    _ old: [TaskKey], _ new: [TaskKey], _ left: [Int], _ right: [Int], _ matches: inout [Int?], _ isTaken: inout [Bool]
  ) {
    let before = Self.uniqueIDs(old)
    let after = Self.uniqueIDs(new)
    let open = Set(left)
    for index in right where comparisons > 0 {
      let id = new[index].id
      guard id >= 0, after[id] == index, let known = before[id], open.contains(known) else { continue }
      comparisons -= 1
      if table.likeness(old[known].bare, new[index].bare) >= Self.likenessWithID {
        matches[index] = known
        isTaken[known] = true
      }
    }
  }

  /// Where each id stands that only one task has.
  private static func uniqueIDs(_ tasks: [TaskKey]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for (index, task) in tasks.enumerated() where task.id >= 0 {
      places[task.id] = places[task.id] == nil ? index : -1
    }
    return places
  }

  private mutating func pairAlike(
    _ old: [TaskKey], _ new: [TaskKey], _ left: [Int], _ right: [Int], _ matches: inout [Int?]
  ) {
    var found: [(likeness: Double, isSameSection: Bool, old: Int, new: Int)] = []
    // A plan that was written anew has everything to compare with everything; what is over the budget counts as new.
    guard left.count * right.count <= comparisons else {
      comparisons = 0
      return
    }
    comparisons -= left.count * right.count
    for former in left {
      for present in right {
        let likeness = table.likeness(old[former].bare, new[present].bare)
        if likeness >= Self.likeness {
          found.append((likeness, old[former].section == new[present].section, former, present))
        }
      }
    }
    found.sort {
      if $0.isSameSection != $1.isSameSection { return $0.isSameSection }
      if $0.likeness != $1.likeness { return $0.likeness > $1.likeness }
      return ($0.old, $0.new) < ($1.old, $1.new)
    }
    var isTaken: Set<Int> = []
    for pair in found where matches[pair.new] == nil && !isTaken.contains(pair.old) {
      matches[pair.new] = pair.old
      isTaken.insert(pair.old)
    }
  }
}
