/// Finds the lines of a text that may end in LF, CR LF or CR, mixed as they please.
struct LineSplitter {
  private let end: Int
  /// First byte of the next line.
  private(set) var start: Int
  /// Number of the line last returned, from 1.
  private(set) var number = 0

  init(from start: Int, to end: Int) {
    self.start = start
    self.end = end
  }

  /// The content of the next line, without its ending; nil at the end.
  mutating func next(in bytes: [UInt8]) -> Range<Int>? {
    guard start < end else { return nil }
    number += 1
    let first = start
    var position = first
    while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    start = position + 1
    if position < end, bytes[position] == 0x0D, start < end, bytes[start] == 0x0A { start += 1 }
    start = min(start, end)
    return first..<position
  }
}
