import Glibc
import JobModel
import Logging

/// What `gantryd check-config` says about a configuration that could be read.
public nonisolated struct ConfigurationCheck: Sendable {
  private let loaded: LaunchOptions.Loaded

  public init(_ loaded: LaunchOptions.Loaded) {
    self.loaded = loaded
  }

  /// What is in effect, one `key = value` a line, options and defaults included.
  public var summary: [String] {
    let settings = loaded.settings
    let types = settings.jobTypes.values.sorted { $0.name < $1.name }
    return [
      "socket = \"\(settings.socketPath)\"",
      "state_directory = \"\(settings.stateDirectory)\"",
      "workers = \(settings.workers), of them \(settings.reservedWorkers) kept for manual refreshes",
      "durability = \"\(settings.durability.rawValue)\"",
      "log_level = \"\(loaded.logLevel.rawValue)\"",
      "log_format = \"\(loaded.logFormat.rawValue)\"",
      "queue.timeout_seconds = \(settings.queue.timeoutSeconds?.plain ?? "none")",
      "rate_limits.refresh = \(Self.text(settings.rateLimits.refresh))",
      "rate_limits.create_project = \(Self.text(settings.rateLimits.createProject))",
    ] + types.map { "job_types.\($0.name): \(Self.kind(of: $0))" }
  }

  /// What a machine may still put right before it matters: programs and directories that are not there (yet).
  public var warnings: [String] {
    var warnings: [String] = []
    func check(program: String, _ key: String) {
      if access(program, X_OK) != 0 {
        warnings.append("\(key): '\(program)' cannot be run: \(String(cString: strerror(errno)))")
      } else if Self.isDirectory(program) {
        warnings.append("\(key): '\(program)' is a directory, and no program")
      }
    }
    if let git = loaded.settings.gitPath { check(program: git, "git.path") }
    for type in loaded.settings.jobTypes.values.sorted(by: { $0.name < $1.name }) {
      if let program = type.command?.first { check(program: program, "job_types.\(type.name).command") }
      if let directory = type.workingDirectory, !Self.isDirectory(directory) {
        warnings.append("job_types.\(type.name).working_directory: '\(directory)' is no directory")
      }
    }
    return warnings
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func text(_ limit: ServerConfiguration.RateLimit) -> String {
    limit.isLimited ? "\(limit.count) in \(limit.windowSeconds.plain) s" : "none"
  }

  private static func kind(of type: ServerConfiguration.JobTypeSettings) -> String {
    if let command = type.command { return command.joined(separator: " ") }
    return type.external ? "by workers over the socket" : "built in, with settings of its own"
  }
}
