import ChildProcess
import Commands
import GantryPaths
import Glibc
import JobModel

/// The handlers of the job types that the configuration declares with a `command`.
nonisolated enum CommandTypes {
  /// - Parameter marker: what the programs are known by.
  static func handlers(_ configuration: ServerConfiguration, marker: ProcessMarker) -> [any JobHandler] {
    configuration.jobTypes.values.sorted { $0.name < $1.name }.compactMap { type in
      guard !type.isBuiltIn, !type.external, let command = type.command, let executable = command.first else {
        return nil
      }
      var environment: [String: String] = [:]
      for name in type.environment {
        if let value = getenv(name) { environment[name] = String(cString: value) }
      }
      return CommandHandler(
        CommandSettings(
          type: type.name, executable: executable, arguments: Array(command.dropFirst()), environment: environment,
          workingDirectory: type.workingDirectory ?? "/", killGraceSeconds: configuration.queue.killGraceSeconds,
          marker: marker))
    }
  }
}
