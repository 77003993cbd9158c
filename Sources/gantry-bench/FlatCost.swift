import Histogram
import JSON

/// The same requests to a daemon with very many finished jobs and to one with few, in turns, so that the machine's noise
/// meets both alike.
struct FlatCost {
  /// A daemon, and ids of finished jobs that it has.
  typealias Side = (daemon: DaemonUnderTest, sample: [String])

  /// More than the daemon keeps answers of, so that both have to look.
  static let few = 2000

  let few: Side
  let many: Side
  let requests: Int
  let announce: (String) -> Void

  /// What p99 with finished jobs may be, as a multiple of p99 without.
  private static let bar = 1.5
  private static let rounds = 9

  func run(into report: inout Report) throws {
    try compare("createJob", into: &report) { side throws(BenchError) in
      try load(side.daemon, requests / 20) { _ in
        #""method":"createJob","params":{"type":"noop","delay_seconds":864000}"#
      }
    }
    try compare("no-op job, created to completed", into: &report) { side in try endToEnd(side.daemon, requests / 50) }
    try compare("getJobStatus", into: &report) { side throws(BenchError) in
      try load(side.daemon, requests) { number in
        // A prime: every id in turn, in no order.
        #""method":"getJobStatus","params":{"job_id":"\#(side.sample[number * 7919 % side.sample.count])"}"#
      }
    }
    try compare("queueStatus", into: &report) { side throws(BenchError) in
      try load(side.daemon, requests) { _ in #""method":"queueStatus""# }
    }
  }

  private func compare(
    _ name: String, into report: inout Report,
    _ measure: (Side) throws -> LoadGenerator.Result
  ) throws {
    var results: [Bool: [LoadGenerator.Result]] = [:]
    for round in 1...Self.rounds {
      announce("\(name), round \(round) of \(Self.rounds)")
      // Who is first changes, so that neither always follows the other's disk work.
      for isMany in round.isMultiple(of: 2) ? [true, false] : [false, true] {
        results[isMany, default: []].append(try measure(isMany ? many : few))
      }
    }
    var tails: [Bool: Double] = [:]
    for (isMany, rounds) in results.sorted(by: { !$0.key && $1.key }) {
      let sorted = rounds.sorted { $0.latency.valueAtPercentile(99) < $1.latency.valueAtPercentile(99) }
      let middle = Measurement(
        name + (isMany ? ", many" : ", few"), connections: 1, window: 1, sorted[sorted.count / 2])
      tails[isMany] = middle.p99
      report.measurements.append(middle)
    }
    if let many = tails[true], let few = tails[false], few > 0 {
      report.targets.append(
        Target(name: "p99 of \(name), many / few", value: many / few, bar: Self.bar, isMost: true))
    }
  }

  private func load(
    _ daemon: DaemonUnderTest, _ count: Int, _ body: @escaping (Int) -> String
  ) throws(BenchError) -> LoadGenerator.Result {
    try LoadGenerator(socketPath: daemon.socketPath, connections: 1, window: 1, requests: count) { _, number in
      Array("{\"jsonrpc\":\"2.0\",\"id\":\(number),\(body(number))}\n".utf8)
    }.run()
  }

  /// One job after the other, each from its request to the news of its end: an insert, a claim and a completion.
  private func endToEnd(_ daemon: DaemonUnderTest, _ count: Int) throws -> LoadGenerator.Result {
    var client = try OneCallClient(socketPath: daemon.socketPath)
    defer { client.close() }
    var latency = Histogram<UInt32>(highestTrackableValue: 60_000_000_000, numberOfSignificantValueDigits: .three)
    let start = LoadGenerator.now()
    for _ in 0..<count {
      let begin = LoadGenerator.now()
      let job = try client.call(#""method":"createJob","params":{"type":"noop"}"#)
      guard let id = job["job_id"]?.stringValue else { throw BenchError("createJob gave no job_id: \(job)") }
      _ = try client.call(#""method":"waitJob","params":{"job_id":"\#(id)"}"#)
      latency.record(min(LoadGenerator.now() - begin, 60_000_000_000))
    }
    return LoadGenerator.Result(requests: count, nanoseconds: LoadGenerator.now() - start, latency: latency)
  }
}
