/// Bars of block characters, as wide as a share.
enum Bar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar and the blanks behind it, together `cells` wide. More than nothing is never drawn as nothing, and less than
  /// all never as all.
  static func of(_ share: Double, cells: Int) -> String {
    let total = cells * 8
    var count = Int((min(max(share, 0), 1) * Double(total)).rounded())
    if share > 0 { count = max(count, 1) }
    if share < 1 { count = min(count, total - 1) }
    let bar = String(repeating: "█", count: count / 8) + eighths[count % 8]
    return bar + String(repeating: " ", count: cells - bar.count)
  }
}
