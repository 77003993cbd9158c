nonisolated extension ServerConfiguration {
  /// What is in effect once a running daemon has read `new`: everything but what it was built with.
  ///
  /// - Returns: the settings, and the keys whose new values have to wait for a restart.
  func reloaded(from new: ServerConfiguration) -> (settings: ServerConfiguration, needRestart: [String]) {
    var settings = new
    var waiting: [String] = []
    func keep<Value: Equatable>(_ path: WritableKeyPath<ServerConfiguration, Value>, _ key: String) {
      if self[keyPath: path] != new[keyPath: path] { waiting.append(key) }
      settings[keyPath: path] = self[keyPath: path]
    }
    keep(\.socketPath, "socket")
    keep(\.stateDirectory, "state_directory")
    keep(\.workers, "workers")
    keep(\.durability, "durability")
    settings.createsSocketDirectory = createsSocketDirectory
    return (settings, waiting)
  }
}
