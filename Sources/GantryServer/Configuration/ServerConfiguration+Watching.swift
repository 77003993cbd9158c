nonisolated extension ServerConfiguration {
  /// How projects are watched.
  public struct Watching: Sendable, Equatable {
    /// Directories watched of all projects together; the projects beyond are polled.
    public var maximumDirectories = 4096
    /// Seconds between two looks at a project that is polled.
    public var pollSeconds: Double = 30

    public init() {}

    mutating func read(_ section: inout ConfigurationSection) {
      maximumDirectories = section.int("max_directories", in: 0...1_000_000) ?? maximumDirectories
      pollSeconds = section.number("poll_seconds", in: 1...86_400) ?? pollSeconds
      section.finish()
    }
  }
}
