import Glibc
import JSON
import TOMLKit

/// The TOML file beside the options. Options win over the file, the file over the defaults.
///
/// Every key is checked: an unknown key or a value out of range is an error that names the file and the key, because a
/// limit that was misspelt and silently ignored is found out about too late.
public nonisolated struct ConfigurationFile: Sendable {
  public var socket: String?
  public var stateDirectory: String?
  public var logLevel: String?
  public var workers: Int?
  public var durability: ServerConfiguration.Durability?
  public var drainSeconds: Int?
  public var gitPath: String?
  public var gitTimeoutSeconds: Int?
  public var limits = ServerConfiguration.Limits()

  /// Reads the file at `path`.
  public init(path: String) throws(ConfigurationError) {
    try self.init(text: Self.contents(of: path), path: path)
  }

  /// Reads `text`; `path` is only for error texts.
  init(text: String, path: String) throws(ConfigurationError) {
    let root: TOMLTable
    do {
      root = try TOMLTable(string: text)
    } catch {
      throw ConfigurationError("\(path): not valid TOML: \(error)")
    }
    var table = Section(root, path: path, prefix: "")
    socket = try table.string("socket")
    stateDirectory = try table.string("state_directory")
    logLevel = try table.string("log_level")
    workers = try table.int("workers", in: 1...256)
    drainSeconds = try table.int("drain_seconds", in: 0...3600)
    if let name = try table.string("durability") {
      guard let value = ServerConfiguration.Durability(rawValue: name) else {
        throw table.error("durability", "must be \"full\" or \"normal\"")
      }
      durability = value
    }
    if var git = try table.table("git") {
      gitPath = try git.string("path")
      if let gitPath, gitPath.utf8.first != UInt8(ascii: "/") {
        throw git.error("path", "must be an absolute path")
      }
      gitTimeoutSeconds = try git.int("timeout_seconds", in: 1...86_400)
      try git.finish()
    }
    if var section = try table.table("limits") {
      try Self.read(&section, into: &limits)
      try section.finish()
    }
    try table.finish()
  }

  private static func read(
    _ section: inout Section, into limits: inout ServerConfiguration.Limits
  ) throws(ConfigurationError) {
    limits.lineBytes = try section.int("line_bytes", in: 65_536...67_108_864) ?? limits.lineBytes
    limits.batch = try section.int("batch", in: 1...10_000) ?? limits.batch
    limits.inFlight = try section.int("in_flight", in: 1...4096) ?? limits.inFlight
    limits.connections = try section.int("connections", in: 1...65_536) ?? limits.connections
    limits.nestingDepth = try section.int("nesting_depth", in: 8...JSONLimits.deepest) ?? limits.nestingDepth
    limits.listRows = try section.int("list_rows", in: 1...500) ?? limits.listRows
    limits.answerBytes = try section.int("answer_bytes", in: 65_536...67_108_864) ?? limits.answerBytes
    limits.outgoingHighWater = try section.int("outgoing_bytes", in: 65_536...268_435_456) ?? limits.outgoingHighWater
    limits.stallSeconds = try section.int("stall_seconds", in: 1...3600) ?? limits.stallSeconds
  }

  /// Configuration files are small; a larger one is a mistake (a device, a log).
  private static let maximumBytes = 1 << 20

  private static func contents(of path: String) throws(ConfigurationError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ConfigurationError("\(path): \(String(cString: strerror(errno))). Name another file with --config.")
    }
    defer { Glibc.close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw ConfigurationError("\(path): \(String(cString: strerror(errno)))")
      }
      if count == 0 { break }
      bytes += chunk[..<count]
      guard bytes.count <= maximumBytes else {
        throw ConfigurationError("\(path): larger than \(maximumBytes) bytes; this is no configuration file")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationError("\(path): not UTF-8, which TOML must be")
    }
    return text
  }
}

/// One table, whose keys are ticked off as they are read.
private nonisolated struct Section {
  private let table: TOMLTable
  private let path: String
  private let prefix: String
  private var unread: Set<String>

  init(_ table: TOMLTable, path: String, prefix: String) {
    self.table = table
    self.path = path
    self.prefix = prefix
    unread = Set(table.keys)
  }

  func error(_ key: String, _ reason: String) -> ConfigurationError {
    ConfigurationError("\(path): \(prefix)\(key): \(reason)")
  }

  mutating func string(_ key: String) throws(ConfigurationError) -> String? {
    guard unread.remove(key) != nil, let value = table[key] else { return nil }
    guard let text = value.string else { throw error(key, "must be a string") }
    guard !text.isEmpty, !text.utf8.contains(0) else { throw error(key, "must not be empty or hold a NUL") }
    return text
  }

  mutating func int(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int? {
    guard unread.remove(key) != nil, let value = table[key] else { return nil }
    guard let number = value.int else { throw error(key, "must be a whole number") }
    guard range.contains(number) else {
      throw error(key, "is \(number), and must be from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  mutating func table(_ key: String) throws(ConfigurationError) -> Section? {
    guard unread.remove(key) != nil, let value = table[key] else { return nil }
    guard let inner = value.table else { throw error(key, "must be a table: [\(key)]") }
    return Section(inner, path: path, prefix: "\(prefix)\(key).")
  }

  /// - Throws: when a key is left that nobody asked for.
  func finish() throws(ConfigurationError) {
    if let key = unread.sorted().first { throw error(key, "no such key; see the README for those there are") }
  }
}
