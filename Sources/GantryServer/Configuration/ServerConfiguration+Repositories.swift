nonisolated extension ServerConfiguration {
  /// What is kept of the repositories that are read.
  public struct Repositories: Sendable, Equatable {
    /// Mirrors of remote repositories; beyond it those not used for longest go.
    public var mirrors = 100
    /// Bytes of all mirrors together.
    public var mirrorBytes = 10 << 30
    /// Bytes remembered of the files of all repositories together.
    public var memoryBytes = 256 << 20

    public init() {}

    /// Reads the keys that the section `git` has for it.
    mutating func read(_ section: inout ConfigurationSection) {
      mirrors = section.int("max_mirrors", in: 1...100_000) ?? mirrors
      mirrorBytes = section.int("max_mirror_bytes", in: (1 << 20)...(1 << 50)) ?? mirrorBytes
      memoryBytes = section.int("max_memory_bytes", in: 0...(1 << 40)) ?? memoryBytes
    }
  }
}
