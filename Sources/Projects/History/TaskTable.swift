/// The texts of all versions of a plan, each once: from version to version, few of them are new.
final class TaskTable {
  private var numbers: [String: Int] = [:]
  private(set) var strings: [String] = []
  private var keys: [Int: (full: Int, bare: Int, id: Int)] = [:]
  private var pairs: [Int: [UInt16]] = [:]
  /// As they stand in the heading, by the number of the section.
  private(set) var sectionTitles: [Int: String] = [:]

  /// The number of a string.
  func number(_ string: String) -> Int {
    if let known = numbers[string] { return known }
    numbers[string] = strings.count
    strings.append(string)
    return strings.count - 1
  }

  /// The tasks of a document.
  func keys(of document: PlanDocument) -> [TaskKey] {
    var sections: [Int] = []
    for section in document.sections {
      let outer = section.parent.map { "\(strings[sections[$0]])/" } ?? ""
      let number = number(outer + TaskText(section.title).full)
      sections.append(number)
      sectionTitles[number] = section.title
    }
    return document.tasks.map { task in
      key(
        text: task.text, section: task.section.map { sections[$0] } ?? -1, line: task.line, isChecked: task.isChecked)
    }
  }

  func key(text: String, section: Int, line: Int, isChecked: Bool) -> TaskKey {
    let number = number(text)
    let parts: (full: Int, bare: Int, id: Int)
    if let known = keys[number] {
      parts = known
    } else {
      let read = TaskText(text)
      parts = (self.number(read.full), self.number(read.bare), read.id.map { self.number($0) } ?? -1)
      keys[number] = parts
    }
    return TaskKey(
      text: number, full: parts.full, bare: parts.bare, id: parts.id, section: section, line: line,
      isChecked: isChecked)
  }

  /// How alike two texts are, 0…1: Dice's coefficient over the pairs of neighbouring bytes, which needs no words and so
  /// works for any script.
  func likeness(_ left: Int, _ right: Int) -> Double {
    let (a, b) = (pairs(of: left), pairs(of: right))
    guard !a.isEmpty, !b.isEmpty else { return left == right ? 1 : 0 }
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        common += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(2 * common) / Double(a.count + b.count)
  }

  private func pairs(of number: Int) -> [UInt16] {
    if let known = pairs[number] { return known }
    let bytes = Array(strings[number].utf8)
    let made = zip(bytes, bytes.dropFirst()).map { UInt16($0) << 8 | UInt16($1) }.sorted()
    pairs[number] = made
    return made
  }
}
