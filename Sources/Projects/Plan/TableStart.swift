/// Recognizes the two lines that begin a table (GFM 0.29, "Tables").
enum TableStart {
  /// Whether `delimiter` is a delimiter row with as many cells as the header line above it.
  static func isTable(_ bytes: [UInt8], header: Range<Int>, delimiter: Range<Int>) -> Bool {
    guard let columns = delimiterColumns(bytes, delimiter) else { return false }
    return headerColumns(bytes, header) == columns
  }

  private static func delimiterColumns(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
    var columns = 0
    var dashes = 0
    var hasLeftColon = false
    var hasRightColon = false
    var sawPipe = false
    var position = line.lowerBound
    func closeCell() -> Bool {
      guard dashes > 0 else { return false }
      columns += 1
      dashes = 0
      hasLeftColon = false
      hasRightColon = false
      return true
    }
    var afterBlank = false
    while position < line.upperBound {
      let byte = bytes[position]
      switch byte {
      case 0x7C:
        if position > line.lowerBound, !closeCell() { return nil }
        sawPipe = true
        afterBlank = false
      case 0x2D:
        if hasRightColon || (dashes > 0 && afterBlank) { return nil }
        if hasLeftColon, dashes == 0, afterBlank { return nil }
        dashes += 1
        afterBlank = false
      case 0x3A:
        if afterBlank, dashes > 0 || hasLeftColon { return nil }
        if dashes > 0 {
          if hasRightColon { return nil }
          hasRightColon = true
        } else {
          if hasLeftColon { return nil }
          hasLeftColon = true
        }
        afterBlank = false
      case 0x20, 0x09:
        afterBlank = dashes > 0 || hasLeftColon
      default:
        return nil
      }
      position += 1
    }
    if dashes > 0 || hasLeftColon {
      guard closeCell() else { return nil }
    }
    return columns > 0 && (sawPipe || columns == 1) ? columns : nil
  }

  /// Cells between unescaped pipes, the empty ones at both edges left out; nil without a pipe.
  private static func headerColumns(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
    var pipes = 0
    var endsInPipe = false
    var position = line.lowerBound
    while position < line.upperBound {
      endsInPipe = false
      if bytes[position] == 0x5C {
        position += 1
      } else if bytes[position] == 0x7C {
        pipes += 1
        endsInPipe = true
      }
      position += 1
    }
    guard pipes > 0 else { return nil }
    let startsWithPipe = bytes[line.lowerBound] == 0x7C
    return pipes + 1 - (startsWithPipe ? 1 : 0) - (endsInPipe ? 1 : 0)
  }
}
