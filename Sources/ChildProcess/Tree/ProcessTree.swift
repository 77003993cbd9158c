import Glibc

/// A child and everything it has started, wherever that went: its session and group, the children of its children, and
/// every process that was started with the marker of its command.
///
/// A descendant that leaves the session, is orphaned and takes the marker out of its environment, all before it was
/// seen once, is out of reach; that takes intent, not carelessness.
struct ProcessTree {
  private let root: pid_t
  /// Nobody of the tree is older.
  private let started: UInt64
  /// `NAME=value`, the line to look for in environments.
  private let marker: [UInt8]?
  /// Who was seen as a member stays one, also when its parents are gone.
  private var known: Set<ProcessRecord.Identity> = []

  /// - Parameters:
  ///   - root: a child that has not been reaped.
  ///   - marker: the line of its environment that is its own.
  init(root: pid_t, marker: String?) {
    self.root = root
    self.marker = marker.map { Array($0.utf8) }
    started = ProcessRecord(of: root)?.started ?? 0
  }

  /// Members that have not ended, the root among them.
  mutating func members() -> [ProcessRecord] {
    let all = ProcessRecord.all().filter { $0.started >= started && $0.pid != getpid() }
    return Self.closure(of: all.filter(isMember), in: all) { known.insert($0.identity) }
  }

  private func isMember(_ record: ProcessRecord) -> Bool {
    if record.pid == root || record.session == root || record.group == root { return true }
    if known.contains(record.identity) { return true }
    guard let marker else { return false }
    return record.hasEnvironment { $0.elementsEqual(marker) }
  }

  /// The living ones among `seeds` and their descendants.
  static func closure(
    of seeds: [ProcessRecord], in all: [ProcessRecord], note: (ProcessRecord) -> Void = { _ in }
  ) -> [ProcessRecord] {
    let children = Dictionary(grouping: all, by: \.parent)
    var members: Set<ProcessRecord> = []
    var front = seeds
    while let next = front.popLast() {
      guard members.insert(next).inserted else { continue }
      note(next)
      front += children[next.pid] ?? []
    }
    return members.filter { !$0.isZombie }
  }
}
