/// Walks over one line, in bytes and in columns.
///
/// Tabs count as the columns up to the next multiple of four, and a container may consume some of them only; so the
/// place reached is kept as a column, and the first byte that is not blank is looked up once and remembered.
struct LineCursor {
  /// First byte behind the line's content; the line ending is not part of it.
  private(set) var end = 0
  /// Column reached, from 0.
  private(set) var column = 0
  /// First byte at or behind the place reached that is neither space nor tab; `end` on a blank line.
  private(set) var position = 0
  /// Column of `position`.
  private(set) var positionColumn = 0

  /// Columns of white space in front of `position`.
  var indent: Int { positionColumn - column }
  var isBlank: Bool { position == end }

  mutating func begin(at start: Int, end: Int, in bytes: [UInt8]) {
    self.end = end
    column = 0
    position = start
    positionColumn = 0
    skipBlanks(in: bytes)
  }

  /// Consumes white space in front of `position`.
  mutating func consume(columns: Int) { column += columns }

  /// Consumes `count` bytes at `position`, none of them a tab.
  mutating func consume(bytes count: Int, in bytes: [UInt8]) {
    position += count
    positionColumn += count
    column = positionColumn
    skipBlanks(in: bytes)
  }

  private mutating func skipBlanks(in bytes: [UInt8]) {
    while position < end {
      switch bytes[position] {
      case 0x20: positionColumn += 1
      case 0x09: positionColumn += 4 - positionColumn % 4
      default: return
      }
      position += 1
    }
  }
}
