import GantryTestSupport
import JSON
import Testing

/// Attempts whose end the store does not take: nothing may run for ever, and everybody may know.
@Suite struct UnwrittenEndTests {
  private static let types = WorkerStage.type + "\n[job_types.false]\ncommand = [\"/bin/false\"]\n"

  private func attempts(_ stage: WorkerStage) throws -> JSON? {
    try stage.client.call("health")["checks"]?.arrayValue?.first { $0["name"] == "attempts" }
  }

  @Test(arguments: ["failed", "completed"])
  func anEndThatTheStoreCannotTakeIsTriedUntilItDoes(_ status: String) throws {
    let stage = try WorkerStage(type: Self.types)
    try stage.forbid(status)
    let job = try stage.create(["type": status == "failed" ? "false" : "noop", "max_retries": 0])
    if status == "failed" {
      try stage.client.call("health") {
        $0["checks"]?.arrayValue?.first { $0["name"] == "attempts" }?["ok"] == false
      }
      #expect(try stage.status(job)["status"] == "processing")
      try stage.allowAgain()
    }
    let end = try stage.end(of: job)
    // What it cannot be told as, it is told as the failure that it is.
    #expect(end["status"] == "failed")
    #expect(end["error"]?["kind"] == "internalError")
    #expect(try attempts(stage)?["ok"] == true)
  }

  @Test func theEndOfALeaseThatTheStoreCannotTakeIsTriedToo() throws {
    let stage = try WorkerStage()
    let worker = try stage.daemon.connect()
    let job = try stage.create(["timeout_seconds": 0.1, "max_retries": 0])
    try stage.forbid("failed")
    _ = try stage.claim(worker, ["wait_seconds": 15])
    try stage.client.call("health") { $0["checks"]?.arrayValue?.first { $0["name"] == "attempts" }?["ok"] == false }
    #expect(try stage.client.call("queueStatus")["workers"]?["leased"] == 0)
    try stage.allowAgain()
    #expect(try stage.end(of: job)["status"] == "failed")
  }
}
