import GantryTestSupport
import Glibc
import JSON
import Testing

@Suite("The command line against the real daemon")
struct CommandLineTests {
  /// A repository with a plan and some code, and a daemon that does not know it yet.
  private struct Stage {
    let daemon: Daemon
    let repository: GitRepository
    var gantry: CommandLine

    init() throws {
      daemon = try Daemon()
      repository = try GitRepository(in: daemon.directory, named: "tideline")
      try repository.write("PLAN.md", "# Plan\n\n## Gauges\n\n- [x] Read\n- [ ] Survive\n\n## Page\n\n- [ ] Draw\n")
      try repository.write("src/gauge.py", "def parse(line):\n    return int(line)\n")
      try repository.write("pyproject.toml", "[project]\nname = \"tideline\"\ndependencies = [\"fastapi\"]\n")
      try repository.commit()
      gantry = CommandLine(daemon)
      gantry.workingDirectory = repository.path
    }
  }

  @Test func `a refresh that is waited for shows what was found`() throws {
    let stage = try Stage()
    let run = try stage.gantry("refresh", "--wait")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("main at "))
    #expect(run.output.contains("PLAN.md, 1 of 3 tasks done (33.3 %)"))
    #expect(run.output.contains("Python"))
    #expect(run.errors == "")
  }

  @Test func `with json a refresh gives the finished job, one line and nothing else`() throws {
    let stage = try Stage()
    let job = try stage.gantry("refresh", "--wait", "--json").json()
    #expect(job["type"] == "refresh")
    #expect(job["status"] == "completed")
    #expect(job["result"]?["tasks_count"] == 3)
    #expect(job["result"]?["tasks_done"] == 1)
  }

  @Test func `a relative directory is that of the person and not of the daemon`() throws {
    var stage = try Stage()
    stage.gantry.workingDirectory = stage.repository.path + "/src"
    let accepted = try stage.gantry("--json", "refresh", "..").json()
    let project = try #require(accepted["project_id"]?.stringValue)
    #expect(try stage.gantry("wait", accepted["job_id"]?.stringValue ?? "", "--json").status == 0)
    let shown = try stage.gantry("project", project, "--json").json()
    #expect(shown["source"]?.stringValue == stage.repository.path)
    let same = try stage.gantry("project", ".", "--json").json()
    #expect(same["id"] == .string(project))
  }

  @Test func `plan and skills are shown by section and with evidence`() throws {
    let stage = try Stage()
    _ = try stage.gantry("refresh", "--wait")
    let plan = try stage.gantry("plan")
    #expect(plan.output.contains("next: Survive  :6\n"), "\(plan.output)")
    #expect(
      plan.output.contains("  Gauges  █████      1/2\n    [x] Read  :5\n    [ ] Survive  :6"), "\(plan.output)")
    #expect(plan.output.contains("  Page             0/1\n    [ ] Draw  :10"), "\(plan.output)")
    let explanation = try stage.gantry("plan", "--explain").output
    #expect(explanation.hasPrefix("PLAN.md: 1 of 3 tasks are done, 33.3 %. They are boxes in list items."))
    #expect(explanation.contains("PLAN.md:6  Survive  It counts as open."), "\(explanation)")
    let skills = try stage.gantry("skills")
    #expect(skills.output.contains("SKILL"))
    #expect(
      skills.output.split(separator: "\n").contains { $0.hasPrefix("FastAPI") && $0.contains("pyproject.toml:3") })
    #expect(skills.output.contains("█"))
    let evidence = try stage.gantry("skills", "--evidence", stage.repository.path, "fastapi").output
    #expect(evidence.hasPrefix("FastAPI  web_framework, 90% sure, since 20"), "\(evidence)")
    #expect(evidence.contains("  pyproject.toml:3  dependency"), "\(evidence)")
    let everywhere = try stage.gantry("skills", "--everywhere").output
    #expect(everywhere.split(separator: "\n").contains { $0.hasPrefix("FastAPI") }, "\(everywhere)")
    #expect(try stage.gantry("skills", "--everywhere", "--evidence").status == 2)
  }

  @Test func `plans and skills come page by page with json`() throws {
    let stage = try Stage()
    _ = try stage.gantry("refresh", "--wait")
    let first = try stage.gantry("plan", "--json", "--limit", "2").json()
    #expect(first["tasks"]?.arrayValue?.count == 2)
    let cursor = try #require(first["next_cursor"]?.stringValue)
    let second = try stage.gantry("plan", "--json", "--limit", "2", "--cursor", cursor).json()
    #expect(second["tasks"]?.arrayValue?.count == 1)
    #expect(second["next_cursor"] == .null)
  }

  @Test func `projects are listed, and found by their id`() throws {
    let stage = try Stage()
    #expect(try stage.gantry("projects").output == "No projects yet. Add one with: gantry refresh PATH\n")
    _ = try stage.gantry("refresh", "--wait")
    let list = try stage.gantry("projects")
    #expect(list.output.contains("tideline"))
    let id = try #require(try stage.gantry("projects", "--json").json()["projects"]?[0]?["id"]?.stringValue)
    #expect(try stage.gantry("project", id).output.contains(stage.repository.path))
    #expect(try stage.gantry("jobs", "--project", id, "--json").json()["jobs"]?.arrayValue?.count == 1)
    #expect(try stage.gantry("jobs", "--project", ".", "--status", "failed").output == "No jobs.\n")
  }

  @Test func `a refresh of what is no repository is refused with its kind`() throws {
    let stage = try Stage()
    let path = try stage.daemon.directory.makeDirectory("empty")
    let run = try stage.gantry("refresh", path, "--wait", "--json")
    #expect(run.status == 1)
    #expect(try run.errorJSON()["data"]?["kind"]?.stringValue?.isEmpty == false)
    #expect(try stage.gantry("refresh", path, "--wait").errors.hasPrefix("gantry: "))
  }

  @Test func `a job is created, shown and cancelled, and then there is nothing to retry`() throws {
    let daemon = try Daemon()
    let gantry = CommandLine(daemon)
    let created = try gantry("call", "createJob", "type=noop", "delay_seconds:=3600", "payload:={\"n\": 1.50}").json()
    let job = try #require(created["job_id"]?.stringValue)
    #expect(try gantry("status", job).output.contains("pending"))
    #expect(try gantry("status", job, "--json").output.contains(#""payload":{"n":1.50}"#))
    #expect(try gantry("jobs", "--type", "noop").output.contains(job))
    #expect(try gantry("queue").output.contains("pending     1"))
    #expect(try gantry("cancel", job).output == "Job \(job) is cancelled.\n")
    let waited = try gantry("wait", job, "--json")
    #expect(waited.status == 1)
    #expect(try waited.json()["status"] == "cancelled")
    #expect(try waited.errorJSON()["data"]?["kind"] == "jobCancelled")
    #expect(try gantry("retry", job, "--json").errorJSON()["data"]?["kind"] == "invalidState")
  }

  @Test func `a failed refresh says why, and runs again when it is retried`() throws {
    let stage = try Stage()
    let project = try #require(try stage.gantry("refresh", "--wait", "--json").json()["project_id"]?.stringValue)
    let (here, away) = (stage.repository.path, stage.repository.path + ".away")
    #expect(rename(here, away) == 0)
    var gantry = stage.gantry
    gantry.workingDirectory = nil

    let failed = try gantry("refresh", project, "--wait")
    #expect(failed.status == 1)
    #expect(failed.output == "")
    #expect(failed.errors.contains(here), "\(failed.errors)")
    let job = try #require(try gantry("jobs", "--status", "failed", "--json").json()["jobs"]?[0]?["id"]?.stringValue)
    #expect(try gantry("jobs").output.contains(here))
    #expect(try gantry("status", job).output.contains("pathNotFound: "))
    let waited = try gantry("wait", job, "--json")
    #expect(waited.status == 1)
    #expect(try waited.errorJSON()["data"]?["error"]?["kind"] == "pathNotFound")

    #expect(rename(away, here) == 0)
    #expect(try gantry("retry", job).output.hasPrefix("Job \(job) is pending again (retry 1).\n"))
    let done = try gantry("wait", job)
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.output.contains("completed"))
  }

  @Test func `a wait that is too short ends with 5 and leaves the job alone`() throws {
    let daemon = try Daemon()
    let gantry = CommandLine(daemon)
    let job = try #require(
      try gantry("call", "createJob", "type=noop", "delay_seconds:=3600").json()["job_id"]?.stringValue)
    let run = try gantry("wait", job, "--timeout", "0", "--json")
    #expect(run.status == 5)
    #expect(run.output == "")
    #expect(try run.errorJSON()["data"]?["kind"] == "timeout")
    #expect(try gantry("status", job, "--json").json()["status"] == "pending")
  }

  @Test func `any method can be called by name, with text, with json or with an object`() throws {
    let gantry = CommandLine(try Daemon())
    #expect(try gantry("call", "ping").json()["pong"] == true)
    #expect(try gantry("call", "listJobs", "limit:=1", "status=failed").json()["jobs"] == [])
    #expect(try gantry("call", "listJobs", "{\n \"limit\": 1\n}").json()["jobs"] == [])
    #expect(try gantry("call", "rpc.discover").json()["openrpc"]?.stringValue?.hasPrefix("1.") == true)
    #expect(try gantry("call", "frobnicate", "--json").errorJSON()["code"] == -32601)
    #expect(try gantry("call", "getJobStatus", "--json").errorJSON()["data"]?["field"] == "job_id")
    #expect(try gantry("call", "ping", "nonsense").status == 2)
    #expect(try gantry("call", "ping", "x:={").status == 2)
  }

  @Test func `ping says who answered`() throws {
    let gantry = CommandLine(try Daemon())
    let run = try gantry("ping")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("gantryd "))
    #expect(try gantry("ping", "--json").json()["pong"] == true)
    #expect(try gantry("--version").output == "\(run.output.split(separator: " ")[1])\n")
  }

  @Test func `an unknown job is refused with 1, its kind and its code`() throws {
    let gantry = CommandLine(try Daemon())
    for verb in ["status", "wait", "cancel", "retry"] {
      let run = try gantry(verb, "01234567-89ab-7def-8123-456789abcdef", "--json")
      #expect(run.status == 1, "\(verb)")
      let error = try run.errorJSON()
      #expect(error["code"] == 1001)
      #expect(error["data"]?["kind"] == "jobNotFound")
      #expect(run.output == "")
    }
  }

  @Test func `without a daemon every command ends with 3 and says how to start one`() throws {
    let directory = try TemporaryDirectory()
    let gantry = CommandLine(socket: directory.appending("none.sock"))
    let id = "01234567-89ab-7def-8123-456789abcdef"
    let commands = [
      ["ping"], ["queue"], ["jobs"], ["projects"], ["refresh"], ["plan"], ["skills"], ["project"], ["status", id],
      ["wait", id], ["cancel", id], ["retry", id], ["call", "ping"],
    ]
    for command in commands {
      let run = try gantry.run(command)
      #expect(run.status == 3, "\(command)")
      #expect(run.errors.contains("gantryd --socket '\(directory.appending("none.sock"))'"), "\(command)")
      #expect(run.errors.hasPrefix("gantry: Cannot connect to \(directory.appending("none.sock")): "), "\(command)")
      #expect(run.errors.split(separator: "Cannot connect").count == 2, "\(command)")
      #expect(run.output == "")
    }
    #expect(try gantry("ping", "--json").errorJSON()["data"]?["kind"] == "cannotConnect")
  }

  @Test func `wrong usage ends with 2, and help and version with 0`() throws {
    let directory = try TemporaryDirectory()
    let gantry = CommandLine(socket: directory.appending("none.sock"))
    for arguments in [
      ["bogus"], ["status"], ["jobs", "--limit", "x"], ["ping", "--timeout", "-1"], ["--bogus", "ping"],
    ] {
      let run = try gantry.run(arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.errors.contains("Usage:"), "\(arguments)")
    }
    #expect(try gantry("status", "--json").errorJSON()["data"]?["kind"] == "usage")
    for arguments in [[], ["help"], ["--help"], ["help", "refresh"], ["refresh", "--help"], ["--version"]] {
      let run = try gantry.run(arguments)
      #expect(run.status == 0, "\(arguments)")
      #expect(!run.output.isEmpty && run.errors.isEmpty, "\(arguments)")
    }
  }

  @Test func `the socket's path is printed without using it`() throws {
    var gantry = CommandLine(socket: "/run/some/where.sock")
    #expect(try gantry("socket-path").output == "/run/some/where.sock\n")
    #expect(try gantry("--socket", "/else/where", "socket-path").output == "/else/where\n")
    gantry.environment["GANTRY_SOCKET"] = "relative.sock"
    #expect(try gantry("socket-path").status == 2)
    gantry.environment["GANTRY_SOCKET"] = "/" + String(repeating: "x", count: 107)
    let long = try gantry("socket-path")
    #expect(long.status == 2)
    #expect(long.errors.contains("108 bytes"))
  }

  @Test func `output that goes to a file has no colours`() throws {
    var stage = try Stage()
    stage.gantry.environment["TERM"] = "xterm-256color"
    let run = try stage.gantry("refresh", "--wait")
    #expect(!(run.output + run.errors).contains("\u{1B}"))
  }
}
