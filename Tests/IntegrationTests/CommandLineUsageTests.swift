import GantryTestSupport
import Glibc
import JSON
import Testing

@Suite("The command line and what it is told")
struct CommandLineUsageTests {
  @Test func `a value that the daemon cannot take is named as it was typed, and is wrong usage`() throws {
    let gantry = CommandLine(try Daemon())
    for (arguments, option) in [
      (["jobs", "--limit", "0"], "--limit"), (["jobs", "--limit", "501"], "--limit"),
      (["jobs", "--limit", "-1"], "--limit"), (["jobs", "--status", "done"], "--status"),
      (["jobs", "--cursor", "x"], "--cursor"), (["cleanup", "--status", "pending"], "--status"),
      (["cleanup", "--older-than", "-1"], "--older-than"), (["cleanup", "--all", "--older-than", "3"], "--all"),
      (["events", "--type", "bogus"], "--type"), (["events", "--since", "-1"], "--since"),
      (["schedule", "add", "daily", "noop"], "CRON"),
      (["schedule", "add", "@daily", "noop", "--missed", "x"], "--missed"),
      (["run", "noop", "--priority", "urgent"], "--priority"), (["run", "noop", "--delay", "-1"], "--delay"),
      (["run", "noop", "--payload", "[]"], "--payload"), (["run", "noop", "--payload", "{"], "--payload"),
      (["plan", "--limit", "3"], "--limit"), (["skills", "--cursor", "x"], "--cursor"),
      (["ping", "--timeout", "-1"], "--timeout"),
    ] {
      let run = try gantry.run(arguments)
      #expect(run.status == 2, "\(arguments): \(run.errors)")
      #expect(run.errors.contains(option), "\(arguments): \(run.errors)")
      #expect(!run.errors.contains("The parameter") && !run.errors.contains("Missing value"), "\(run.errors)")
    }
    let error = try gantry("jobs", "--limit", "0", "--json").errorJSON()
    #expect(error["code"] == -32602)
    #expect(error["data"]?["field"] == "limit")
    // Whoever types the names of the protocol is answered in them.
    let called = try gantry("call", "listJobs", "limit:=0")
    #expect(called.status == 1)
    #expect(called.errors.contains("The parameter \"limit\""))
  }

  @Test func `an empty project is wrong usage and not the current directory`() throws {
    let daemon = try Daemon()
    var gantry = CommandLine(daemon)
    let repository = try GitRepository(in: daemon.directory)
    try repository.commit()
    gantry.workingDirectory = repository.path
    for arguments in [
      ["refresh", ""], ["project", ""], ["plan", ""], ["skills", ""], ["history", ""], ["jobs", "--project", ""],
      ["events", "--project", ""], ["run", "noop", "--project", ""],
    ] {
      let run = try gantry.run(arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.errors.contains("not empty"), "\(arguments): \(run.errors)")
    }
    #expect(try gantry("jobs").output == "No jobs.\n")
  }

  @Test func `an unknown command, method, parameter or type is answered with what there is`() throws {
    let gantry = CommandLine(try Daemon())
    let command = try gantry("statsu")
    #expect(command.status == 2)
    #expect(command.errors.contains("Did you mean 'status'?"))
    #expect(try gantry("schedule", "addd").errors.contains("Did you mean 'add'?"))
    #expect(try gantry("call", "getJobStats").errors.contains("Did you mean 'getJobStatus'?"))
    let parameter = try gantry("call", "listJobs", "statu=failed")
    #expect(parameter.status == 1)
    #expect(parameter.errors.contains("Did you mean 'status'? There are: project_id, "), "\(parameter.errors)")
    _ = try gantry("run", "noop", "--wait")
    let jobs = try gantry("jobs", "--type", "nop")
    #expect(jobs.status == 0)
    #expect(jobs.errors.contains("no job of the type 'nop' since it started. Did you mean 'noop'?"), "\(jobs.errors)")
    #expect(try gantry("jobs", "--type", "noop").errors == "")
  }

