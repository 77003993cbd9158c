import Glibc
import JobModel
import Logging
import Synchronization

/// Writes one line per event to stderr: time, level, message, then `key=value` pairs sorted by key; or the same as one
/// JSON object.
///
/// One `write` per line, so lines of different threads do not mix; line breaks in values are escaped, so one event is
/// always one line and nothing a client sends can forge another.
public nonisolated struct StderrLogHandler: LogHandler {
  public var metadata: Logger.Metadata = [:]
  /// Shared by all copies: both can change while the daemon runs, and its parts hold copies of one logger.
  private let sharedLevel: SharedChoice<Logger.Level>
  private let sharedFormat: SharedChoice<LogFormat>

  public init(level: Logger.Level, format: LogFormat = .text) {
    sharedLevel = SharedChoice(level)
    sharedFormat = SharedChoice(format)
  }

  public var logLevel: Logger.Level {
    get { sharedLevel.value }
    nonmutating set { sharedLevel.value = newValue }
  }

  /// How lines look, of all copies.
  public var format: LogFormat {
    get { sharedFormat.value }
    nonmutating set { sharedFormat.value = newValue }
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    var all = metadata
    if let extra = event.metadata { all.merge(extra) { $1 } }
    write(event.level, event.message.description, all)
  }

  private func line(_ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata) -> String {
    let time = SystemWallClock().now().rfc3339
    return switch format {
    case .text: Self.line(time: time, level: level, message: message, metadata: metadata)
    case .json: JSONLogLine.line(time: time, level: level, message: message, metadata: metadata)
    }
  }

  /// Lines that found no room since the last that did.
  private static let dropped = Atomic<Int>(0)

  /// A reader of the log that has stopped reading must not stop the daemon: what does not fit is dropped and counted.
  private func write(_ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata) {
    var ready = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    guard poll(&ready, 1, 0) > 0 else {
      Self.dropped.add(1, ordering: .relaxed)
      return
    }
    let missed = Self.dropped.exchange(0, ordering: .relaxed)
    if missed > 0 {
      put(line(.warning, "log lines were dropped: nobody read the log", ["count": "\(missed)"]))
      guard poll(&ready, 1, 0) > 0 else {
        Self.dropped.add(1, ordering: .relaxed)
        return
      }
    }
    put(line(level, message, metadata))
  }

  private func put(_ text: String) {
    // A pipe that polls writable takes PIPE_BUF bytes without blocking, and whole (pipe(7)).
    let bytes = Array(text.utf8.prefix(Int(PIPE_BUF) - 1)) + (text.utf8.count >= Int(PIPE_BUF) ? [0x0A] : [])
    // A log that cannot be written has nowhere to be reported.
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }

  static func line(time: String, level: Logger.Level, message: String, metadata: Logger.Metadata) -> String {
    var line = "\(time) \(level.rawValue) "
    append(message, to: &line)
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
      line += " \(key)="
      let text = value.description
      let needsQuotes =
        text.isEmpty || text.utf8.contains { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "=") }
      if needsQuotes { line += "\"" }
      append(text, to: &line, escapingQuotes: needsQuotes)
      if needsQuotes { line += "\"" }
    }
    return line + "\n"
  }

  private static func append(_ text: String, to line: inout String, escapingQuotes: Bool = false) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\t": line += "\\t"
      case "\"" where escapingQuotes: line += "\\\""
      case _ where isControl(scalar): line += "\\u{\(String(scalar.value, radix: 16))}"
      default: line.unicodeScalars.append(scalar)
      }
    }
  }

  /// Also the controls above ASCII: terminals take U+009B for the start of an escape sequence, and U+0085 and the two
  /// separators are line breaks to some readers.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
    default: false
    }
  }
}
