import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import Testing
import Threads

@Suite struct ShutdownTests {
  @Test(arguments: [SIGTERM, SIGINT]) func anIdleDaemonEndsWellAndTakesItsSocketAway(signal: Int32) throws {
    let daemon = try Daemon()
    try daemon.connect().expectAlive()
    daemon.signal(signal)
    #expect(try daemon.waitForExit() == .exited(0))
    #expect(access(daemon.socketPath, F_OK) != 0)
    #expect(daemon.log.contains("stopped"))
  }

  @Test func aRunningJobIsAllowedToEndAndItsClientIsTold() throws {
    let stage = try SlowGitStage()
    let client = try stage.daemon.connect()
    let refresh = try client.call("refreshProject", ["path": .string(stage.repository.path)])
    let job = try #require(refresh["job_id"]?.stringValue)
    try stage.gate.waitForArrival()
    try client.send(#"{"jsonrpc":"2.0","id":"w","method":"waitJob","params":{"job_id":"\#(job)"}}"#)
    try client.expectAlive()
    stage.daemon.signal(SIGTERM)
    try stage.daemon.waitForLog(containing: "draining")
    try client.send(#"{"jsonrpc":"2.0","id":"n","method":"ping"}"#)
    try client.expect(
      #"{"jsonrpc":"2.0","id":"n","error":{"code":-32004,"message":"<any>","data":{"kind":"shuttingDown"}}}"#)
    try stage.gate.open()
    let end = try JSON.parse(try client.expectLine())
    #expect(end["id"] == "w")
    #expect(end["result"]?["job"]?["status"] == "completed")
    try client.expectEnd()
    #expect(try stage.daemon.waitForExit() == .exited(0))
  }

  @Test func aJobThatDoesNotEndInTimeIsInterruptedAndRunsAgainAtNoCost() throws {
    let stage = try SlowGitStage(configuration: "drain_seconds = 0\n")
    let client = try stage.daemon.connect()
    let refresh = try client.call("refreshProject", ["path": .string(stage.repository.path)])
    let job = try #require(refresh["job_id"]?.stringValue)
    try stage.gate.waitForArrival()
    #expect(try stage.daemon.terminate() == .exited(0))
    try stage.daemon.start()
    let end = try stage.daemon.connect().call("waitJob", ["job_id": .string(job)])
    #expect(end["job"]?["status"] == "completed")
    #expect(end["job"]?["attempt"] == 2)
    #expect(end["job"]?["retry_count"] == 0)
  }

  @Test func aSecondDaemonOnTheSameStateIsRefusedWithASentence() throws {
    let first = try Daemon()
    let error = #expect(throws: TestFailure.self) {
      try Daemon(arguments: ["--state", first.statePath])
    }
    #expect(error?.description.contains("Another gantryd runs on the state directory '\(first.statePath)'") == true)
    try first.connect().expectAlive()
  }

  @Test func ofManyDaemonsStartedAtOnceOnOneStateExactlyOneServes() throws {
    // What a dead one left, with its lock, does not decide it.
    let dead = try Daemon()
    _ = try dead.connect().call("createJob", ["type": "noop", "delay_seconds": 3600])
    try dead.kill()
    let state = dead.statePath
    let outcomes = BlockingMailbox<String>()
    let end = BlockingMailbox<Void>()
    let starters = (0..<4).map { number in
      WorkerThread(name: "starter \(number)") {
        do {
          let daemon = try Daemon(arguments: ["--state", state])
          outcomes.send("ready")
          _ = end.receive()
          withExtendedLifetime(daemon) {}
        } catch {
          outcomes.send("\(error)")
        }
      }
    }
    let all = starters.compactMap { _ in outcomes.receive() }
    end.close()
    for starter in starters { starter.join() }
    #expect(all.count { $0 == "ready" } == 1)
    #expect(all.count { $0.contains("Another gantryd runs on the state directory '\(state)'") } == 3, "\(all)")
    try dead.start()
    #expect(try dead.connect().call("queueStatus")["pending"] == 1)
  }

  @Test func aSecondDaemonOnTheSameSocketIsRefusedWithASentence() throws {
    let first = try Daemon()
    let error = #expect(throws: TestFailure.self) {
      try Daemon(arguments: ["--socket", first.socketPath])
    }
    #expect(error?.description.contains("another gantryd already serves '\(first.socketPath)'") == true)
    try first.connect().expectAlive()
  }

  @Test func aSignalInTheMiddleOfAClaimEndsTheDaemonAllTheSame() throws {
    // The daemon claims as soon as it is ready; the signal comes while that is under way, or right before or after.
    let daemon = try Daemon()
    for _ in 0..<20 {
      #expect(try daemon.terminate() == .exited(0))
      try daemon.start()
    }
  }
}
