/// Text that shows a box where Markdown sees none; only for warnings.
enum ListedBox {
  /// Whether a line reads like a task: perhaps a list marker or a bullet character, then a GFM box and text.
  static func isOne(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard !line.isEmpty else { return false }
    var start = line.lowerBound
    if let marker = BlockStart.listMarker(bytes, start, line.upperBound) {
      start += marker.width
    } else if bytes[start] == 0xE2 {
      // The bullets people paste: • ‣ ◦ ▪ – — and their kin are three bytes that begin with E2.
      start = min(start + 3, line.upperBound)
    }
    let rest = BlockStart.trimmed(bytes, start, line.upperBound)
    guard case .task? = TaskBox.read(bytes, rest) else { return false }
    return true
  }
}
