import ArgumentParser
import Glibc
import JSON

@main
struct Main: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gantry-bench",
    abstract: "Measures a gantryd of its own: rates, latencies, and the targets as ratios within the run.",
    discussion: "The machine's noise moves the figures of a run together: compare ratios, not runs.")

  @Option(help: "The gantryd to measure. Default: the one beside this program.")
  var gantryd: String?

  @Option(help: "Directory whose file system is measured.")
  var directory = "/tmp"

  @Option(help: "Requests of each scenario.")
  var requests = 100_000

  @Option(help: "Worker threads of the daemon.")
  var workers = 64

  @Option(help: "Compare a daemon with so many finished jobs to one with few, instead of all else.")
  var finishedJobs: Int?

  @Option(help: "Measure refreshes of this repository, and github-linguist beside them, instead of all else.")
  var repository: String?

  @Flag(help: "Print JSON instead of tables.")
  var json = false

  func validate() throws {
    guard requests >= 1000 else { throw ValidationError("--requests must be at least 1000.") }
    guard finishedJobs ?? 1 > 0 else { throw ValidationError("--finished-jobs must be at least 1.") }
  }

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    let executable = try gantryd ?? Self.sibling("gantryd")
    if let finishedJobs { return try compare(executable, FinishedJobs(count: finishedJobs)) }
    if let repository { return try refresh(executable, repository) }
    let daemon = try DaemonUnderTest(executable: executable, parent: directory, workers: workers)
    let raw = RawInserts(directory: daemon.directory, rows: requests / 2)
    defer {
      raw.removeFiles()
      daemon.removeFiles()
    }
    var report = Report()
    try Benchmarks(daemon: daemon, requests: requests, announce: announce).run(into: &report) { batch in
      announce("raw inserts, batch \(batch)")
      return try raw.measure(batch: batch)
    }
    print(json ? report.json.description : report.table, terminator: json ? "\n" : "")
  }

  private func compare(_ executable: String, _ finished: FinishedJobs) throws {
    announce("with \(finished.count) finished jobs")
    let many = try side(executable, finished)
    defer { many.daemon.removeFiles() }
    let few = try side(executable, FinishedJobs(count: FlatCost.few))
    defer { few.daemon.removeFiles() }
    var report = Report()
    try FlatCost(few: few, many: many, requests: requests / 10, announce: announce).run(into: &report)
    print(json ? report.json.description : report.table, terminator: json ? "\n" : "")
  }

  private func refresh(_ executable: String, _ repository: String) throws {
    guard let path = realpath(repository, nil) else {
      throw BenchError("\(repository) cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { free(path) }
    var report = Report()
    try RefreshCost(
      executable: executable, parent: directory, repository: String(cString: path), announce: announce
    ).run(into: &report)
    print(json ? report.json.description : report.table, terminator: json ? "\n" : "")
  }

  private func side(_ executable: String, _ finished: FinishedJobs) throws -> FlatCost.Side {
    var finished = finished
    let daemon = try DaemonUnderTest(executable: executable, parent: directory, workers: workers) { state in
      try finished.fill(state: state, announce: announce)
    }
    return (daemon, finished.sample)
  }

  private func announce(_ scenario: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    var line = "measuring \(scenario)\n"
    line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// The program of that name in the directory of this one.
  private static func sibling(_ name: String) throws -> String {
    guard let own = realpath("/proc/self/exe", nil) else {
      throw BenchError("the path of this program cannot be found; name the daemon with --gantryd")
    }
    defer { free(own) }
    let path = String(cString: own)
    return path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex) + name
  }
}
