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
    logger.logLevel = loaded.logLevel
    turn { apply(settings) }
    logger.notice("configuration reloaded", metadata: ["file": "\(loaded.path ?? "none")"])
  }
}
