/// One git command: where it runs and what it may do.
struct GitCall {
  /// Which repository the command works on.
  enum Place {
    /// None; the directory is only where it stands.
    case outside(String)
    /// The work tree with this root. The work tree that the repository's configuration may name is not used.
    case workTree(String)
    /// The repository whose git directory this is, without a work tree.
    case bare(String)
  }

  /// Ways to other repositories.
  enum Transports: String {
    /// None: a local command contacts nobody, whatever the configuration says.
    case none = "none"
    /// HTTPS and SSH, which the user's own `url.….insteadOf` may turn into each other.
    case network = "https:ssh"
    /// HTTP to this machine, as `SourceURL` has made sure.
    case loopback = "http"
    case file = "file"
  }

  /// What is being done, as errors name it: `resolving`, `fetching`, …
  var step: String
  var place: Place
  /// The subcommand and its arguments.
  var arguments: [String]
  var transports = Transports.none
  /// Seconds.
  var timeout: Double
  /// Exit codes that are answers; all others are failures.
  var acceptedCodes: Set<Int32> = [0]
  /// Largest output in bytes.
  var outputLimit = 256 << 20
  var maximumFileBytes: UInt64?
  /// Further `-c` settings.
  var settings: [String] = []
}
