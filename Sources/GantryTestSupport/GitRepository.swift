import ChildProcess
import Glibc

/// A repository made by the real git, which sees nothing of the user's or the system's configuration.
public final class GitRepository: Sendable {
  public let path: String
  private let git: String
  private let home: String

  /// Makes an empty repository with the branch `main`.
  public init(in directory: TemporaryDirectory, named name: String = "project") throws {
    home = directory.path
    path = try directory.makeDirectory(name)
    git = try Self.locateGit()
    try run(["init", "--quiet", "--initial-branch=main"])
  }

  /// Writes a file of the working tree, with the directories above it.
  public func write(_ name: String, _ text: String) throws {
    try write(name, Array(text.utf8))
  }

  /// Writes a file of the working tree, with the directories above it.
  public func write(_ name: String, _ bytes: [UInt8]) throws {
    var directory = path
    for component in name.split(separator: "/").dropLast() {
      directory += "/" + component
      if mkdir(directory, 0o755) != 0, errno != EEXIST { throw TestFailure("mkdir \(directory)", errno: errno) }
    }
    let file = path + "/" + name
    guard let stream = fopen(file, "we") else { throw TestFailure("opening \(file)", errno: errno) }
    let written = fwrite(bytes, 1, bytes.count, stream)
    guard fclose(stream) == 0, written == bytes.count else { throw TestFailure("writing \(file)", errno: errno) }
  }

  /// Commits the whole working tree.
  /// - Returns: the commit's object id.
  @discardableResult
  public func commit(_ message: String = "change") throws -> String {
    try run(["add", "--all"])
    try run(["commit", "--quiet", "--allow-empty", "--message", message])
    return try head()
  }

  /// The object id of `HEAD`.
  public func head() throws -> String { try run(["rev-parse", "HEAD"]) }

  /// Runs a git command in the repository.
  /// - Parameter environment: variables that differ from the usual ones.
  /// - Returns: its output without the newline at the end.
  @discardableResult
  public func run(_ arguments: [String], environment: [String: String] = [:]) throws -> String {
    let usual = [
      "HOME": home, "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "GIT_CONFIG_GLOBAL": "/dev/null",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_AUTHOR_NAME": "Test",
      "GIT_AUTHOR_EMAIL": "test@example.invalid", "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
      "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.invalid",
      "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    ]
    let command = ChildCommand(
      git, arguments, environment: usual.merging(environment) { $1 }, workingDirectory: path)
    let output = try command.run()
    guard output.status.isSuccess else {
      let tail = String(decoding: output.stderrTail, as: UTF8.self)
      throw TestFailure("git \(arguments.joined(separator: " ")) \(output.status):\n\(tail)")
    }
    var text = String(decoding: output.output, as: UTF8.self)
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  private static func locateGit() throws(TestFailure) -> String {
    for directory in ["/usr/local/bin", "/usr/bin", "/bin"] where access(directory + "/git", X_OK) == 0 {
      return directory + "/git"
    }
    throw TestFailure("There is no git in /usr/local/bin, /usr/bin or /bin.")
  }
}
