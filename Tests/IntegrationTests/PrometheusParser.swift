import GantryTestSupport

/// Reads the text format strictly, as Prometheus describes it, and says what is wrong with it.
struct PrometheusParser {
  struct Series: Hashable {
    var name: String
    /// Sorted by name.
    var labels: [String: String]
  }

  private(set) var types: [String: String] = [:]
  private(set) var samples: [Series: Double] = [:]
  private(set) var order: [Series] = []

  init(_ text: String) throws {
    guard text.hasSuffix("\n") else { throw TestFailure("the text does not end with a newline") }
    var helped: Set<String> = []
    var current = ""
    for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
      if line.hasPrefix("# HELP ") {
        guard words.count == 4, helped.insert(words[2]).inserted else { throw TestFailure("second HELP: \(line)") }
      } else if line.hasPrefix("# TYPE ") {
        guard words.count == 4, helped.contains(words[2]), types[words[2]] == nil else {
          throw TestFailure("TYPE out of place: \(line)")
        }
        guard ["counter", "gauge", "histogram"].contains(words[3]) else { throw TestFailure("unknown type: \(line)") }
        types[words[2]] = words[3]
        current = words[2]
      } else {
        try sample(String(line), of: current)
      }
    }
  }

  private mutating func sample(_ line: String, of family: String) throws {
    guard let space = line.lastIndex(of: " "), let value = Double(line[line.index(after: space)...]) else {
      throw TestFailure("no value: \(line)")
    }
    var head = line[..<space]
    var labels: [String: String] = [:]
    if head.last == "}" {
      guard let brace = head.firstIndex(of: "{") else { throw TestFailure("no opening brace: \(line)") }
      for pair in head[head.index(after: brace)...].dropLast().split(separator: ",") {
        let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
        guard sides.count == 2, sides[1].count >= 2, sides[1].first == "\"", sides[1].last == "\"" else {
          throw TestFailure("a label is not quoted: \(line)")
        }
        guard labels.updateValue(String(sides[1].dropFirst().dropLast()), forKey: sides[0]) == nil else {
          throw TestFailure("a label stands twice: \(line)")
        }
      }
      head = head[..<brace]
    }
    let name = String(head)
    guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) else {
      throw TestFailure("not a name: \(line)")
    }
    let suffixes = types[family] == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
    guard suffixes.contains(where: { name == family + $0 }) else {
      throw TestFailure("\(line) does not belong to \(family)")
    }
    let series = Series(name: name, labels: labels)
    guard samples.updateValue(value, forKey: series) == nil else {
      throw TestFailure("the series stands twice: \(line)")
    }
    order.append(series)
  }

  /// The value of one series.
  func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
    samples[Series(name: name, labels: labels)]
  }

  /// The histograms: for each series without `le` its buckets in the order of the text.
  func histograms() throws -> [Series: [(bound: Double, count: Double)]] {
    var all: [Series: [(bound: Double, count: Double)]] = [:]
    for series in order where series.name.hasSuffix("_bucket") {
      var labels = series.labels
      guard let text = labels.removeValue(forKey: "le") else { throw TestFailure("\(series) has no le") }
      guard let bound = text == "+Inf" ? Double.infinity : Double(text) else {
        throw TestFailure("\(text) is no bound")
      }
      all[Series(name: String(series.name.dropLast(7)), labels: labels), default: []]
        .append((bound, samples[series] ?? -1))
    }
    return all
  }
}
