import JobModel
import JobStore
import Logging

extension Server {
  /// Reads the configuration again and puts in effect what can change; a file with a mistake changes nothing.
  func reloadConfiguration() {
    guard let reload, isServing else { return }
    announceReload()
    defer { announceReady() }
    var loaded: LaunchOptions.Loaded
    do {
      loaded = try reload()
    } catch let error as ConfigurationError {
      for line in error.lines { logger.error("configuration not reloaded: \(line)") }
      return
    } catch {
      return logger.error("configuration not reloaded: \(error)")
    }
    // Where an inherited socket lies, the service manager says.
    if service.listeningDescriptor != nil { loaded.settings.socketPath = configuration.socketPath }
    let (settings, needRestart) = configuration.reloaded(from: loaded.settings)
    for key in needRestart {
      logger.warning("\(key) has changed in the configuration, and needs a restart", metadata: ["key": "\(key)"])
    }
    var before = loaded
    before.settings = configuration
    before.logLevel = logger.logLevel
    var after = loaded
    after.settings = settings
    let changed = ConfigurationText.changes(from: before.lines, to: after.lines)
    logger.logLevel = loaded.logLevel
    warnOfConfiguration(settings)
    let changes = JobTypeChanges(from: configuration.jobTypes, to: settings.jobTypes)
    turn {
      apply(settings)
      for type in changes.removed { warnOfWaitingJobs(of: type) }
    }
    var metadata = changes.metadata
    if !changed.isEmpty { metadata["changed"] = "\(changed.joined(separator: ", "))" }
    logger.notice(
      "configuration reloaded",
      metadata: metadata.merging(["file": "\(loaded.path ?? "none")"], uniquingKeysWith: { $1 }))
  }

  /// Programs and directories that are not there are no mistake of the file: they may come yet.
  func warnOfConfiguration(_ settings: ServerConfiguration) {
    for warning in ConfigurationCheck.warnings(of: settings) { logger.warning("configuration: \(warning)") }
  }

  /// Jobs of a type that is gone stay in the queue, where nobody runs them.
  private func warnOfWaitingJobs(of type: String) {
    // A built-in type without settings of its own is not gone.
    guard engine.handlers[type] == nil else { return }
    do throws(StoreError) {
      let waiting = try reads.read { reader throws(StoreError) in
        try reader.jobs(JobFilter(type: type, status: .pending), after: nil, limit: 1)
      }
      guard !waiting.isEmpty else { return }
      logger.warning(
        "jobs wait whose type is no longer configured; they stay until it is back or they are cancelled",
        metadata: ["type": "\(type)"])
    } catch {
      _ = readFailure(error)
    }
  }
}
