import ChildProcess
import Glibc
import Histogram
import JSON

/// What a refresh of a repository costs a daemon that has never seen it, and one that has; github-linguist, where it is
/// installed, counts the same repository in the same run.
struct RefreshCost {
  let executable: String
  /// Parent of the daemons' directories.
  let parent: String
  /// Absolute path of the repository.
  let repository: String
  let announce: (String) -> Void

  private static let rounds = 5
  /// Seconds that a refresh of some thousand files from nothing may take.
  private static let bar = 1.0
  /// How many times as long github-linguist takes at least.
  private static let ratioBar = 3.0

  func run(into report: inout Report) throws {
    let linguist = ExecutableSearch.find("github-linguist", in: ExecutableSearch.defaultPath)
    var first: [Int64] = []
    var second: [Int64] = []
    var theirs: [Int64] = []
    for round in 1...Self.rounds {
      announce("refreshes, round \(round) of \(Self.rounds)")
      let daemon = try DaemonUnderTest(executable: executable, parent: parent, workers: 4)
      defer { daemon.removeFiles() }
      var client = try OneCallClient(socketPath: daemon.socketPath)
      defer { client.close() }
      first.append(try refresh(&client))
      second.append(try refresh(&client))
      if let linguist { theirs.append(try count(linguist)) }
    }
    add("refresh from nothing", first, to: &report)
    add("refresh again", second, to: &report)
    report.targets.append(
      Target(name: "seconds of a refresh from nothing", value: Self.middle(first) / 1e9, bar: Self.bar, isMost: true))
    guard !theirs.isEmpty else { return }
    add("github-linguist", theirs, to: &report)
    report.targets.append(
      Target(
        name: "github-linguist / refresh from nothing", value: Self.middle(theirs) / Self.middle(first),
        bar: Self.ratioBar))
  }

  /// Nanoseconds from the request to the news of the end.
  private func refresh(_ client: inout OneCallClient) throws -> Int64 {
    let path = JSON.string(repository).description
    let start = LoadGenerator.now()
    let answer = try client.call(#""method":"refreshProject","params":{"path":\#(path),"wait":true}"#)
    let end = LoadGenerator.now()
    guard answer["job"]?["status"]?.stringValue == "completed" else {
      throw BenchError("the refresh of \(repository) did not end well: \(answer)")
    }
    return Int64(end - start)
  }

  private func count(_ linguist: String) throws -> Int64 {
    let start = LoadGenerator.now()
    let output = try ChildCommand(
      linguist, [repository, "--json"], environment: ["PATH": ExecutableSearch.defaultPath, "LANG": "C.UTF-8"],
      workingDirectory: repository
    ).run()
    let end = LoadGenerator.now()
    guard output.status.isSuccess else {
      throw BenchError("github-linguist failed: \(String(decoding: output.stderrTail, as: UTF8.self))")
    }
    return Int64(end - start)
  }

  private func add(_ name: String, _ times: [Int64], to report: inout Report) {
    var latency = Histogram<UInt32>(highestTrackableValue: 600_000_000_000, numberOfSignificantValueDigits: .three)
    for time in times { latency.record(UInt64(min(time, 600_000_000_000))) }
    report.measurements.append(
      Measurement(
        name, connections: 1, window: 1,
        LoadGenerator.Result(requests: times.count, nanoseconds: .init(times.reduce(0, +)), latency: latency)))
  }

  private static func middle(_ times: [Int64]) -> Double { Double(times.sorted()[times.count / 2]) }
}
