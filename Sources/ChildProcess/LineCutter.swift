import Glibc

/// Cuts a stream into lines, in bounded memory.
public struct LineCutter {
  /// One line without its newline.
  public struct Line: Sendable, Hashable {
    public var bytes: [UInt8]
    /// True when it was longer than the limit, and only its beginning is here.
    public var isCut: Bool

    public init(bytes: [UInt8], isCut: Bool = false) {
      self.bytes = bytes
      self.isCut = isCut
    }
  }

  private let limit: Int
  private var line = Line(bytes: [])

  /// - Parameter limit: bytes kept of one line.
  public init(limit: Int) {
    self.limit = limit
  }

  /// Takes the next portion, and gives the lines that it completes.
  public mutating func take(_ portion: UnsafeRawBufferPointer, _ give: (Line) -> Void) {
    guard let base = portion.baseAddress else { return }
    var start = 0
    while start < portion.count, let newline = memchr(base + start, 0x0A, portion.count - start) {
      let end = base.distance(to: UnsafeRawPointer(newline))
      append(UnsafeRawBufferPointer(rebasing: portion[start..<end]))
      give(line)
      line = Line(bytes: [])
      start = end + 1
    }
    append(UnsafeRawBufferPointer(rebasing: portion[start...]))
  }

  /// Gives the last line when the stream did not end with a newline.
  public mutating func finish(_ give: (Line) -> Void) {
    guard !line.bytes.isEmpty || line.isCut else { return }
    give(line)
    line = Line(bytes: [])
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    let room = limit - line.bytes.count
    line.bytes.append(contentsOf: bytes.prefix(room))
    if bytes.count > room { line.isCut = true }
  }
}