  @Test func `what is no socket is told from a socket that nobody listens at`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.appending("gantry.sock")
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    let run = try CommandLine(socket: path)("ping")
    #expect(run.status == 3)
    #expect(run.errors.contains("It is no socket."), "\(run.errors)")
    #expect(run.errors.contains("Without them it is /"), "\(run.errors)")
  }

  @Test func `what has happened by now is shown without waiting for more`() throws {
    let daemon = try Daemon()
    let gantry = CommandLine(daemon)
    #expect(try gantry("events", "--no-follow").output == "")
    let first = try #require(try gantry("run", "noop", "--wait", "--json").json()["id"]?.stringValue)
    let second = try #require(try gantry("run", "noop", "--wait", "--json").json()["id"]?.stringValue)
    let all = try gantry("events", "--no-follow")
    #expect(all.status == 0)
    #expect(all.output.contains(first) && all.output.contains(second))
    let created = try gantry("events", "--no-follow", "--type", "job.created", "--job", first, "--json")
    #expect(try created.json()["data"]?["job_id"] == .string(first))
    let lines = try gantry("events", "--no-follow", "--json").output.split(separator: "\n").map {
      try JSON.parse(String($0))
    }
    let seqs = lines.compactMap { $0["seq"]?.intValue }
    let newest = try #require(seqs.last)
    #expect(try gantry("events", "--no-follow", "--since", "\(newest)").output == "")
    let rest = try gantry("events", "--no-follow", "--since", "\(newest - 1)", "--json").json()
    #expect(rest["seq"]?.intValue == newest)
    let params = #"{"events":["job.created"],"since_seq":0}"#
    #expect(try gantry("events", "--no-follow", "--params", params).output.split(separator: "\n").count == 2)
    // A number that was never given out.
    let ahead = try gantry("events", "--no-follow", "--since", "\(newest + 1000)")
    #expect(ahead.errors.contains("there is no event \(newest + 1000) yet, the newest is \(newest)"), "\(ahead.errors)")
    #expect(ahead.output.split(separator: "\n").count == lines.count)
  }

  @Test func `events end with the time given, and tell whether there was one`() throws {
    let gantry = CommandLine(try Daemon())
    let none = try gantry("events", "--timeout", "0", "--json")
    #expect(none.status == 5)
    #expect(try none.errorJSON()["data"]?["kind"] == "timeout")
    _ = try gantry("run", "noop", "--wait")
    let some = try gantry("events", "--since", "0", "--type", "job.created", "--timeout", "1", "--json")
    #expect(some.status == 0, "\(some.errors)")
    #expect(try some.json()["type"] == "job.created")
  }

  @Test func `a job is run by its type, and its result or its last words are shown`() throws {
    let daemon = try Daemon(
      configuration: """
        [job_types.echo]
        command = ["/bin/sh", "-c", "echo started; read job; printf '{\\"result\\": {\\"n\\": 7}}\\n'"]
        [job_types.broken]
        command = ["/bin/sh", "-c", "echo first words; echo last words; exit 65"]
        """)
    let gantry = CommandLine(daemon)
    let done = try gantry("run", "echo", "--payload", "{\"a\": 1}", "--priority", "high", "--wait")
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.output.contains("\"n\": 7"), "\(done.output)")
    let failed = try gantry("run", "broken", "--wait")
    #expect(failed.status == 1)
    #expect(failed.errors.contains("| last words"), "\(failed.errors)")
    let queued = try gantry("run", "noop", "--delay", "3600")
    #expect(queued.output.contains("Wait for it with: gantry wait "))
    #expect(try gantry("run", "nop", "--json").errorJSON()["data"]?["kind"] == "unknownJobType")
    #expect(try gantry("run", "noop", "--delay", "3600", "--wait", "--timeout", "0").status == 5)
  }

  @Test func `a look at a job that has ended takes no time, whatever its project`() throws {
    let daemon = try Daemon()
    let gantry = CommandLine(daemon)
    let repository = try GitRepository(in: daemon.directory)
    try repository.commit()
    let job = try #require(try gantry("refresh", repository.path, "--wait", "--json").json()["id"]?.stringValue)
    #expect(try gantry("wait", job, "--timeout", "0").status == 0)
  }

  @Test func `what the daemon tells people to do, they can do at the prompt`() throws {
    let gantry = CommandLine(try Daemon())
    let job = try #require(try gantry("run", "noop", "--wait", "--json").json()["id"]?.stringValue)
    #expect(try gantry("explain", job).output.contains("(gantry status \(job))"))
    #expect(try gantry("retry", job).errors.contains("gantry run"))
    #expect(try gantry("status", "01234567-89ab-7def-8123-456789abcdef").errors.contains("(gantry jobs)"))
    #expect(try gantry("project", "01234567-89ab-7def-8123-456789abcdef").errors.contains("(gantry projects)"))
    _ = try gantry("pause")
    #expect(try gantry("health").output.contains("(gantry resume)"))
  }
}
