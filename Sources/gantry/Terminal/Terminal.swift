import Glibc

/// What is known about the three standard streams, asked once.
struct Terminal: Sendable {
  /// Whether people read standard output.
  var outputIsTerminal: Bool
  /// Whether people read standard error, so that a line may be drawn over.
  var errorIsTerminal: Bool
  /// Whether colours are welcome on standard output: a terminal that is not `dumb`, and no `NO_COLOR` (no-color.org).
  var usesColour: Bool
  /// The width of the terminal in cells; nil when output goes elsewhere.
  var columns: Int?

  /// The streams of this process.
  static func current() -> Terminal {
    let output = isatty(STDOUT_FILENO) == 1
    let error = isatty(STDERR_FILENO) == 1
    let plain = variable("NO_COLOR") != nil || variable("TERM") == nil || variable("TERM") == "dumb"
    return Terminal(
      outputIsTerminal: output, errorIsTerminal: error, usesColour: output && !plain,
      columns: columns(of: output ? STDOUT_FILENO : error ? STDERR_FILENO : -1))
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard descriptor >= 0, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

extension Terminal {
  /// Writes `text` and a newline to standard output.
  func print(_ text: String) { Self.write(text + "\n", to: STDOUT_FILENO) }

  /// Writes `text` and a newline to standard error.
  func complain(_ text: String) { Self.write(text + "\n", to: STDERR_FILENO) }

  /// Writes all of `text`. A reader that has gone away is not an error worth a message: `gantry jobs | head` is usual.
  /// Returns false then.
  @discardableResult
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        bytes = bytes.dropFirst(written)
      } else if errno != EINTR {
        if errno == EAGAIN {
          var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&entry, 1, -1)
          continue
        }
        return false
      }
    }
    return true
  }
}
