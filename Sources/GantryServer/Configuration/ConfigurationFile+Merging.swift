extension ServerConfiguration {
  /// Takes over what the file says. Where the socket and the state lie is not among it: options and the environment
  /// have a say in that.
  public nonisolated mutating func merge(_ file: ConfigurationFile) {
    workers = file.workers ?? workers
    durability = file.durability ?? durability
    drainSeconds = file.drainSeconds ?? drainSeconds
    gitPath = file.gitPath ?? gitPath
    gitTimeoutSeconds = file.gitTimeoutSeconds ?? gitTimeoutSeconds
    repositories = file.repositories
    watching = file.watching
    limits = file.limits
    queue = file.queue
    rateLimits = file.rateLimits
    retention = file.retention
    jobTypes = file.jobTypes
  }
}
