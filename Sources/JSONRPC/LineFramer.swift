#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Cuts a stream of bytes into lines, one message each, whatever the chunks it arrives in.
///
/// `\n` ends a line and one `\r` before it is dropped; lines of nothing but blanks are skipped; a UTF-8 byte order mark is
/// skipped once, at the very start. A line beyond the limit is reported once, as soon as it is known to be too long, and
/// then discarded up to its newline, so the stream is back in step afterwards.
public struct LineFramer: Sendable {
  public enum Frame {
    /// A line without its terminator, never blank. The bytes are only valid during the call.
    case line(UnsafeRawBufferPointer)
    /// A line longer than the limit, of which this many bytes have been seen so far.
    case oversize(atLeast: Int)
  }

  /// The longest line in bytes, without its terminator.
  public let maximumLineBytes: Int

  /// The bytes of the line that has begun and not ended, while it is within the limit.
  private var partial: [UInt8] = []
  private var isAtStart = true

  /// Bytes thrown away since the current line was found too long; 0 outside such a line.
  public private(set) var discardedBytes = 0

  /// A buffer larger than this is given back once its line is done.
  private static let keptCapacity = 64 << 10

  /// - Parameter maximumLineBytes: 1 MiB unless told otherwise.
  public init(maximumLineBytes: Int = 1 << 20) {
    self.maximumLineBytes = maximumLineBytes
  }

  /// Whether the stream stands inside a line: a message has begun to arrive and is not complete.
  public var isInsideLine: Bool { !partial.isEmpty || discardedBytes > 0 }

  /// Takes the next bytes of the stream. A line that lies whole within `chunk` is handed on without being copied.
  ///
  /// `body` must not touch the framer.
  public mutating func feed(chunk: UnsafeRawBufferPointer, _ body: (Frame) -> Void) {
    guard let base = chunk.baseAddress else { return }
    var start = 0
    while start < chunk.count {
      let rest = chunk.count - start
      guard let newline = memchr(base + start, 0x0A, rest) else {
        keep(UnsafeRawBufferPointer(start: base + start, count: rest), body)
        return
      }
      let length = UnsafeRawPointer(newline) - (base + start)
      endLine(with: UnsafeRawBufferPointer(start: base + start, count: length), body)
      start += length + 1
    }
  }

  /// Ends the stream. What came after the last newline is a line too, as `printf '{…}' | nc` sends it.
  public mutating func finish(_ body: (Frame) -> Void) {
    endLine(with: UnsafeRawBufferPointer(start: nil, count: 0), body)
  }

  /// A piece of a line whose end has not come yet.
  private mutating func keep(_ piece: UnsafeRawBufferPointer, _ body: (Frame) -> Void) {
    if discardedBytes > 0 {
      discardedBytes += piece.count
      return
    }
    let total = partial.count + piece.count
    // One byte more may yet turn out to be the `\r` of the terminator.
    let fits = total <= maximumLineBytes || (total == maximumLineBytes + 1 && piece.last == 0x0D)
    if fits {
      partial.append(contentsOf: piece)
    } else {
      drop(total, body)
    }
  }

  private mutating func endLine(with piece: UnsafeRawBufferPointer, _ body: (Frame) -> Void) {
    defer { isAtStart = false }
    if discardedBytes > 0 {
      discardedBytes = 0
      return
    }
    if partial.isEmpty {
      emit(piece, body)
      return
    }
    // Not more than the framer would keep if the same bytes had come one by one.
    guard partial.count + piece.count <= maximumLineBytes + 1 else {
      drop(partial.count + piece.count, body)
      discardedBytes = 0
      return
    }
    partial.append(contentsOf: piece)
    let line = partial
    partial = []
    line.withUnsafeBytes { emit($0, body) }
    if line.capacity <= Self.keptCapacity {
      partial = line
      partial.removeAll(keepingCapacity: true)
    }
  }

  private mutating func drop(_ seen: Int, _ body: (Frame) -> Void) {
    partial = []
    discardedBytes = seen
    body(.oversize(atLeast: seen))
  }

  private func emit(_ bytes: UnsafeRawBufferPointer, _ body: (Frame) -> Void) {
    var line = bytes[...]
    if line.last == 0x0D { line.removeLast() }
    if line.count > maximumLineBytes {
      body(.oversize(atLeast: line.count))
      return
    }
    if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    if !isBlank { body(.line(UnsafeRawBufferPointer(rebasing: line))) }
  }
}
