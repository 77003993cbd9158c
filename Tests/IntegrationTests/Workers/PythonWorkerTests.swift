import ChildProcess
import Foundation
import GantryTestSupport
import Glibc
import JSON
import Testing

/// The worker that people copy, as it stands in the repository.
@Suite struct PythonWorkerTests {
  /// Runs until it is dropped. Its first line is its process id.
  private func start(_ stage: WorkerStage, script: String) throws -> InteractiveProcess {
    try InteractiveProcess(
      ChildCommand(
        "/bin/sh", ["-c", "echo $$; exec /usr/bin/python3 \"$@\"", "sh", script, stage.daemon.socketPath, "echo"],
        environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]))
  }

  @Test func itServesJobsAndComesBackAfterARestartOfTheDaemon() throws {
    let stage = try WorkerStage()
    let directory = try TemporaryDirectory()
    let script = try directory.write("worker.py", try PackageFiles.text("clients/python/worker.py"))
    let worker = try start(stage, script: script)
    for n in 0..<20 {
      let job = try stage.create(["payload": .object(["n": JSON(n)])])
      let end = try stage.end(of: job)
      #expect(end["result"]?["echo"]?["n"] == JSON(n))
      #expect(try stage.client.call("getJobLogs", ["job_id": job])["text"] == "half of it\n")
    }
    try stage.daemon.kill()
    try stage.daemon.start()
    let client = try stage.daemon.connect(patience: 60)
    let job = try client.call("createJob", ["type": "echo"]).member("job_id")
    #expect(try client.call("waitJob", .object(["job_id": job]))["job"]?["status"] == "completed")
    withExtendedLifetime(worker) {}
  }

  @Test func theOneInTheContractServesJobsAndReportsFailures() throws {
    let stage = try WorkerStage()
    let directory = try TemporaryDirectory()
    let contract = try PackageFiles.text("protocol/PROTOCOL.md")
    let start = try #require(contract.range(of: "```python\n")?.upperBound)
    let end = try #require(contract.range(of: "```\n", range: start..<contract.endIndex)?.lowerBound)
    let least = String(contract[start..<end])
    let worker = try self.start(
      stage,
      script: try directory.write(
        "least.py",
        least.replacing(
          #"    return {"echo": payload}"#, with: #"    return {"echo": payload} if payload else 1 / 0"#)))
    let good = try stage.end(of: try stage.create(["payload": ["n": 1], "max_retries": 0]))
    #expect(good["result"] == ["echo": ["n": 1]])
    let bad = try stage.end(of: try stage.create(["max_retries": 0]))
    #expect(bad["error"]?["kind"] == "ZeroDivisionError")
    withExtendedLifetime(worker) {}
  }

  @Test func itsWorkMayFailAndMayBeCancelled() throws {
    let stage = try WorkerStage()
    let directory = try TemporaryDirectory()
    // The copy that a user would make, with work of another kind.
    let copy = try PackageFiles.text("clients/python/worker.py").replacing(
      #"    return {"echo": payload}"#,
      with: """
            while payload.get("wait"):
                beat(progress={"message": "waiting"})
            if payload.get("never"):
                raise GiveUp("no such painter")
            raise OSError("no such picture")
        """)
    let worker = try start(stage, script: try directory.write("worker.py", copy))
    let failed = try stage.end(of: try stage.create(["max_retries": 1]))
    #expect(failed["error"]?["kind"] == "OSError")
    #expect(failed["error"]?["message"] == "no such picture")
    #expect(failed["attempt"] == 2)
    let hopeless = try stage.end(of: try stage.create(["payload": ["never": true]]))
    #expect(hopeless["error"]?["kind"] == "GiveUp")
    #expect(hopeless["attempt"] == 1)
    let job = try stage.create(["payload": ["wait": true], "timeout_seconds": 60])
    try stage.wait(for: job) { $0["progress"]?["message"] == "waiting" }
    _ = try stage.client.call("cancelJob", .object(["job_id": job]))
    #expect(try stage.end(of: job)["status"] == "cancelled")
    withExtendedLifetime(worker) {}
  }

  @Test func aWorkerThatIsStoppedGivesItsJobBackUnharmed() throws {
    let stage = try WorkerStage()
    let directory = try TemporaryDirectory()
    let copy = try PackageFiles.text("clients/python/worker.py").replacing(
      #"    return {"echo": payload}"#, with: "    time.sleep(1000)")
    let worker = try start(stage, script: try directory.write("worker.py", copy))
    let job = try stage.create()
    try stage.wait(for: job) { $0["progress"]?["fraction"]?.doubleValue == 0.5 }
    let pid = try #require(pid_t(String(decoding: try worker.readLine(), as: UTF8.self)))
    #expect(kill(pid, SIGTERM) == 0)
    #expect(try worker.finish() == .exited(0))
    let status = try stage.status(job)
    #expect(status["status"] == "pending")
    #expect(status["crash_count"] == 0)
    #expect(status["retry_count"] == 0)
  }

  @Test func aTypeThatThereIsNotEndsItWithOneLine() throws {
    let stage = try WorkerStage()
    let directory = try TemporaryDirectory()
    let script = try directory.write("worker.py", try PackageFiles.text("clients/python/worker.py"))
    for (arguments, said) in [
      ([stage.daemon.socketPath, "nothing"], "worker.py: There is no job type 'nothing'"), ([], "usage: worker.py"),
    ] {
      let output = try ChildCommand(
        "/usr/bin/python3", [script] + arguments, environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
      ).run()
      let errors = String(decoding: output.stderrTail, as: UTF8.self)
      #expect(output.status == .exited(1))
      #expect(errors.hasPrefix(said) && errors.split(separator: "\n").count == 1, "\(errors)")
    }
  }
}
