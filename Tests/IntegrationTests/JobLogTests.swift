import GantryTestSupport
import Glibc
import JSON
import Testing

/// What a job says can be read while it runs and after it has ended.
@Suite struct JobLogTests {
  @Test func whatAProgramSaysIsReadPageByPage() throws {
    let stage = try LogStage("echo 'grüße'; echo second >&2; echo '{\"log\":\"third\"}'")
    let job = try stage.ended()
    var text = ""
    var offset: JSON = 0
    var pages = 0
    while true {
      // 16 bytes at a time, so that a page would end inside of a character.
      let page = try stage.client.call("getJobLogs", ["job_id": job, "offset": offset, "limit": 16])
      text += page["text"]?.stringValue ?? ""
      offset = try page.member("next_offset")
      pages += 1
      if page["done"] == true || pages > 10 { break }
    }
    #expect(pages > 1)
    #expect(text.split(separator: "\n").sorted() == ["grüße", "second", "third"])
    #expect(!text.contains("\u{FFFD}"))
  }

  @Test func ofALongLogTheEndIsKept() throws {
    let stage = try LogStage(
      "seq 1 200000; printf '\\377'", configuration: "[retention]\nlog_bytes = 65536\n")
    let job = try stage.ended()
    let page = try stage.client.call("getJobLogs", ["job_id": job, "limit": 1_048_576])
    let text = try #require(page["text"]?.stringValue)
    // 1…200000, a newline each, and one byte that is no UTF-8.
    #expect(page["total_bytes"]?.intValue == 1_288_897)
    #expect(page["next_offset"] == page["total_bytes"])
    #expect(page["done"] == true)
    #expect(text.hasSuffix("199999\n200000\n\u{FFFD}\n"))
    #expect(text.utf8.count <= 65_536 + 2)
    #expect(text.utf8.count >= 32_768)
    #expect(page["first_offset"] == page["offset"])
  }

  @Test func aRunningJobIsRead() throws {
    let directory = try TemporaryDirectory()
    let gate = try Gate(in: directory)
    let stage = try LogStage("echo early; \(gate.script); echo late")
    let job = try stage.create()
    try gate.waitForArrival()
    var page = try stage.client.call("getJobLogs", ["job_id": job])
    // The first words are on their way; every look is a request of its own.
    for _ in 0..<100_000 where page["text"] == "" { page = try stage.client.call("getJobLogs", ["job_id": job]) }
    #expect(page["text"] == "early\n")
    #expect(page["done"] == false)
    try gate.open()
    _ = try stage.client.call("waitJob", ["job_id": job])
    let rest = try stage.client.call("getJobLogs", ["job_id": job, "offset": page.member("next_offset")])
    #expect(rest["text"] == "late\n")
    #expect(rest["done"] == true)
  }

  @Test func theCommandLineFollowsALog() throws {
    let stage = try LogStage("seq 1 20000")
    let job = try stage.create()
    let shown = try CommandLine(stage.daemon)("logs", job.stringValue ?? "", "--follow")
    #expect(shown.output == (1...20000).map { "\($0)\n" }.joined())
    #expect(shown.status == 0)
  }

  @Test func aRefreshSaysWhatItDoes() throws {
    let directory = try TemporaryDirectory()
    let repository = try GitRepository(in: directory)
    try repository.write("PLAN.md", "- [ ] one\n")
    _ = try repository.commit()
    let daemon = try Daemon()
    let client = try daemon.connect()
    let job = try client.call("refreshProject", ["path": .string(repository.path), "wait": true]).member("job_id")
    let page = try client.call("getJobLogs", ["job_id": job])
    #expect(page["text"]?.stringValue?.contains("Opening \(repository.path)") == true)
    #expect(page["done"] == true)
  }

  @Test func aJobThatIsNotThereHasNoLog() throws {
    try converse { client in
      try client.send(request("1", "getJobLogs", #"{"job_id":"01890000-0000-7000-8000-000000000000"}"#))
      try client.expect(
        #"{"jsonrpc":"2.0","id":1,"error":{"code":1001,"message":"<any>","data":{"kind":"jobNotFound","job_id":"<any>"}}}"#
      )
      try client.send(
        request("2", "getJobLogs", #"{"job_id":"01890000-0000-7000-8000-000000000000","limit":15}"#))
      try client.expect(error(-32602, id: "2", "invalidParams", field: "limit"))
    }
  }
}

/// A daemon with one own job type, a shell script.
private struct LogStage {
  let directory: TemporaryDirectory
  let daemon: Daemon
  let client: Conversation

  init(_ script: String, configuration: String = "") throws {
    directory = try TemporaryDirectory()
    let path = try directory.writeScript("program", script)
    daemon = try Daemon(
      configuration: configuration + "[job_types.own]\ncommand = [\"\(path)\"]\nenvironment = [\"PATH\"]\n")
    client = try daemon.connect()
  }

  func create() throws -> JSON { try client.call("createJob", ["type": "own"]).member("job_id") }

  func ended() throws -> JSON {
    let job = try create()
    let end = try client.call("waitJob", ["job_id": job]).member("job")
    #expect(end["status"] == "completed")
    return job
  }
}
