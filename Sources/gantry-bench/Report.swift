import JSON

/// What one run of the benchmarks gave, as a table for people and as JSON for programs.
struct Report {
  var measurements: [Measurement] = []
  var targets: [Target] = []

  /// The rate of one scenario; nil when it was not run.
  func rate(_ name: String, connections: Int, window: Int) -> Double? {
    measurements.first { $0.name == name && $0.connections == connections && $0.window == window }?.perSecond
  }

  var table: String {
    var rows = [["scenario", "conns", "window", "count", "per second", "p50 µs", "p99 µs"]]
    for one in measurements {
      rows.append([
        one.name, String(one.connections), String(one.window), String(one.count), Self.whole(one.perSecond),
        one.p50.map(Self.whole) ?? "-", one.p99.map(Self.whole) ?? "-",
      ])
    }
    var text = Self.aligned(rows)
    guard !targets.isEmpty else { return text }
    text += "\n"
    var bars = [["target", "value", "bar", ""]]
    for target in targets {
      bars.append([target.name, Self.short(target.value), Self.short(target.bar), target.isMet ? "met" : "MISSED"])
    }
    return text + Self.aligned(bars)
  }

  var json: JSON {
    [
      "measurements": .array(
        measurements.map { one in
          [
            "name": .string(one.name), "connections": JSON(one.connections), "window": JSON(one.window),
            "count": JSON(one.count), "per_second": .number(JSONNumber(one.perSecond)),
            "p50_us": one.p50.map { .number(JSONNumber($0)) } ?? .null,
            "p99_us": one.p99.map { .number(JSONNumber($0)) } ?? .null,
          ]
        }),
      "targets": .array(
        targets.map { target in
          [
            "name": .string(target.name), "value": .number(JSONNumber(target.value)),
            "bar": .number(JSONNumber(target.bar)), "met": .bool(target.isMet),
          ]
        }),
    ]
  }

  private static func whole(_ value: Double) -> String {
    String(Int(value.rounded()))
  }

  /// Ratios with two digits behind the point, rates as whole numbers.
  private static func short(_ value: Double) -> String {
    if value >= 100 { return whole(value) }
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The first column to the left, the others to the right.
  private static func aligned(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var text = ""
    for row in rows {
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        text += column == 0 ? cell + padding : "  " + padding + cell
      }
      text += "\n"
    }
    return text
  }
}
