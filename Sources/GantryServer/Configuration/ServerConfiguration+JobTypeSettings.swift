extension ServerConfiguration {
  /// One job type: how an own one is run, or what differs for a built-in one. `[job_types.NAME]` of the file.
  ///
  /// What is nil is as `[queue]` says.
  public nonisolated struct JobTypeSettings: Sendable, Equatable {
    public var name: String
    /// The program, by absolute path, and its arguments; nil for built-in types and external ones.
    public var command: [String]?
    /// Names of the daemon's environment variables that the program gets to see.
    public var environment: [String] = []
    /// Absolute path of the directory that the program starts in; nil for the daemon's choice.
    public var workingDirectory: String?
    /// Seconds one attempt may run.
    public var timeoutSeconds: Double?
    /// Jobs of this type that run at once; nil for no limit but the workers.
    public var concurrency: Int?
    public var maxRetries: Int?
    public var retryBaseSeconds: Double?
    public var retryCapSeconds: Double?
    /// Jobs of this type with one project take turns.
    public var onePerProject = false
    /// Served only by workers that come over the socket.
    public var external = false

    public init(name: String) {
      self.name = name
    }

    /// Job types that the daemon carries out by itself.
    public static let builtInNames: Set<String> = ["noop", "project_processing", "refresh", "skills_extraction"]

    /// True for a type that the daemon carries out by itself.
    public var isBuiltIn: Bool { Self.builtInNames.contains(name) }
  }
}
