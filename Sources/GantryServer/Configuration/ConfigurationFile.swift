import Glibc
import Logging
import TOMLKit

/// The TOML file beside the options. Options win over the file, the file over the defaults.
///
/// Every key is checked: an unknown key or a value out of range is an error that names the file, the line and the key, because a
/// limit that was misspelt and silently ignored is found out about too late.
public nonisolated struct ConfigurationFile: Sendable {
  public var socket: String?
  public var stateDirectory: String?
  public var logLevel: Logger.Level?
  public var logFormat: LogFormat?
  public var workers: Int?
  public var durability: ServerConfiguration.Durability?
  public var drainSeconds: Double?
  public var gitPath: String?
  public var gitTimeoutSeconds: Int?
  public var repositories = ServerConfiguration.Repositories()
  public var watching = ServerConfiguration.Watching()
  public var limits = ServerConfiguration.Limits()
  public var queue = ServerConfiguration.Queue()
  public var rateLimits = ServerConfiguration.RateLimits()
  public var retention = ServerConfiguration.Retention()
  public var jobTypes: [String: ServerConfiguration.JobTypeSettings] = [:]
  /// Every key that there is, as far as the tables of the file go.
  private(set) var knownKeys: Set<[String]> = []

  /// Reads the file at `path`.
  public init(path: String) throws(ConfigurationError) {
    try self.init(text: Self.contents(of: path), path: path)
  }

  /// Reads `text`; `path` is only for error texts.
  init(text: String, path: String) throws(ConfigurationError) {
    // The parser reads a C string: what follows a NUL would count for nothing, and nobody would be told.
    guard !text.utf8.contains(0) else { throw ConfigurationError(path: path, "holds a NUL, which TOML must not") }
    let root: TOMLTable
    do {
      root = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let line = error.source.begin.line
      let hint = BareWord.hint(text, line: Int(line))
      throw ConfigurationError(path: path, "not valid TOML: \(error.description)\(hint)", line: line)
    } catch {
      throw ConfigurationError(path: path, "not valid TOML: \(error)")
    }
    let problems = ConfigurationProblems(text: text)
    var table = ConfigurationSection(root, path: [], problems: problems)
    read(&table)
    knownKeys = problems.asked
    guard problems.isEmpty else { throw ConfigurationError(path: path, problems: problems.all) }
  }

  private mutating func read(_ table: inout ConfigurationSection) {
    socket = table.string("socket")
    stateDirectory = table.string("state_directory")
    logLevel = table.word("log_level")
    logFormat = table.word("log_format")
    workers = table.int("workers", in: 1...256)
    drainSeconds = table.number("drain_seconds", in: 0...3600)
    durability = table.word("durability")
    if var git = table.section("git") {
      gitPath = git.absolutePath("path")
      gitTimeoutSeconds = git.int("timeout_seconds", in: 1...86_400)
      repositories.read(&git)
      git.finish()
    }
    if var section = table.section("watch") { watching.read(&section) }
    if var section = table.section("limits") { limits.read(&section) }
    if var section = table.section("queue") { queue.read(&section) }
    if var section = table.section("rate_limits") { rateLimits.read(&section) }
    if var section = table.section("retention") { retention.read(&section) }
    if var section = table.section("job_types") {
      for name in section.keys {
        guard var type = section.section(name) else { continue }
        jobTypes[name] = ServerConfiguration.JobTypeSettings(name: name, reading: &type, defaults: queue)
      }
    }
    table.finish()
  }

  /// Configuration files are small; a larger one is a mistake (a device, a log).
  private static let maximumBytes = 1 << 20

  private static func contents(of path: String) throws(ConfigurationError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ConfigurationError(path: path, "\(String(cString: strerror(errno))). Name another file with --config.")
    }
    defer { Glibc.close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw ConfigurationError(path: path, String(cString: strerror(errno)))
      }
      if count == 0 { break }
      bytes += chunk[..<count]
      guard bytes.count <= maximumBytes else {
        throw ConfigurationError(path: path, "larger than \(maximumBytes) bytes; this is no configuration file")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationError(path: path, "not UTF-8, which TOML must be")
    }
    return text
  }
}
