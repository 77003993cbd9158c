import ChildProcess

/// How the program behind an own job type is run.
public struct CommandSettings: Sendable {
  /// Name of the job type.
  public var type: String
  /// Absolute path of the program.
  public var executable: String
  public var arguments: [String]
  /// The variables that it gets to see, besides those that say what the job is.
  public var environment: [String: String]
  /// Absolute path of the directory that it starts in.
  public var workingDirectory: String
  /// Seconds between SIGTERM and SIGKILL when it is ended early.
  public var killGraceSeconds: Double
  /// What it and all that it starts are known by.
  public var marker: ProcessMarker?

  public init(
    type: String, executable: String, arguments: [String] = [], environment: [String: String] = [:],
    workingDirectory: String = "/", killGraceSeconds: Double = 5, marker: ProcessMarker? = nil
  ) {
    self.type = type
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.killGraceSeconds = killGraceSeconds
    self.marker = marker
  }
}
