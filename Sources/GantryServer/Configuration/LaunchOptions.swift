import GantryPaths
import Glibc
import Logging

/// What the daemon was started with. Kept, so that the file can be read again under the same options.
public nonisolated struct LaunchOptions: Sendable {
  public var socket: String?
  public var state: String?
  public var config: String?
  public var workers: Int?
  public var logLevel: Logger.Level?
  public var logFormat: LogFormat?

  /// Everything that is in effect: options over file over defaults.
  public struct Loaded: Sendable {
    public var settings: ServerConfiguration
    public var logLevel: Logger.Level
    public var logFormat: LogFormat
    /// The file that was read; nil when there is none.
    public var path: String?
    /// Something about the socket's place that the user should know.
    public var warning: String?
  }

  public init() {}

  /// Reads the file and puts everything together.
  /// - Throws: `ConfigurationError` for the file, `PathError` for a place that cannot be used.
  public func load() throws -> Loaded {
    let path = configurationPath()
    let file = try path.map { path throws(ConfigurationError) in try ConfigurationFile(path: path) }
    let location = try SocketLocation.resolve(explicit: socket ?? file?.socket)
    var settings = ServerConfiguration(
      socketPath: location.path, stateDirectory: try UserDirectories.state(explicit: state ?? file?.stateDirectory))
    settings.createsSocketDirectory = location.ownsDirectory
    if let file { settings.merge(file) }
    settings.workers = workers ?? settings.workers
    return Loaded(
      settings: settings, logLevel: logLevel ?? file?.logLevel ?? .info,
      logFormat: logFormat ?? file?.logFormat ?? .text, path: path, warning: location.warning)
  }

  /// The named file, or the one at the usual place if it is there.
  public func configurationPath() -> String? {
    if let config { return config }
    do throws(PathError) {
      let usual = try UserDirectories.configuration() + "/gantry.toml"
      return access(usual, F_OK) == 0 ? usual : nil
    } catch {
      // Without a home there is no usual place to look at; the options and defaults are all there is.
      return nil
    }
  }
}
