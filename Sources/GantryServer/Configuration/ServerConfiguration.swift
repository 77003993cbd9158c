/// Everything a daemon can be told, complete: options, file and defaults are merged before it is made.
public nonisolated struct ServerConfiguration: Sendable, Equatable {
  /// What one client may ask of the daemon.
  public struct Limits: Sendable, Equatable {
    /// Bytes in one request line, without its newline.
    public var lineBytes = 1 << 20
    /// Members of one batch.
    public var batch = 100
    /// Requests of one connection under way at once; more wait in the client's own send buffer.
    public var inFlight = 64
    /// Connections at once; the next one is told so and closed.
    public var connections = 256
    /// Arrays and objects inside one another.
    public var nestingDepth = 128
    /// Rows of one page.
    public var listRows = 500
    /// Bytes of one answer; beyond it the client is told to ask for less.
    public var answerBytes = 8 << 20
    /// Bytes of answers a client may leave unread before the daemon reads no more of its requests.
    public var outgoingHighWater = 1 << 20
    /// Bytes a client may leave unread before it is sent no more events. It can take them up later, so that being slow
    /// with events never brings it near the mark above.
    public var eventHighWater: Int { min(256 << 10, outgoingHighWater / 4) }
    /// Subscriptions of one connection.
    public var subscriptions = 32
    /// Seconds a client above that mark may take nothing before it is disconnected.
    public var stallSeconds = 30

    public init() {}
  }

  /// How much a "yes" promises.
  public enum Durability: String, Sendable, CaseIterable {
    /// Survives power loss: every answer waits for fsync.
    case full
    /// Survives a crash of the daemon, not of the machine.
    case normal
  }

  /// Absolute path of the socket.
  public var socketPath: String
  /// True when the socket's directory is Gantry's own and may be created.
  public var createsSocketDirectory = true
  /// Absolute path of the directory that holds the database and the mirrors.
  public var stateDirectory: String
  /// Worker threads.
  public var workers = 4
  public var durability = Durability.full
  /// Seconds that running jobs may take to end after SIGTERM before they are interrupted.
  public var drainSeconds: Double = 10
  /// Absolute path of git; nil to search `PATH`.
  public var gitPath: String?
  /// Seconds one git command may take.
  public var gitTimeoutSeconds = 300
  public var repositories = Repositories()
  public var watching = Watching()
  public var limits = Limits()
  public var queue = Queue()
  public var rateLimits = RateLimits()
  public var retention = Retention()
  /// Own job types, and what differs for built-in ones, by name.
  public var jobTypes: [String: JobTypeSettings] = [:]

  public init(socketPath: String, stateDirectory: String) {
    self.socketPath = socketPath
    self.stateDirectory = stateDirectory
  }
}
