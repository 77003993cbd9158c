/// The content of a manifest, with its lines.
struct ManifestText: Sendable {
  let bytes: [UInt8]
  /// Path of the file; for manifests whose name says what they are for.
  let path: String
  private let lineStarts: [Int]

  init(_ bytes: [UInt8], path: String = "") {
    self.path = path
    // A byte order mark is no part of the first name.
    let bytes = bytes.hasPrefix([0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == Bytes.newline { starts.append(index + 1) }
    lineStarts = starts
  }

  init(_ text: String, path: String = "") { self.init(Array(text.utf8), path: path) }

  struct Line: Sendable {
    /// From 1.
    let number: Int
    /// Without the end of line.
    let bytes: ArraySlice<UInt8>
  }

  /// All lines, the last one also without an end of line.
  var lines: some Sequence<Line> { (1...lineStarts.count).lazy.map { line($0) } }

  func line(_ number: Int) -> Line {
    guard number >= 1, number <= lineStarts.count else { return Line(number: number, bytes: []) }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == Bytes.carriageReturn { end -= 1 }
    return Line(number: number, bytes: bytes[start..<end])
  }

  /// The line of a byte, from 1.
  func lineNumber(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The lines with what follows an unquoted `marker` cut off.
  func linesWithoutComments(_ marker: UInt8 = Bytes.hash) -> some Sequence<Line> {
    lines.lazy.map { line in
      var quote: UInt8 = 0
      for index in line.bytes.indices {
        let byte = line.bytes[index]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == Bytes.quote || byte == Bytes.apostrophe {
          quote = byte
        } else if byte == marker {
          return Line(number: line.number, bytes: line.bytes[..<index])
        }
      }
      return line
    }
  }
}
