import ChildProcess
import Glibc
import Logging

/// What `gantryd check-config` says about a configuration that could be read.
public nonisolated struct ConfigurationCheck: Sendable {
  private let loaded: LaunchOptions.Loaded

  public init(_ loaded: LaunchOptions.Loaded) {
    self.loaded = loaded
  }

  /// What is in effect, options and defaults included, as the lines of a file that says the same.
  public var summary: [String] { loaded.lines }

  /// What a machine may still put right before it matters: programs and directories that are not there (yet).
  public var warnings: [String] { Self.warnings(of: loaded.settings) }

  static func warnings(of settings: ServerConfiguration) -> [String] {
    var warnings: [String] = []
    func check(program: String, _ key: String) {
      if access(program, X_OK) != 0 {
        warnings.append("\(key): '\(program)' cannot be run: \(String(cString: strerror(errno)))")
      } else if Self.isDirectory(program) {
        warnings.append("\(key): '\(program)' is a directory, and no program")
      }
    }
    if let git = settings.gitPath {
      check(program: git, "git.path")
    } else if ExecutableSearch.find(
      "git", in: getenv("PATH").map { String(cString: $0) } ?? ExecutableSearch.defaultPath)
      == nil
    {
      warnings.append("git.path: there is no git in PATH; install it, or name it here")
    }
    for type in settings.jobTypes.values.sorted(by: { $0.name < $1.name }) {
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
}
