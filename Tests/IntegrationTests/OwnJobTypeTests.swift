import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import Testing

/// Programs as job types: from the configuration to the result, with real programs.
@Suite struct OwnJobTypeTests {
  @Test func aProgramInPythonGetsItsJobReportsAndAnswers() throws {
    let stage = try Stage(
      """
      import json, os, sys
      job = json.loads(sys.stdin.readline())
      print("starting", flush=True)
      print(json.dumps({"progress": {"current": 1, "total": 2, "stage": "halfway"}}), flush=True)
      assert os.environ["GANTRY_JOB_ID"] == job["job_id"]
      print(json.dumps({"echo": job["payload"], "attempt": job["attempt"], "seen": os.environ.get("SEEN"),
        "hidden": os.environ.get("HIDDEN")}))
      """)
    let end = try stage.run(payload: ["deep": [1, ["ä": "\u{1F600}"]]])
    #expect(end["status"] == "completed")
    #expect(
      end["result"] == [
        "echo": ["deep": [1, ["ä": "\u{1F600}"]]], "attempt": 1, "seen": "yes", "hidden": .null,
      ])
    #expect(end["progress"]?["stage"] == "halfway")
  }

  @Test func theProgressOfARunningProgramIsSeen() throws {
    let directory = try TemporaryDirectory()
    let gate = try Gate(in: directory)
    let stage = try Stage(shell: "echo '{\"progress\":{\"fraction\":0.5,\"stage\":\"half\"}}'\n\(gate.script)")
    let job = try stage.create()
    try gate.waitForArrival()
    // The report is on its way when the program arrives; each look is a request of its own.
    let patience = Deadline.after(seconds: 20)
    var seen = try stage.client.call("getJobStatus", ["job_id": job])
    while seen["progress"]?["stage"] != "half", !patience.hasPassed {
      seen = try stage.client.call("getJobStatus", ["job_id": job])
    }
    #expect(seen["status"] == "processing")
    #expect(seen["progress"]?["fraction"]?.doubleValue == 0.5)
    try gate.open()
    #expect(try stage.wait(for: job)["status"] == "completed")
  }

  @Test func cancellingLeavesNoProcessOfTheTree() throws {
    let directory = try TemporaryDirectory()
    let gate = try Gate(in: directory)
    let stage = try Stage(
      configuration: "[queue]\nkill_grace_seconds = 0.1\n",
      shell: "trap '' TERM\nsetsid sleep 1000 &\nsleep 1000 &\n(setsid sleep 1000 &)\n\(gate.script)\nsleep 1000")
    let job = try stage.create()
    try gate.waitForArrival()
    #expect(stage.programs.count >= 4)
    _ = try stage.client.call("cancelJob", ["job_id": job])
    #expect(try stage.wait(for: job)["status"] == "cancelled")
    #expect(stage.programs == [])
  }

  @Test func anExitCodeThatSaysItIsUselessFailsForGood() throws {
    let stage = try Stage(shell: "echo 'no such album' >&2; exit 65")
    let end = try stage.run()
    #expect(end["status"] == "failed")
    #expect(end["error"]?["kind"] == "commandFailed")
    #expect(end["error"]?["exit_code"] == 65)
    #expect(end["error"]?["stderr_tail"] == "no such album\n")
  }

  @Test func aProgramThatIsNotThereSaysWhatToDo() throws {
    let daemon = try Daemon(configuration: "[job_types.own]\ncommand = [\"/nonexistent/program\"]\n")
    let client = try daemon.connect()
    let job = try client.call("createJob", ["type": "own"]).member("job_id")
    let end = try client.call("waitJob", ["job_id": job]).member("job")
    #expect(end["error"]?["kind"] == "commandUnusable")
    #expect(end["error"]?["message"]?.stringValue?.contains("[job_types.own]") == true)
  }

  @Test func anUnknownTypeIsToldWhichThereAre() throws {
    let stage = try Stage(shell: "exit 0")
    try stage.client.send(request("1", "createJob", #"{"type":"other"}"#))
    let reply = try JSON.parse(try stage.client.expectLine())
    #expect(reply["error"]?["data"]?["kind"] == "unknownJobType")
    #expect(reply["error"]?["data"]?["known"]?.arrayValue?.contains("own") == true)
  }

  @Test func aResultThatIsTooLargeIsRefused() throws {
    let stage = try Stage("print('{\"a\": \"' + 'x' * (1 << 20) + '\"}')")
    #expect(try stage.run()["error"]?["kind"] == "resultTooLarge")
  }

  @Test func programsOfAKilledDaemonAreGoneBeforeTheNextAttempt() throws {
    let directory = try TemporaryDirectory()
    let gate = try Gate(in: directory)
    let mark = directory.appending("mark")
    let stage = try Stage(
      configuration: "[queue]\nkill_grace_seconds = 0.1\n",
      shell: "mkdir '\(mark)' || exit 0\ntrap '' TERM\nsetsid sleep 1000 &\n\(gate.script)\nsleep 1000")
    let job = try stage.create()
    try gate.waitForArrival()
    try stage.daemon.kill()
    let old = Set(stage.programs)
    #expect(old.count >= 2)
    try stage.daemon.start()
    #expect(old.isDisjoint(with: stage.programs))
    let end = try stage.daemon.connect().call("waitJob", ["job_id": job])
    #expect(end["job"]?["status"] == "completed")
    #expect(end["job"]?["attempt"] == 2)
  }
}

/// A daemon with one own job type, `own`.
private struct Stage {
  let directory: TemporaryDirectory
  let daemon: Daemon
  let client: Conversation

  /// - Parameter python: the program.
  init(_ python: String) throws {
    try self.init(program: "#!/usr/bin/env python3\n" + python + "\n")
  }

  init(configuration: String = "", shell: String) throws {
    try self.init(configuration: configuration, program: "#!/bin/sh\n" + shell + "\n")
  }

  private init(configuration: String = "", program: String) throws {
    directory = try TemporaryDirectory()
    let path = try directory.write("program", program)
    #expect(chmod(path, 0o700) == 0)
    daemon = try Daemon(
      configuration: configuration + """
        [job_types.own]
        command = ["\(path)"]
        environment = ["PATH", "SEEN", "NOT_SET"]
        """, environment: ["SEEN": "yes", "HIDDEN": "no"])
    client = try daemon.connect()
  }

  func create(payload: JSON = [:]) throws -> JSON {
    try client.call("createJob", ["type": "own", "payload": payload, "max_retries": 0]).member("job_id")
  }

  func wait(for job: JSON) throws -> JSON { try client.call("waitJob", ["job_id": job]).member("job") }

  /// The job at its end.
  func run(payload: JSON = [:]) throws -> JSON { try wait(for: create(payload: payload)) }

  /// Living processes that the daemon has started, or what they have started.
  var programs: [Int32] {
    guard let scope = ProcessMarker.scope(of: daemon.statePath) else { return [] }
    return ProcessTable.pids(withEnvironment: "\(ProcessMarker.variable)=\(scope)/")
  }
}
