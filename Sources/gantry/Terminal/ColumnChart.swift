import Glibc

/// A chart of columns over time, a few lines high.
struct ColumnChart {
  /// One value at one place of the time axis.
  struct Point: Hashable {
    /// 0 at the left end, 1 at the right.
    var place: Double
    /// 0…1; nil where there is none.
    var value: Double?
  }

  /// Whether block characters may be drawn, or `#` only.
  var usesBlocks: Bool
  var height = 6

  private static let eighths = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The lines of the chart, the uppermost first, each `width` cells wide.
  ///
  /// A column shows the value that stood at its end; before the first point it is empty. More than nothing is never
  /// drawn as nothing, and less than all never as all.
  ///
  /// - Parameter points: in the order of their places.
  func lines(_ points: [Point], width: Int) -> [String] {
    let values = columns(points, width: width)
    let steps = usesBlocks ? 8 : 1
    let levels = values.map { value -> Int in
      guard let value, value > 0 else { return 0 }
      let full = height * steps
      let level = Int((min(value, 1) * Double(full)).rounded())
      return value < 1 ? min(max(level, 1), full - 1) : full
    }
    return (0..<height).reversed().map { row in
      levels.map { level in
        let filled = min(max(level - row * steps, 0), steps)
        return usesBlocks ? Self.eighths[filled] : filled > 0 ? "#" : " "
      }.joined()
    }
  }

  private func columns(_ points: [Point], width: Int) -> [Double?] {
    var values: [Double?] = []
    var next = 0
    var value: Double?
    for column in 0..<width {
      // The last column also takes what lies on its right edge.
      let end = column == width - 1 ? Double.infinity : Double(column + 1) / Double(width)
      while next < points.count, points[next].place < end {
        value = points[next].value
        next += 1
      }
      values.append(value)
    }
    return values
  }

  /// True when the locale's texts are UTF-8, by the variables that say so, the foremost first.
  static func localeIsUTF8(_ variable: (String) -> String? = environment) -> Bool {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(variable).first { !$0.isEmpty } ?? ""
    let lower = name.lowercased()
    return lower.contains("utf-8") || lower.contains("utf8")
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
