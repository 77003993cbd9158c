import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import Testing

/// A disk without room: new work is refused with a sentence, reads go on, and nobody has to be called when there is
/// room again.
@Suite(.enabled(if: SmallFilesystem.isAvailable, "a small file system can only be mounted by root"))
struct FullDiskTests {
  private let disk: SmallFilesystem
  private let daemon: Daemon

  init() throws {
    disk = try SmallFilesystem(bytes: 4 << 20)
    daemon = try Daemon(arguments: ["--state", disk.path])
  }

  /// Fills the disk and creates jobs until one is refused: the log may have room of its own left.
  private func createUntilRefused(_ client: Conversation) throws -> (jobs: [JSON], refusal: JSON) {
    try disk.fill()
    var jobs: [JSON] = []
    for number in 0..<2000 {
      try client.send(request("\(number)", "createJob", #"{"type":"noop","delay_seconds":86400}"#))
      let reply = try JSON.parse(try client.expectLine())
      if let refusal = reply["error"] { return (jobs, refusal) }
      jobs.append(try reply.member("result").member("job_id"))
    }
    throw TestFailure("2000 jobs found room on a full disk")
  }

  @Test func newWorkIsRefusedWithASentenceWhileReadsGoOn() throws {
    let client = try daemon.connect()
    let (jobs, refusal) = try createUntilRefused(client)
    #expect(refusal["code"] == 1008)
    #expect(refusal["data"]?["kind"] == "storageUnavailable")
    let message = try #require(refusal["message"]?.stringValue)
    #expect(message.contains("The disk that holds '\(disk.path)/gantry.db' is full"))
    #expect(message.contains("Make room"))
    // All reads, of new connections too.
    let other = try daemon.connect()
    for reader in [client, other] {
      #expect(try reader.call("queueStatus")["pending"]?.intValue == Int64(jobs.count))
      for job in jobs { #expect(try reader.call("getJobStatus", ["job_id": job])["status"] == "pending") }
      #expect(try reader.call("listJobs", ["limit": 5])["jobs"]?.arrayValue != nil)
      try reader.expectAlive()
    }
    // It stays so, for all that writes.
    for (method, params) in [
      ("createJob", #"{"type":"noop"}"#), ("createProject", #"{"source":"https://example.invalid/a.git"}"#),
    ] {
      try other.send(request("1", method, params))
      try other.expect(error(1008, id: "1", "storageUnavailable").replacing(#","<others>":"<any>""#, with: ""))
    }
  }

  @Test func healthTellsOfTheDiskAndOfTheChangeThatWasRefused() throws {
    let client = try daemon.connect()
    _ = try createUntilRefused(client)
    func check(_ name: String) throws -> JSON? {
      try client.call("health")["checks"]?.arrayValue?.first { $0["name"]?.stringValue == name }
    }
    let health = try client.call("health")
    #expect(health["status"] == "unhealthy")
    #expect(health["database_connected"] == true)
    #expect(health["disk_free_bytes"] == 0)
    #expect(try check("disk")?["status"] == "degraded")
    #expect(try check("writes")?["status"] == "unhealthy")
    #expect(try check("writes")?["message"]?.stringValue?.contains("is full") == true)
    #expect(try client.call("metrics")["store"]?["failed_commits"]?.intValue ?? 0 > 0)
    try disk.makeRoom()
    // A write that comes through; the failure stays known for a while.
    let job = try client.call("createJob", ["type": "noop"]).member("job_id")
    #expect(try client.call("waitJob", ["job_id": job])["job"]?["status"] == "completed")
    #expect(try check("writes")?["status"] == "degraded")
  }

  @Test func workIsTakenAgainAsSoonAsThereIsRoom() throws {
    let client = try daemon.connect()
    let (jobs, _) = try createUntilRefused(client)
    try disk.makeRoom()
    let job = try client.call("createJob", ["type": "noop"]).member("job_id")
    #expect(try client.call("waitJob", ["job_id": job])["job"]?["status"] == "completed")
    #expect(try client.call("queueStatus")["total"]?.intValue == Int64(jobs.count) + 1)
    #expect(try daemon.terminate() == .exited(0))
    try DatabaseInvariants.check(disk.path + "/gantry.db", now: SystemTime.now)
  }

  @Test func theDaemonEndsAndNothingIsLost() throws {
    let client = try daemon.connect()
    let (jobs, _) = try createUntilRefused(client)
    #expect(try daemon.terminate() == .exited(0))
    try disk.makeRoom()
    try daemon.start()
    let again = try daemon.connect()
    #expect(try again.call("queueStatus")["pending"]?.intValue == Int64(jobs.count))
    for job in jobs { #expect(try again.call("getJobStatus", ["job_id": job])["status"] == "pending") }
  }

  @Test func aDaemonThatStartsOnAFullDiskAfterAKillServesReads() throws {
    let (jobs, _) = try createUntilRefused(try daemon.connect())
    try daemon.kill()
    try daemon.start()
    let client = try daemon.connect()
    #expect(try client.call("queueStatus")["pending"]?.intValue == Int64(jobs.count))
    try client.send(request("1", "createJob", #"{"type":"noop","delay_seconds":86400}"#))
    try client.expect(error(1008, id: "1", "storageUnavailable").replacing(#","<others>":"<any>""#, with: ""))
    try disk.makeRoom()
    _ = try client.call("createJob", ["type": "noop"])
  }

  @Test func aDaemonThatHasNoRoomToStartSaysWhereAndStartsOnceThereIs() throws {
    let client = try daemon.connect()
    let job = try client.call("createJob", ["type": "noop", "delay_seconds": 86400]).member("job_id")
    #expect(try daemon.terminate() == .exited(0))
    try disk.fill()
    let gantryd = ChildCommand(
      try Programs.path("gantryd"), ["--socket", daemon.socketPath, "--state", disk.path],
      environment: ["HOME": "/nonexistent", "PATH": "/usr/bin:/bin"])
    let run = try gantryd.run(supervision: Supervision(deadline: .after(seconds: 30)))
    #expect(!run.status.isSuccess)
    let words = String(decoding: run.stderrTail, as: UTF8.self)
    #expect(words.contains("The disk that holds '\(disk.path)/gantry.db' is full"), "\(words)")
    try disk.makeRoom()
    try daemon.start()
    #expect(try daemon.connect().call("getJobStatus", ["job_id": job])["status"] == "pending")
  }
}
