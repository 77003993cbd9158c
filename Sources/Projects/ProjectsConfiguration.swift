import ChildProcess
import Glibc
import JobModel

/// What the built-in handlers need to know about the machine and the user.
public struct ProjectsConfiguration: Sendable {
  /// Whose git configuration is read.
  public enum GitConfiguration: Sendable {
    /// The user's (`~/.gitconfig`), where credential helpers and proxies stand; not the machine's.
    case user
    /// The machine's (`/etc/gitconfig`) and the user's.
    case systemAndUser
    /// Neither.
    case none
  }

  /// Absolute path of the daemon's state directory; mirrors of remote repositories lie in `mirrors` below it.
  public var stateDirectory: String
  /// Seconds that one git command may take; a fetch is one command.
  public var gitTimeoutSeconds: Int
  /// Seconds that a remote may take to say what its HEAD is.
  public var resolveTimeoutSeconds: Int
  /// Absolute path of git; nil to search `PATH`.
  public var gitPath: String?
  public var gitConfiguration: GitConfiguration
  /// Largest pack that a fetch may write, in bytes.
  public var maximumPackBytes: UInt64
  /// Mirrors kept; beyond it those not used for longest go.
  public var maximumMirrors: Int
  /// Bytes of all mirrors together; beyond it those not used for longest go.
  public var maximumMirrorBytes: Int64
  /// Seconds between SIGTERM and SIGKILL when git is ended early.
  public var killGraceSeconds: Double
  /// What every git is known by; nil for nothing.
  public var marker: ProcessMarker?
  /// Bytes that may be remembered of the files of all repositories together.
  public var maximumMemoryBytes: Int64
  /// Who reads: what another reader has found out is found out anew.
  public var readerIdentity: String
  /// What tells how long a file has been left alone.
  public var clock: any WallClock
  /// Variables that git may see, once `GitEnvironment` has picked those it needs.
  public var environment: [String: String]

  /// - Parameters:
  ///   - readerIdentity: nil for that of this program.
  ///   - environment: nil for that of this process.
  public init(
    stateDirectory: String, gitTimeoutSeconds: Int = 600, resolveTimeoutSeconds: Int = 30, gitPath: String? = nil,
    gitConfiguration: GitConfiguration = .user, maximumPackBytes: UInt64 = 4 << 30,
    maximumMirrors: Int = 100, maximumMirrorBytes: Int64 = 10 << 30, killGraceSeconds: Double = 5,
    marker: ProcessMarker? = nil, maximumMemoryBytes: Int64 = 256 << 20,
    readerIdentity: String? = nil, clock: any WallClock = SystemWallClock(),
    environment: [String: String]? = nil
  ) {
    self.stateDirectory = stateDirectory
    self.gitTimeoutSeconds = gitTimeoutSeconds
    self.resolveTimeoutSeconds = resolveTimeoutSeconds
    self.gitPath = gitPath
    self.gitConfiguration = gitConfiguration
    self.maximumPackBytes = maximumPackBytes
    self.maximumMirrors = maximumMirrors
    self.maximumMirrorBytes = maximumMirrorBytes
    self.killGraceSeconds = killGraceSeconds
    self.marker = marker
    self.maximumMemoryBytes = maximumMemoryBytes
    self.readerIdentity = readerIdentity ?? ReaderIdentity.current
    self.clock = clock
    self.environment = environment ?? GitEnvironment.inheritedFromProcess()
  }

  /// Directories above which no repository is looked for: `GIT_CEILING_DIRECTORIES`, as for git itself.
  var ceilings: [String] {
    (environment["GIT_CEILING_DIRECTORIES"] ?? "").split(separator: ":").map(String.init)
  }
}
