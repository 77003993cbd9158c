import Projects

/// A tree that exists in memory only.
struct FakeTree: SourceTree {
  struct Vanished: Error {}

  var headOID: String? { nil }
  var branch: String? { "main" }
  private var files: [String: [UInt8]]
  private let executables: Set<String>
  /// Files that are listed but cannot be read.
  var vanished: Set<String> = []

  init(_ files: [String: String], executables: Set<String> = []) {
    self.files = files.mapValues { Array($0.utf8) }
    self.executables = executables
  }

  mutating func add(_ path: String, bytes: [UInt8]) { files[path] = bytes }

  func entries() -> [TreeEntry] {
    files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
      TreeEntry(path: $0.key, size: Int64($0.value.count), isExecutable: executables.contains($0.key))
    }
  }

  func read(_ entry: TreeEntry, limit: Int) throws -> [UInt8] {
    guard let bytes = files[entry.path], !vanished.contains(entry.path) else { throw Vanished() }
    return Array(bytes.prefix(limit))
  }
}

extension SkillsReport {
  func language(_ name: String) -> Skill? { languages.first { $0.name == name } }
  func technology(_ name: String) -> Skill? { technologies.first { $0.name == name } }
}

func detect(_ files: [String: String], executables: Set<String> = []) throws -> SkillsReport {
  try SkillsDetector.detect(in: FakeTree(files, executables: executables))
}
