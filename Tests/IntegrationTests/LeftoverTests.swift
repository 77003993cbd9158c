import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import Testing

/// A daemon that is killed cannot end its programs; the next one does, before it takes up their jobs.
@Suite struct LeftoverTests {
  @Test func theProgramsOfADaemonThatWasKilledAreGoneBeforeTheNextOneRunsTheirJobs() throws {
    let stage = try SlowGitStage()
    let client = try stage.daemon.connect()
    let refresh = try client.call("refreshProject", ["path": .string(stage.repository.path)])
    let job = try #require(refresh["job_id"]?.stringValue)
    try stage.gate.waitForArrival()
    let old = try #require(held(of: stage.daemon))
    try stage.daemon.kill()
    #expect(kill(old, 0) == 0, "it has outlived its daemon")

    try stage.daemon.start()

    // Nobody has opened the gate: the old git could only be ended. What runs now is told by the job.
    #expect(!ProcessTable.isRunning(old))
    #expect(stage.daemon.log.contains("programs that a dead daemon had left running were ended"))
    let end = try stage.daemon.connect().call("waitJob", ["job_id": .string(job)])
    #expect(end["job"]?["status"] == "completed")
    #expect(end["job"]?["attempt"] == 2)
  }

  @Test func aDaemonLeavesTheProgramsOfAnotherOneAlone() throws {
    let stage = try SlowGitStage()
    let client = try stage.daemon.connect()
    let refresh = try client.call("refreshProject", ["path": .string(stage.repository.path)])
    let job = try #require(refresh["job_id"]?.stringValue)
    try stage.gate.waitForArrival()
    let other = try Daemon()
    #expect(!other.log.contains("dead daemon"))
    try stage.gate.open()
    let end = try client.call("waitJob", ["job_id": .string(job)])
    #expect(end["job"]?["status"] == "completed")
    #expect(end["job"]?["attempt"] == 1)
  }

  /// The program that a daemon has started: whose environment carries the marker of its state directory.
  private func held(of daemon: Daemon) -> pid_t? {
    ProcessMarker.scope(of: daemon.statePath).flatMap { scope in
      ProcessTable.pids(withEnvironment: "\(ProcessMarker.variable)=\(scope)/").first
    }
  }
}
