import ChildProcess
import GantryTestSupport
import JSON
import Testing

/// The worker that people copy, as it stands in the repository.
@Suite struct PythonWorkerTests {
  /// Runs until it is dropped.
  private func start(_ stage: WorkerStage, script: String) throws -> InteractiveProcess {
    try InteractiveProcess(
      ChildCommand(
        "/usr/bin/python3", [script, stage.daemon.socketPath, "echo"],
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
    }
    try stage.daemon.kill()
    try stage.daemon.start()
    let client = try stage.daemon.connect(patience: 60)
    let job = try client.call("createJob", ["type": "echo"]).member("job_id")
    #expect(try client.call("waitJob", .object(["job_id": job]))["job"]?["status"] == "completed")
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
            raise OSError("no such picture")
        """)
    let worker = try start(stage, script: try directory.write("worker.py", copy))
    let failed = try stage.end(of: try stage.create(["max_retries": 1]))
    #expect(failed["error"]?["kind"] == "OSError")
    #expect(failed["error"]?["message"] == "no such picture")
    #expect(failed["attempt"] == 2)
    let job = try stage.create(["payload": ["wait": true], "timeout_seconds": 60])
    while try stage.status(job)["progress"]?["message"] != "waiting" {}
    _ = try stage.client.call("cancelJob", .object(["job_id": job]))
    #expect(try stage.end(of: job)["status"] == "cancelled")
    withExtendedLifetime(worker) {}
  }
}
