import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import SQLite
import Testing

/// Copies of the database, and looking for damage in it, while the daemon works.
@Suite struct BackupTests {
  private let directory: TemporaryDirectory
  private let daemon: Daemon
  private let client: Conversation

  init() throws {
    directory = try TemporaryDirectory()
    daemon = try Daemon()
    client = try daemon.connect()
  }

  private func create(_ count: Int) throws -> [JSON] {
    try (0..<count).map { _ in
      try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
    }
  }

  @Test func aDaemonOnACopyHasEverythingThatWasThere() throws {
    let jobs = try create(20)
    let path = directory.appending("copy.db")
    let backup = try client.call("backup", ["path": .string(path)])
    #expect(backup["path"]?.stringValue == path)
    #expect(backup["jobs"] == 20)
    #expect(backup["verified"] == true)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(backup["bytes"]?.intValue == Int64(status.st_size))
    #expect(status.st_mode & 0o777 == 0o600)
    _ = try create(1)

    // The restoring that the documentation tells of.
    let state = try directory.makeDirectory("restored")
    #expect(rename(path, state + "/gantry.db") == 0)
    let restored = try Daemon(arguments: ["--state", state])
    let other = try restored.connect()
    #expect(try other.call("queueStatus")["pending"] == 20)
    for job in jobs { #expect(try other.call("getJobStatus", ["job_id": job])["status"] == "pending") }
    let verified = try other.call("verify")
    #expect(verified["ok"] == true)
    #expect(verified["problems"] == [])
    #expect(verified["checked"]?["jobs"] == 20)
    #expect(try other.call("createJob", ["type": "noop"])["outcome"] == "created")
  }

  @Test func aBackupUnderLoadIsOneStateOfTheQueueAndHoldsNobodyUp() throws {
    let other = try daemon.connect()
    var paths: [String] = []
    for number in 0..<5 {
      let path = directory.appending("copy-\(number).db")
      paths.append(path)
      try client.send(request("\(number)", "backup", #"{"path":"\#(path)"}"#))
      for _ in 0..<20 { _ = try other.call("createJob", ["type": "noop"]) }
    }
    for _ in paths {
      try client.expect(#"{"jsonrpc":"2.0","id":"<number>","result":{"verified":true,"<others>":"<any>"}}"#)
    }
    for path in paths { try DatabaseInvariants.check(path, now: SystemTime.now) }
    #expect(try client.call("verify")["ok"] == true)
  }

  @Test(arguments: [
    ("relative.db", "absolute"), ("/no-such-directory/copy.db", "'/no-such-directory' does not exist"),
    ("/etc/passwd", "something at '/etc/passwd' already"), ("/", "file"),
  ])
  func aPathThatCannotBeUsedIsRefusedWithTheReason(path: String, reason: String) throws {
    try client.send(request("1", "backup", #"{"path":"\#(path)"}"#))
    let reply = try client.expect(error(-32602, id: "1", "invalidParams", field: "path"))
    #expect(reply["error"]?["message"]?.stringValue?.contains(reason) == true, "\(reply)")
    #expect(try daemonIsIntact())
  }

  @Test func nothingThatIsThereIsReplacedNotEvenALinkToNowhere() throws {
    let path = directory.appending("link.db")
    #expect(symlink("/nonexistent", path) == 0)
    try client.send(request("1", "backup", #"{"path":"\#(path)"}"#))
    try client.expect(error(-32602, id: "1", "invalidParams", field: "path"))
    let file = try directory.write("mine.db", "mine")
    try client.send(request("2", "backup", #"{"path":"\#(file)"}"#))
    try client.expect(error(-32602, id: "2", "invalidParams", field: "path"))
    #expect(directory.contains("mine.db"))
    #expect(!directory.contains("link.db"))
  }

  @Test func aBackupThatIsCancelledLeavesNothing() throws {
    // The first one may be done before anybody can cancel it; the others wait behind it.
    for number in 0..<4 {
      let path = directory.appending("copy-\(number).db")
      try client.send(request("\(number)", "backup", #"{"path":"\#(path)"}"#))
    }
    for number in 1..<4 {
      try client.send(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":\#(number)}}"#)
    }
    var cancelled: [Int64] = []
    for _ in 0..<4 {
      let reply = try JSON.parse(try client.expectLine())
      let number = try #require(reply["id"]?.intValue)
      if reply["error"]?["data"]?["kind"] == "requestCancelled" { cancelled.append(number) }
      #expect(directory.contains("copy-\(number).db") == (reply["result"] != nil))
    }
    #expect(cancelled.contains(3))
    #expect(try daemonIsIntact())
  }

  @Test func aDaemonThatEndsGivesUpItsBackupsAndLeavesNothingOfThem() throws {
    _ = try create(50)
    for number in 0..<10 {
      try client.send(request("\(number)", "backup", #"{"path":"\#(directory.appending("copy-\(number).db"))"}"#))
    }
    try client.expectAlive(amongOthers: 10)
    #expect(try daemon.terminate() == .exited(0))
    #expect(access(daemon.statePath + "/gantry.db-wal", F_OK) != 0)
    #expect(try names(in: directory.path).allSatisfy { !$0.hasSuffix(".partial") })
  }

  @Test(.enabled(if: SmallFilesystem.isAvailable, "a small file system can only be mounted by root"))
  func aBackupThatFindsNoRoomSaysSoAndLeavesNothing() throws {
    let disk = try SmallFilesystem(bytes: 64 << 10)
    _ = try create(5)
    try client.send(request("1", "backup", #"{"path":"\#(disk.path)/copy.db"}"#))
    let reply = try client.expect(
      error(1008, id: "1", "storageUnavailable").replacing(#","<others>":"<any>""#, with: ""))
    #expect(reply["error"]?["message"]?.stringValue?.contains("is full") == true, "\(reply)")
    #expect(try names(in: disk.path) == [])
    #expect(try daemonIsIntact())
  }

  @Test func damageIsFoundAndNamed() throws {
    _ = try create(3)
    #expect(try daemon.terminate() == .exited(0))
    let connection = try Connection(path: daemon.statePath + "/gantry.db", mode: .readWrite)
    try connection.execute("break", "UPDATE queue_counts SET count = count + 1 WHERE status = 'pending'")
    try connection.close()
    try daemon.start()
    let other = try daemon.connect()
    let verified = try other.call("verify")
    #expect(verified["ok"] == false)
    #expect(verified["problems"]?[0]?.stringValue?.hasPrefix("kept counts that are wrong") == true, "\(verified)")
    try other.send(request("1", "backup", #"{"path":"\#(directory.appending("copy.db"))"}"#))
    let reply = try other.expect(
      error(1008, id: "1", "storageUnavailable").replacing(#","<others>":"<any>""#, with: ""))
    #expect(reply["error"]?["message"]?.stringValue?.contains("kept counts that are wrong") == true)
    #expect(!directory.contains("copy.db"))
    let line = CommandLine(daemon)
    let run = try line("verify")
    #expect(run.status == 1)
    #expect(run.errors.contains("kept counts that are wrong"))
  }

  @Test func theCommandLineMakesAndChecks() throws {
    _ = try create(2)
    let line = CommandLine(daemon)
    let path = directory.appending("copy.db")
    let backup = try line("backup", path)
    #expect(backup.status == 0)
    #expect(backup.output.contains("2 jobs"))
    #expect(backup.output.contains(path))
    #expect(directory.contains("copy.db"))
    #expect(try line("backup", path).status == 2)
    let verify = try line("verify")
    #expect(verify.output.contains("All is well with 2 jobs."))
    #expect(try line("--json", "verify").json().member("ok") == true)
  }

  private func daemonIsIntact() throws -> Bool { try client.call("verify")["ok"] == true }

  private func names(in path: String) throws -> [String] {
    guard let stream = opendir(path) else { throw TestFailure("opendir \(path)") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}

extension Conversation {
  /// A ping and its answer, which comes while other requests are under way: some of their answers may be first.
  fileprivate func expectAlive(amongOthers most: Int) throws {
    try send(#"{"jsonrpc":"2.0","id":"p","method":"ping"}"#)
    for _ in 0...most where try JSON.parse(try expectLine())["id"] == "p" { return }
    throw TestFailure("the ping was not answered")
  }
}
