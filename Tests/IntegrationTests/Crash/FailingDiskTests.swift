import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import SQLite
import Testing

/// A disk that fails: nothing is promised that it does not hold, and nothing held is lost.
@Suite struct FailingDiskTests {
  private let refusal =
    #"{"jsonrpc":"2.0","id":1,"error":{"code":1008,"message":"<string>","data":{"kind":"storageUnavailable"}}}"#
  private let later = #"{"type":"noop","delay_seconds":86400}"#

  @Test func aJobThatAFailedSyncHasRefusedDoesNotComeBackWithTheNextDaemon() throws {
    let faults = try Faults()
    let daemon = try Daemon(environment: faults.environment)
    let client = try daemon.connect()
    _ = try client.call("createJob", ["type": "noop", "delay_seconds": 86400])
    faults.failSyncs(of: .log)
    try client.send(request("1", "createJob", later))
    try client.expect(refusal)
    #expect(faults.failures > 0)
    // Reads go on, and do not show it.
    #expect(try client.call("queueStatus")["total"] == 1)
    try daemon.kill()
    faults.heal()
    try daemon.start()
    #expect(try daemon.connect().call("queueStatus")["total"] == 1)
  }

  @Test func workGoesOnOnceTheDiskSyncsAgain() throws {
    let faults = try Faults()
    let daemon = try Daemon(environment: faults.environment)
    let client = try daemon.connect()
    faults.failSyncs(of: .log)
    try client.send(request("1", "createJob", #"{"type":"noop"}"#))
    try client.expect(refusal)
    faults.heal()
    let job = try client.call("createJob", ["type": "noop"]).member("job_id")
    #expect(try client.call("waitJob", ["job_id": job])["job"]?["status"] == "completed")
    #expect(try client.call("queueStatus")["total"] == 1)
    #expect(try daemon.terminate() == .exited(0))
    #expect(access(daemon.statePath + "/gantry.db-wal", F_OK) != 0)
    try DatabaseInvariants.check(daemon.statePath + "/gantry.db", now: SystemTime.now)
  }

  @Test func aDaemonEndsAlsoWhenNothingCanBeSynced() throws {
    let faults = try Faults()
    let daemon = try Daemon(environment: faults.environment)
    let client = try daemon.connect()
    let job = try client.call("createJob", ["type": "noop", "delay_seconds": 86400]).member("job_id")
    faults.failSyncs(of: [.log, .database])
    try client.send(request("1", "createJob", later))
    try client.expect(refusal)
    #expect(try daemon.terminate() == .exited(0))
    #expect(daemon.log.contains("the store did not close in good order"))
    faults.heal()
    try daemon.start()
    let again = try daemon.connect()
    #expect(try again.call("getJobStatus", ["job_id": job])["status"] == "pending")
    #expect(try again.call("queueStatus")["total"] == 1)
  }
}
