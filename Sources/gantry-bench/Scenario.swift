import Histogram

/// One line of the report: what was asked, how, and how it went.
struct Measurement {
  var name: String
  var connections: Int
  var window: Int
  var count: Int
  var perSecond: Double
  /// Microseconds; nil where single answers were not timed.
  var p50: Double?
  var p99: Double?

  init(_ name: String, connections: Int, window: Int, _ result: LoadGenerator.Result) {
    self.name = name
    self.connections = connections
    self.window = window
    count = result.requests
    perSecond = result.perSecond
    p50 = Double(result.latency.valueAtPercentile(50)) / 1000
    p99 = Double(result.latency.valueAtPercentile(99)) / 1000
  }

  init(_ name: String, window: Int, count: Int, nanoseconds: UInt64) {
    self.name = name
    connections = 1
    self.window = window
    self.count = count
    perSecond = Double(count) * 1e9 / Double(max(nanoseconds, 1))
  }
}

/// A bar that a figure of one run must reach, as a ratio to another of the same run or as an absolute rate.
struct Target {
  var name: String
  var value: Double
  var bar: Double
  /// The figure must not be above the bar, rather than reach it.
  var isMost = false

  var isMet: Bool { isMost ? value <= bar : value >= bar }
}
