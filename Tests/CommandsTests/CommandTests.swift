import ChildProcess
import Commands
import GantryTestSupport
import JSON
import JobModel
import Synchronization
import Testing

@Suite struct CommandTests {
  @Test func `the job comes as one line of JSON and its answer is the result`() throws {
    let run = try Run(#"cat"#, payload: "{\"n\": 1,\n \"deep\": [1, {\"a\": null}]}")
    let result = try run.end.get()
    let line = try JSON.parse(result.result)
    #expect(line["type"] == "own")
    #expect(line["project"] == .null)
    #expect(line["attempt"] == 1)
    #expect(line["job_id"]?.stringValue == "\(run.job.id)")
    #expect(line["payload"] == ["n": 1, "deep": [1, ["a": .null]]])
  }

  @Test func `a project is told with its path`() throws {
    let project = Project(
      id: ProjectID(high: 1, low: 2), source: "/srv/site", kind: .local, name: "site",
      createdAt: Timestamp(milliseconds: 0),
      updatedAt: Timestamp(milliseconds: 0))
    let run = try Run(#"cat; echo "$GANTRY_PROJECT_PATH" >&2"#, project: project)
    let told = try JSON.parse(try run.end.get().result)["project"]
    #expect(told == ["id": .string("\(project.id)"), "source": "/srv/site", "name": "site", "path": "/srv/site"])
    #expect(run.context.log == "/srv/site\n")
  }

  @Test func `the program sees its job's variables and those let through only`() throws {
    let run = try Run("env", environment: ["LET": "through"])
    let names = run.context.log.split(separator: "\n").map { String($0.prefix { $0 != "=" }) }
    #expect(
      Set(names).subtracting(["PWD", "SHLVL", "_", "OLDPWD"]) == [
        "LET", "PATH", "GANTRY_JOB_ID", "GANTRY_JOB_TYPE", "GANTRY_ATTEMPT_NUMBER",
      ])
  }

  @Test(arguments: [
    ("", #"{"status":"success"}"#),
    ("echo only text", #"{"status":"success"}"#),
    (#"echo '{"a":1}'"#, #"{"a":1}"#),
    (#"echo '{"a":1}'; echo '{"b":2}'; echo end"#, #"{"b":2}"#),
    (#"echo '{"result":{"x":[1]}}'; echo '{"later":true}'"#, #"{"x":[1]}"#),
    (#"echo 42"#, #"{"value":42}"#),
    (#"echo '{"result":"text"}'"#, #"{"value":"text"}"#),
    (#"printf '[1,2]'"#, #"{"value":[1,2]}"#),
    (#"echo '{"a":1}'; echo '{"progress":{"fraction":1}}'; echo '{"log":"bye"}'"#, #"{"a":1}"#),
  ])
  func `the last value that is no message is the result`(script: String, result: String) throws {
    #expect(try Run(script).end.get().result == result)
  }

  @Test func `progress and log lines are told from the result`() throws {
    let run = try Run(
      """
      echo '{"progress":{"fraction":0.25,"stage":"reading","message":"half of it","current":1,"total":4}}'
      echo plain
      echo '{"log":"said"}'
      echo '{"progress":{"current":3,"total":4}}'
      echo '{"progress":0.9}'
      echo '{"broken'
      """)
    #expect(
      run.context.reports == [
        JobProgress(fraction: 0.25, stage: "reading", message: "half of it", current: 1, total: 4),
        JobProgress(fraction: 0.75, stage: "running", current: 3, total: 4),
        JobProgress(fraction: 0.9, stage: "running"),
      ])
    #expect(run.context.log == "plain\nsaid\n{\"broken\n")
    #expect(try run.end.get().result == #"{"status":"success"}"#)
  }

  @Test(arguments: [
    (1, true), (75, true), (255, true), (64, false), (65, false), (78, false), (137, true),
  ])
  func `an exit code says whether trying again can help`(code: Int32, isRetryable: Bool) throws {
    let error = try #require(try Run("echo why >&2; exit \(code)").error)
    #expect(error.kind == "commandFailed")
    #expect(error.exitCode == code)
    #expect(error.stderrTail == "why\n")
    #expect(error.isRetryable == isRetryable)
  }

  @Test func `a program ended by a signal may be tried again`() throws {
    let error = try #require(try Run("kill -9 $$").error)
    #expect(error.kind == "commandFailed")
    #expect(error.exitCode == 137)
    #expect(error.isRetryable)
  }

  @Test func `a program can say itself what went wrong`() throws {
    let said = #"echo '{"error":{"message":"no such thing","retryable":false,"kind":"noSuchThing"}}'"#
    for script in [said, said + "; exit 1"] {
      let error = try #require(try Run(script).error)
      #expect(error.kind == "noSuchThing")
      #expect(error.message == "no such thing")
      #expect(!error.isRetryable)
    }
  }

  @Test func `a missing program and a missing directory say what to do`() throws {
    for settings in [
      CommandSettings(type: "own", executable: "/nonexistent/program"),
      CommandSettings(type: "own", executable: "/bin/true", workingDirectory: "/nonexistent/place"),
    ] {
      let error = try #require(try Run(settings).error)
      #expect(error.kind == "commandUnusable")
      #expect(!error.isRetryable)
      #expect(error.message.contains("[job_types.own]"))
      #expect(error.message.contains("/nonexistent/"))
    }
  }

  @Test func `a result that is too large fails and says what to do instead`() throws {
    for count in [1 << 20, 3 << 20] {
      let error = try #require(
        try Run(#"printf '{"a":"'; head -c \#(count) /dev/zero | tr '\0' x; printf '"}\n'"#).error)
      #expect(error.kind == "resultTooLarge")
      #expect(!error.isRetryable)
    }
  }

  @Test func `a payload that nobody reads does not hold the worker`() throws {
    let payload = #"{"a":"\#(String(repeating: "x", count: 512 << 10))"}"#
    #expect(try Run("echo 1", payload: payload).end.get().result == #"{"value":1}"#)
    #expect(try Run("exec 0<&-; echo 2", payload: payload).end.get().result == #"{"value":2}"#)
  }

  @Test func `a flood goes by in bounded memory`() throws {
    let run = try Run("yes 'a line of text that means nothing' | head -c 50000000; echo; echo '{\"done\":true}'")
    #expect(try run.end.get().result == #"{"done":true}"#)
    #expect(run.context.logged > 49_000_000)
  }

  @Test func `a line without end is cut and noted`() throws {
    let run = try Run("head -c 5000000 /dev/zero | tr '\\0' x; echo; echo 1")
    #expect(try run.end.get().result == #"{"value":1}"#)
    #expect(run.context.log.hasSuffix("xxx … (line cut)\n1\n"))
    #expect(run.context.logged < 300_000)
  }

  @Test func `a process that holds the pipe does not hold the worker, and is ended`() throws {
    let run = try Run("setsid sleep 1000 & sleep 1000 & echo 1")
    #expect(try run.end.get().result == #"{"value":1}"#)
    #expect(run.living == [])
  }

  @Test func `a cancelled program is ended with all that it has started`() throws {
    let run = try Run(
      #"trap "" TERM; setsid sleep 1000 & sleep 1000 & echo '{"progress":0.5}'; sleep 1000"#, cancelsAtProgress: true)
    #expect(run.error == .cancelled)
    #expect(run.living == [])
  }
}
