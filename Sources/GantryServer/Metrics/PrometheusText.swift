/// Writes metrics in the text format that Prometheus reads (version 0.0.4).
///
/// All series of one name have to follow each other, under one HELP and one TYPE line: `family` opens such a group.
nonisolated struct PrometheusText {
  enum Kind: String {
    case counter, gauge, histogram
  }

  typealias Label = (name: String, value: String)

  /// The media type of the text.
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  private(set) var text = ""
  private var name = ""
  private var names: Set<String> = []

  /// Starts the group of series of one name.
  mutating func family(_ name: String, _ kind: Kind, _ help: String) {
    precondition(names.insert(name).inserted, "the metric \(name) was written twice")
    self.name = name
    text += "# HELP \(name) \(Self.escaped(help, quotes: false))\n# TYPE \(name) \(kind.rawValue)\n"
  }

  /// One series of a counter or gauge.
  mutating func sample(_ value: Double, _ labels: [Label] = []) {
    line(name, labels, Self.number(value))
  }

  mutating func sample(_ value: some BinaryInteger, _ labels: [Label] = []) {
    line(name, labels, "\(value)")
  }

  /// All series of a histogram.
  mutating func sample(_ histogram: Histogram, _ labels: [Label] = []) {
    for (bound, count) in zip(histogram.bounds, histogram.cumulative) {
      line(name + "_bucket", labels + [("le", Self.number(bound))], "\(count)")
    }
    line(name + "_bucket", labels + [("le", "+Inf")], "\(histogram.count)")
    line(name + "_sum", labels, Self.number(histogram.sum))
    line(name + "_count", labels, "\(histogram.count)")
  }

  private mutating func line(_ name: String, _ labels: [Label], _ value: String) {
    text += name
    if !labels.isEmpty {
      text += "{"
      text += labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }.joined(separator: ",")
      text += "}"
    }
    text += " \(value)\n"
  }

  /// As Prometheus reads numbers.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\"" where quotes: result += "\\\""
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
