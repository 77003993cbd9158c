import ChildProcess
import GantryTestSupport
import Glibc
import JobModel

@testable import Projects

/// A directory of its own with a home, a state directory and room for repositories; nothing of the machine's or the
/// user's git configuration is seen. Gone with the last reference.
final class GitSandbox {
  let root: String
  var configuration: ProjectsConfiguration
  private let directory: TemporaryDirectory

  static let gitPath = ExecutableSearch.find("git", in: ExecutableSearch.defaultPath) ?? "/usr/bin/git"

  init() {
    directory = Self.must { try TemporaryDirectory() }
    root = directory.path
    configuration = ProjectsConfiguration(
      stateDirectory: root + "/state", gitTimeoutSeconds: 60, resolveTimeoutSeconds: 60,
      environment: ["PATH": ExecutableSearch.defaultPath, "HOME": root + "/home", "GIT_CEILING_DIRECTORIES": root])
    write("home/.gitconfig", "[user]\n name = A U Thor\n email = author@example.com\n[init]\n defaultBranch = main\n")
  }

  /// A sandbox that cannot be set up is no finding about the code under test.
  private static func must<T>(_ body: () throws -> T) -> T {
    do { return try body() } catch { fatalError("\(error)") }
  }

  /// The path of something in the sandbox.
  func path(_ name: String) -> String { directory.appending(name) }

  /// Writes a file, directories included, over whatever was there.
  func write(_ name: String, _ text: String) {
    _ = Self.must { try directory.write(name, text) }
  }

  /// True when a file in a directory or below it holds the text.
  func contains(_ text: String, below name: String) -> Bool {
    let status = Self.must {
      try ChildCommand(
        "/bin/grep", ["-rqaF", "--", text, path(name)], environment: [:]
      ).run(limits: OutputLimits()).status
    }
    return status.isSuccess
  }

  /// The text of a file.
  func text(_ name: String) -> String {
    guard let stream = fopen(path(name), "re") else { fatalError("\(name) cannot be opened") }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var byte = fgetc(stream)
    while byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
      byte = fgetc(stream)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a shell script, and returns its path.
  func script(_ name: String, _ text: String) -> String {
    Self.must { try directory.writeScript(name, text) }
  }

  func exists(_ name: String) -> Bool { access(path(name), F_OK) == 0 }

  /// Runs the user's git, as the user would, in a directory of the sandbox.
  @discardableResult
  func git(_ arguments: String..., in name: String, input: String? = nil) -> String {
    git(arguments, in: name, input: input)
  }

  @discardableResult
  func git(_ arguments: [String], in name: String, input: String? = nil) -> String {
    let command = ChildCommand(
      Self.gitPath, arguments,
      environment: [
        "PATH": ExecutableSearch.defaultPath, "HOME": root + "/home", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C",
        "GIT_ALLOW_PROTOCOL": "file", "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z",
        "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z",
      ], workingDirectory: path(name), input: input.map { .bytes(Array($0.utf8)) } ?? .null)
    do {
      let result = try command.run()
      precondition(
        result.status.isSuccess, "git \(arguments): \(String(decoding: result.stderrTail, as: UTF8.self))")
      let text = String(decoding: result.output, as: UTF8.self)
      return text.hasSuffix("\n") ? String(text.dropLast()) : text
    } catch { preconditionFailure("git \(arguments): \(error)") }
  }

  /// Makes a repository with one commit that holds `files`; without files, one with an unborn branch.
  func repository(_ name: String, _ files: [String: String] = [:], options: String...) {
    let above = name.split(separator: "/").dropLast().joined(separator: "/")
    if !above.isEmpty { mkdir(path(above), 0o755) }
    precondition(mkdir(path(name), 0o755) == 0, "\(name) exists")
    git(["init", "--quiet"] + options, in: name)
    if !files.isEmpty { commit(name, files) }
  }

  /// Writes files and commits everything.
  func commit(_ name: String, _ files: [String: String], message: String = "change") {
    for (file, text) in files { write("\(name)/\(file)", text) }
    git("add", "--all", in: name)
    git("commit", "--quiet", "--message", message, in: name)
  }

  func project(local name: String) -> Project {
    Project(
      id: ProjectID(high: 1, low: 2), source: path(name), kind: .local, name: name,
      createdAt: Timestamp(milliseconds: 0),
      updatedAt: Timestamp(milliseconds: 0))
  }

  func project(remote url: String) -> Project {
    Project(
      id: ProjectID(high: 3, low: 4), source: url, kind: .remote, name: "remote", createdAt: Timestamp(milliseconds: 0),
      updatedAt: Timestamp(milliseconds: 0))
  }

  /// Opens a project as a job does.
  func open(
    _ project: Project, fetching: @escaping (Double) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(JobError) -> OpenedSource {
    let opened = try SourceOpener(configuration, isCancelled: isCancelled)
      .open(project, isKnown: { _ in false }, fetching: fetching)
    guard let opened else { preconditionFailure("a source that nobody knows was taken for known") }
    return opened
  }
}

extension SourceTree {
  func paths() throws -> [String] { try entries().map(\.path) }

  /// The text of the file with this path; nil when there is none.
  func text(_ path: String, limit: Int = 1 << 20) throws -> String? {
    guard let entry = try entries().first(where: { $0.path == path }) else { return nil }
    return String(decoding: try read(entry, limit: limit), as: UTF8.self)
  }
}
