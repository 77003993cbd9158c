import ChildProcess
import JobModel
import Projects

/// The code behind all job types that the daemon runs by itself.
nonisolated enum JobHandlers {
  /// The handlers of a configuration, by type.
  ///
  /// - Parameter marker: what the programs they start are known by.
  static func all(_ configuration: ServerConfiguration, marker: ProcessMarker) -> [String: any JobHandler] {
    let projects = ProjectsConfiguration(
      stateDirectory: configuration.stateDirectory, gitTimeoutSeconds: configuration.gitTimeoutSeconds,
      gitPath: configuration.gitPath, maximumMirrors: configuration.repositories.mirrors,
      maximumMirrorBytes: Int64(configuration.repositories.mirrorBytes),
      killGraceSeconds: configuration.queue.killGraceSeconds, marker: marker,
      maximumMemoryBytes: Int64(configuration.repositories.memoryBytes))
    let all =
      [NoopHandler()] + CommandTypes.handlers(configuration, marker: marker) + Projects.handlers(projects)
    return Dictionary(uniqueKeysWithValues: all.map { ($0.type, $0) })
  }
}
