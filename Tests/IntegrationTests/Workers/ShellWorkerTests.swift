import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import JobModel
import Testing

/// The worker in plain shell that people copy, as it stands in the repository.
@Suite struct ShellWorkerTests {
  /// Runs the worker, with other work if that is given, until it is dropped.
  private func start(
    _ stage: WorkerStage, in directory: TemporaryDirectory, work: String? = nil, pause: String? = nil
  ) throws -> InteractiveProcess {
    var script = try PackageFiles.text("clients/shell/worker.sh")
    if let work { script = script.replacing("  exec jq -c '{echo: .}'\n", with: work + "\n") }
    // Heartbeats come as fast as a test can wait for, however long the lease is.
    if let pause { script = script.replacing("while sleep \"$pause\"", with: "while sleep \(pause)") }
    _ = try directory.write("gantry.sh", try PackageFiles.text("clients/shell/gantry.sh"))
    // Its first line is its process id.
    return try InteractiveProcess(
      ChildCommand(
        "/bin/sh",
        ["-c", "echo $$; exec /bin/sh \"$@\"", "sh", try directory.write("worker.sh", script), "echo"],
        environment: [
          "PATH": "/usr/bin:/bin", "GANTRY_SOCKET": stage.daemon.socketPath, "GANTRY_BIN": try Programs.path("gantry"),
        ]))
  }

  @Test func itServesJobsAlsoAfterARestartOfTheDaemon() throws {
    let stage = try WorkerStage()
    let directory = try TemporaryDirectory()
    let worker = try start(stage, in: directory)
    for n in 0..<3 {
      let end = try stage.end(of: try stage.create(["payload": ["n": JSON(n), "text": "a'b\"c\n"]]))
      #expect(end["result"] == ["echo": ["n": JSON(n), "text": "a'b\"c\n"]])
    }
    try stage.daemon.kill()
    try stage.daemon.start()
    let client = try stage.daemon.connect(patience: 60)
    let job = try client.call("createJob", ["type": "echo"]).member("job_id")
    #expect(try client.call("waitJob", ["job_id": job])["job"]?["status"] == "completed")
    withExtendedLifetime(worker) {}
  }

  @Test func aTypeThatThereIsNotEndsItWithOneLine() throws {
    let stage = try WorkerStage()
    let directory = try TemporaryDirectory()
    for name in ["gantry.sh", "worker.sh"] {
      _ = try directory.write(name, try PackageFiles.text("clients/shell/\(name)"))
    }
    let environment = [
      "PATH": "/usr/bin:/bin", "GANTRY_SOCKET": stage.daemon.socketPath, "GANTRY_BIN": try Programs.path("gantry"),
    ]
    for (arguments, status, said) in [
      (["nothing"], 1, "worker.sh: There is no job type 'nothing'"), ([], 2, "usage: worker.sh TYPE"),
    ] as [([String], Int32, String)] {
      let output = try ChildCommand(
        "/bin/sh", [directory.appending("worker.sh")] + arguments, environment: environment
      ).run()
      let errors = String(decoding: output.stderrTail, as: UTF8.self)
      #expect(output.status == .exited(status))
      #expect(errors.hasPrefix(said) && errors.split(separator: "\n").count == 1, "\(errors)")
    }
  }

  @Test func itsFailuresAreToldWithTheirLogAndTriedAgainIfThatMayHelp() throws {
    let stage = try WorkerStage()
    let directory = try TemporaryDirectory()
    let worker = try start(
      stage, in: directory, work: "  code=$(jq .code); echo \"no such 'picture' \\\\\" >&2; return \"$code\"")
    let passing = try stage.create(["payload": ["code": 3], "max_retries": 1])
    let end = try stage.end(of: passing)
    #expect(end["status"] == "failed")
    #expect(end["attempt"] == 2)
    #expect(end["error"]?["kind"] == "workerFailed")
    let log = try stage.client.call("getJobLogs", ["job_id": passing])["text"]
    #expect(log == "no such 'picture' \\\nno such 'picture' \\\n")
    let lasting = try stage.end(of: try stage.create(["payload": ["code": 65]]))
    #expect(lasting["attempt"] == 1)
    withExtendedLifetime(worker) {}
  }

  @Test func itKeepsLongWorkAliveAndStopsWhatIsCancelled() throws {
    let stage = try WorkerStage(queue: "lease_seconds = 3600")
    let directory = try TemporaryDirectory()
    let gate = try Gate(in: directory)
    let worker = try start(stage, in: directory, work: "  \(gate.script)\n  exec sleep 1000", pause: "0.1")
    let job = try stage.create()
    try gate.waitForArrival()
    func leaseEnd() throws -> String {
      let reasons = try stage.client.call("explainJob", ["job_id": job])["reasons"]?.arrayValue
      return try #require(reasons?.first { $0["kind"] == "leased" }?["until"]?.stringValue)
    }
    // What is left of a lease that nobody renews ends at one moment, give or take the time of a question.
    let first = try Timestamp(rfc3339: leaseEnd())
    while try #require(Timestamp(rfc3339: leaseEnd())).seconds(since: try #require(first)) < 0.05 { sched_yield() }
    try gate.open()
    _ = try stage.client.call("cancelJob", ["job_id": job])
    #expect(try stage.end(of: job)["status"] == "cancelled")
    let attempts = try stage.client.call("getJobAttempts", ["job_id": job])["attempts"]?.arrayValue ?? []
    #expect(attempts.compactMap { $0["outcome"]?.stringValue } == ["cancelled"])
    withExtendedLifetime(worker) {}
  }

  @Test func aWorkerThatIsStoppedGivesItsJobBackUnharmed() throws {
    let stage = try WorkerStage()
    let directory = try TemporaryDirectory()
    let gate = try Gate(in: directory)
    let worker = try start(stage, in: directory, work: "  \(gate.script)\n  exec sleep 1000")
    let job = try stage.create()
    try gate.waitForArrival()
    let pid = try #require(pid_t(String(decoding: try worker.readLine(), as: UTF8.self)))
    #expect(kill(pid, SIGTERM) == 0)
    #expect(try worker.finish() == .exited(0))
    let status = try stage.status(job)
    #expect(status["status"] == "pending")
    #expect(status["crash_count"] == 0)
    #expect(status["retry_count"] == 0)
  }
}
