import GantryTestSupport
import JobModel

@testable import Projects

/// A repository whose commits are written down first and made all at once (`git fast-import`), with any author and date.
struct FakeHistory {
  /// Seconds since 1970 of the first of January 2026, from which days are counted.
  static let newYear: Int64 = 1_767_225_600

  private var stream = ""
  private var marks = 0

  /// The moment `days` after the first of January 2026.
  static func day(_ days: Double) -> Timestamp {
    Timestamp(milliseconds: newYear * 1000).advanced(bySeconds: days * 86400)
  }

  /// Adds a commit; its number is the result.
  ///
  /// - Parameters:
  ///   - day: when it was written; `committed` when it came to be, the same without.
  ///   - parent: nil for a root; `merging` another parent.
  ///   - files: new contents, nil to delete.
  ///   - renames: from old to new path.
  @discardableResult
  mutating func commit(
    _ branch: String = "main", day: Double, committed: Double? = nil, by author: String = "Ada",
    after parent: Int? = nil,
    merging: Int? = nil, files: [String: String?] = [:], renames: [String: String] = [:]
  ) -> Int {
    marks += 1
    let seconds = Self.newYear + Int64(day * 86400)
    let committedSeconds = Self.newYear + Int64((committed ?? day) * 86400)
    stream += "commit refs/heads/\(branch)\nmark :\(marks)\n"
    stream += "author \(author) <\(author.lowercased())@example.com> \(seconds) +0100\n"
    stream += "committer Robot <robot@example.com> \(committedSeconds) +0000\ndata 1\nx\n"
    if let parent { stream += "from :\(parent)\n" }
    if let merging { stream += "merge :\(merging)\n" }
    for (from, to) in renames { stream += "R \(from) \(to)\n" }
    for (path, content) in files {
      if let content {
        stream += "M 100644 inline \(path)\ndata \(content.utf8.count)\n\(content)\n"
      } else {
        stream += "D \(path)\n"
      }
    }
    stream += "\n"
    return marks
  }

  /// Makes the repository, or gives one that exists this history instead of its own.
  func make(_ name: String, in sandbox: GitSandbox, again: Bool = false) {
    if !again { sandbox.repository(name) }
    sandbox.git("fast-import", "--quiet", "--force", in: name, input: stream)
    sandbox.git("reset", "--quiet", "--hard", "main", in: name)
  }
}

/// A plan of tasks, each with or without a tick: `[x]a` and so on are written `"x a"`, `"  b"`.
func plan(_ lines: String...) -> String {
  lines.map { line in
    line.hasPrefix("#") ? "\n\(line)\n\n" : "- [\(line.first ?? " ")] \(line.dropFirst(2))\n"
  }.joined()
}
