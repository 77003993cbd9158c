import ChildProcess
import Foundation
import JSON
import JobModel
import Testing

@testable import Projects

/// github-linguist as Debian packages it (`apt-get install ruby-github-linguist`), run beside our own count.
struct LinguistOracle {
  struct Language {
    var bytes: Int64
    var files: [String]
  }

  /// Set to 1 to run what needs the program; nothing else does.
  static let switchVariable = "GANTRY_LINGUIST"
  /// Directories of real repositories to compare besides those of the tests, separated by `:`.
  static let repositoriesVariable = "GANTRY_LINGUIST_REPOSITORIES"

  static var isWanted: Bool { ProcessInfo.processInfo.environment[switchVariable] == "1" }

  static var repositories: [String] {
    (ProcessInfo.processInfo.environment[repositoriesVariable] ?? "").split(separator: ":").map(String.init)
  }

  static let reason: Comment =
    "set GANTRY_LINGUIST=1 to compare with github-linguist (Debian: apt-get install ruby-github-linguist)"

  let languages: [String: Language]
  /// Wall-clock seconds the program took.
  let seconds: Double

  /// Asks for the languages of the commit that is checked out.
  init(repository: String) throws {
    let path = try #require(
      ExecutableSearch.find("github-linguist", in: ExecutableSearch.defaultPath),
      "github-linguist is not installed: apt-get install ruby-github-linguist")
    let start = Date()
    let output = try ChildCommand(
      path, [repository, "--breakdown", "--json"],
      environment: ["PATH": ExecutableSearch.defaultPath, "HOME": "/nonexistent", "LANG": "C.UTF-8"],
      workingDirectory: repository
    ).run(limits: OutputLimits(output: 64 << 20, stderrTail: 16 << 10))
    seconds = Date().timeIntervalSince(start)
    try #require(output.status.isSuccess, "\(String(decoding: output.stderrTail, as: UTF8.self))")
    var languages: [String: Language] = [:]
    let answer = try JSON.parse(output.output, limits: JSONLimits(maximumDepth: 8, maximumBytes: 64 << 20))
    for (name, figures) in try #require(answer.objectValue).members {
      languages[name] = Language(
        bytes: Int64(figures["size"]?.intValue ?? 0),
        files: (figures["files"]?.arrayValue ?? []).compactMap(\.stringValue))
    }
    self.languages = languages
  }

  /// Percent of all bytes.
  var shares: [String: Double] {
    let total = languages.values.reduce(0) { $0 + $1.bytes }
    return languages.mapValues { total > 0 ? Double($0.bytes) * 100 / Double(total) : 0 }
  }

  /// The languages whose shares lie more than a percentage point apart, with some of the files that do it.
  func differences(from report: SkillsReport, in tree: any SourceTree) throws -> [String] {
    let ours = Dictionary(uniqueKeysWithValues: report.languages.map { ($0.name, $0.share ?? 0) })
    let theirs = shares
    let apart = Set(ours.keys).union(theirs.keys).sorted().filter { abs((ours[$0] ?? 0) - (theirs[$0] ?? 0)) > 1 }
    guard !apart.isEmpty else { return [] }
    let files = try filesApart(in: tree)
    return apart.map { name in
      let listed = files.filter { $0.contains(name) }.prefix(12).joined(separator: "\n  ")
      return "\(name): \(ours[name] ?? 0) % here, \(theirs[name] ?? 0) % there\n  \(listed)"
    }
  }

  /// Files that, each counted alone, get another language: `path (bytes): ours, theirs`.
  func filesApart(in tree: any SourceTree) throws -> [String] {
    var theirs: [String: String] = [:]
    for (name, language) in languages { for file in language.files { theirs[file] = name } }
    let entries = try tree.entries()
    let attributes = entries.filter { $0.path.hasSuffix(".gitattributes") }
    return try entries.sorted { $0.size > $1.size }.compactMap { entry in
      let single = PartOfTree(tree: tree, listed: attributes + [entry])
      let name = try SkillsDetector.detect(in: single).languages.first?.name
      return name == theirs[entry.path]
        ? nil : "\(entry.path) (\(entry.size)): \(name ?? "none") here, \(theirs[entry.path] ?? "none") there"
    }
  }
}

/// Some files of another tree.
private struct PartOfTree: SourceTree {
  let tree: any SourceTree
  let listed: [TreeEntry]

  var headOID: String? { tree.headOID }
  var branch: String? { tree.branch }
  func entries() -> [TreeEntry] { listed }
  func read(_ entry: TreeEntry, limit: Int) throws -> [UInt8] { try tree.read(entry, limit: limit) }
}
