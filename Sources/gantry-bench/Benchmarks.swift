import JSON

/// The scenarios, run against one daemon.
struct Benchmarks {
  let daemon: DaemonUnderTest
  /// Requests of each scenario whose requests wait for no disk.
  let requests: Int
  /// Called before each scenario, for progress on a terminal.
  let announce: (String) -> Void

  private static let shapes = [(1, 1), (1, 64), (16, 1), (16, 64)]
  /// Rows in one transaction of the raw inserts.
  static let rawBatches = [1, 16, 64, 128]

  func run(into report: inout Report, rawRates: (Int) throws -> Measurement) throws {
    let job = try createOne()
    for (connections, window) in Self.shapes {
      report.measurements.append(
        try measure("ping", connections, window, requests) { _ in #""method":"ping""# })
      report.measurements.append(
        try measure("getJobStatus", connections, window, requests) { _ in
          #""method":"getJobStatus","params":{"job_id":"\#(job)"}"#
        })
      // Far in the future: the inserts are measured, not the work.
      let count = window == 1 && connections == 1 ? requests / 20 : requests / 2
      report.measurements.append(
        try measure("createJob", connections, window, count) { _ in
          #""method":"createJob","params":{"type":"noop","delay_seconds":864000}"#
        })
    }
    for batch in Self.rawBatches { report.measurements.append(try rawRates(batch)) }
    report.measurements.append(try endToEnd(count: requests / 2))
    addTargets(to: &report)
  }

  private func measure(
    _ name: String, _ connections: Int, _ window: Int, _ count: Int, _ body: @escaping (Int) -> String
  ) throws(BenchError) -> Measurement {
    announce("\(name), \(connections) connections, window \(window)")
    let generator = LoadGenerator(
      socketPath: daemon.socketPath, connections: connections, window: window, requests: count
    ) { _, number in
      Array("{\"jsonrpc\":\"2.0\",\"id\":\(number),\(body(number))}\n".utf8)
    }
    return Measurement(name, connections: connections, window: window, try generator.run())
  }

  /// Creates `count` no-op jobs over 16 connections and waits until the last of them is completed, on disk.
  private func endToEnd(count: Int) throws -> Measurement {
    announce("no-op jobs, created to completed")
    var client = try OneCallClient(socketPath: daemon.socketPath)
    defer { client.close() }
    let before = try client.completedJobs()
    let start = LoadGenerator.now()
    let created = try LoadGenerator(socketPath: daemon.socketPath, connections: 16, window: 64, requests: count) {
      Array("{\"jsonrpc\":\"2.0\",\"id\":\($1),\"method\":\"createJob\",\"params\":{\"type\":\"noop\"}}\n".utf8)
    }.run()
    while try client.completedJobs() - before < created.requests { client.pause() }
    var result = Measurement(
      "noop job end to end", window: 64, count: created.requests, nanoseconds: LoadGenerator.now() - start)
    result.connections = 16
    return result
  }

  private func createOne() throws -> String {
    var client = try OneCallClient(socketPath: daemon.socketPath)
    defer { client.close() }
    let result = try client.call(#""method":"createJob","params":{"type":"noop"}"#)
    guard let id = result["job_id"]?.stringValue else { throw BenchError("createJob gave no job_id: \(result)") }
    _ = try client.call(#""method":"waitJob","params":{"job_id":"\#(id)"}"#)
    return id
  }

  private func addTargets(to report: inout Report) {
    func add(_ name: String, _ value: Double?, over base: Double? = 1, bar: Double) {
      guard let value, let base, base > 0 else { return }
      report.targets.append(Target(name: name, value: value / base, bar: bar))
    }
    add(
      "getJobStatus / ping, 1 connection, window 64", report.rate("getJobStatus", connections: 1, window: 64),
      over: report.rate("ping", connections: 1, window: 64), bar: 0.5)
    add(
      "createJob, 16 x 64 / raw inserts, batch 128", report.rate("createJob", connections: 16, window: 64),
      over: report.rate("raw insert", connections: 1, window: 128), bar: 0.5)
    add(
      "no-op jobs end to end per second", report.rate("noop job end to end", connections: 16, window: 64), bar: 10_000)
  }
}
