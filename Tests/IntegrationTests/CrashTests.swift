import GantryTestSupport
import Glibc
import JSON
import Testing

/// What a daemon said yes to is there after it was killed, and what it was doing is done again.
@Suite struct CrashTests {
  @Test func aJobThatWasRunningIsRunAgainAfterAKill() throws {
    let stage = try SlowGitStage()
    let client = try stage.daemon.connect()
    let refresh = try client.call("refreshProject", ["path": .string(stage.repository.path)])
    let job = try #require(refresh["job_id"]?.stringValue)
    try stage.gate.waitForArrival()
    let running = try client.call("getJobStatus", ["job_id": .string(job)])
    #expect(running["status"] == "processing")
    #expect(running["attempt"] == 1)

    try stage.daemon.kill()
    try stage.gate.open()
    try stage.daemon.start()

    let again = try stage.daemon.connect()
    let end = try again.call("waitJob", ["job_id": .string(job)])
    #expect(end["timed_out"] == false)
    #expect(end["job"]?["status"] == "completed")
    #expect(end["job"]?["attempt"] == 2)
    #expect(end["job"]?["retry_count"] == 0)
    #expect(end["job"]?["result"]?["tasks_count"] == 3)
    #expect(stage.daemon.log.contains("queued again"))
  }

  @Test func everyJobThatWasAcknowledgedIsThereAfterAKill() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    var acknowledged: [String] = []
    // More requests than answers awaited: the kill comes in the middle of the stream.
    let asked = 300
    for number in 0..<asked {
      try client.send(
        #"{"jsonrpc":"2.0","id":\#(number),"method":"createJob","params":{"type":"noop","delay_seconds":86400}}"#)
    }
    while acknowledged.count < asked / 2 {
      let reply = try JSON.parse(try client.expectLine())
      acknowledged.append(try #require(reply["result"]?["job_id"]?.stringValue))
    }
    try daemon.kill()
    try daemon.start()
    let again = try daemon.connect()
    for job in acknowledged {
      let status = try again.call("getJobStatus", ["job_id": .string(job)])
      #expect(status["status"] == "pending")
    }
    let queue = try again.call("queueStatus")
    let pending = try #require(queue["pending"]?.intValue)
    #expect(pending >= Int64(acknowledged.count))
    #expect(pending <= Int64(asked))
    #expect(queue["total"] == queue["pending"])
  }

  @Test func aStaleSocketOfAKilledDaemonDoesNotHinderTheNext() throws {
    let daemon = try Daemon()
    try daemon.kill()
    #expect(access(daemon.socketPath, F_OK) == 0)
    try daemon.start()
    try daemon.connect().expectAlive()
  }
}
