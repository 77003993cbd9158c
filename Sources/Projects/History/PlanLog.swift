import JobModel

/// Reads what `git log -z --raw` prints with `format`, one file at a time.
enum PlanLog {
  /// For `--format`: each commit's fields between two record separators. Names come last: a strange one harms nobody.
  static let format = "%x1e%H%x1f%P%x1f%at%x1f%ct%x1f%ae%x1f%an%x1e"

  private static let recordSeparator: UInt8 = 0x1E
  private static let unitSeparator: UInt8 = 0x1F

  /// The changes, in the order of the output; nil when it is malformed.
  static func changes(_ output: [UInt8]) -> [PlanChange]? {
    var changes: [PlanChange] = []
    var commit: (info: CommitInfo, parents: [String])?
    var tokens = output.split(separator: 0, omittingEmptySubsequences: true).makeIterator()
    while var token = tokens.next() {
      if token.first == recordSeparator {
        guard let parsed = header(token) else { return nil }
        commit = parsed
        continue
      }
      if token.first == UInt8(ascii: "\n") { token = token.dropFirst() }
      guard token.first == UInt8(ascii: ":"), let commit, let path = tokens.next() else { return nil }
      // ":<old mode> <new mode> <old id> <new id> <status>"
      let fields = token.dropFirst().split(separator: UInt8(ascii: " "))
      guard fields.count == 5, let status = fields[4].first else { return nil }
      var kind = PlanChange.Kind.modified
      var newPath = path
      switch status {
      case UInt8(ascii: "A"): kind = .added
      case UInt8(ascii: "D"): kind = .deleted
      case UInt8(ascii: "R"), UInt8(ascii: "C"):
        guard let renamed = tokens.next() else { return nil }
        newPath = renamed
        kind = status == UInt8(ascii: "R") ? .renamed(from: String(decoding: path, as: UTF8.self)) : .copied
      default: break
      }
      changes.append(
        PlanChange(
          commit: commit.info, parents: commit.parents, kind: kind, path: String(decoding: newPath, as: UTF8.self),
          oldBlob: blob(mode: fields[0], fields[2]), newBlob: blob(mode: fields[1], fields[3])))
    }
    return changes
  }

  private static func header(_ token: ArraySlice<UInt8>) -> (CommitInfo, [String])? {
    guard token.last == recordSeparator, token.count > 2 else { return nil }
    let fields = token.dropFirst().dropLast().split(
      separator: unitSeparator, maxSplits: 5, omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == 6, ObjectID.isValid(fields[0]), let authored = Int64(fields[2]),
      let committed = Int64(fields[3])
    else { return nil }
    let info = CommitInfo(
      oid: fields[0], author: capped(fields[5]), email: capped(fields[4]), authoredAt: time(authored),
      committedAt: time(committed))
    return (info, fields[1].split(separator: " ").map(String.init))
  }

  /// A commit may claim any second; the wire can only show the years 0 to 9999.
  private static func time(_ seconds: Int64) -> Timestamp {
    Timestamp(milliseconds: min(max(seconds, 0), 253_402_300_799) * 1000)
  }

  private static func capped(_ text: String) -> String {
    guard text.utf8.count > 256 else { return text }
    return String(decoding: text.utf8.prefix(256), as: UTF8.self).filter { $0 != "\u{FFFD}" }
  }

  /// Regular files only: a link is not followed, so it is no version of the plan.
  private static func blob(mode: ArraySlice<UInt8>, _ oid: ArraySlice<UInt8>) -> String? {
    guard mode.starts(with: "100".utf8) else { return nil }
    let oid = String(decoding: oid, as: UTF8.self)
    return ObjectID.isValid(oid) ? oid : nil
  }
}
