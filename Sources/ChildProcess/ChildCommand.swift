/// A program to run: an argument vector, never a shell string, and everything it shall see.
public struct ChildCommand: Sendable {
  /// What a child reads on its standard input.
  public enum Input: Sendable {
    /// `/dev/null`.
    case null
    /// These bytes, then the end of the file.
    case bytes([UInt8])
  }

  /// What happens to processes that the child has started and that outlive it.
  public enum Leftovers: Sendable {
    /// They get SIGKILL, wherever they are.
    case killed
    /// They go on; only their hold on our pipes is given up. For programs that start daemons on purpose.
    case left
  }

  /// Absolute path of the program; `PATH` is not searched.
  public var executable: String
  /// Arguments after the program's own name.
  public var arguments: [String]
  /// The whole environment; nothing is inherited.
  public var environment: [String: String]
  /// Where the child starts; nil for the directory of this process.
  public var workingDirectory: String?
  public var input: Input
  public var leftovers: Leftovers
  /// Largest file that the child or its children may write, in bytes, rounded up to a multiple of 512; SIGXFSZ ends one
  /// that writes more.
  public var maximumFileBytes: UInt64?
  /// Makes the child and all that it starts known by their environment, in which it sets `ProcessMarker.variable`; nil
  /// leaves the environment alone, and a descendant that leaves both the session and its parents is then not found.
  public var marker: ProcessMarker?

  public init(
    _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:],
    workingDirectory: String? = nil, input: Input = .null, leftovers: Leftovers = .killed,
    maximumFileBytes: UInt64? = nil, marker: ProcessMarker? = nil
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.input = input
    self.leftovers = leftovers
    self.maximumFileBytes = maximumFileBytes
    self.marker = marker
  }

  /// The program's name without its directory.
  public var name: String {
    String(executable.split(separator: "/").last ?? "")
  }
}
