import GantryTestSupport
import JSON
import Testing

@Suite("What the command line tells people to do next")
struct CommandLineHintTests {
  private let id = "01234567-89ab-7def-8123-456789abcdef"

  /// Runs what a hint says, the way a shell would.
  private func run(_ hint: String, in output: String, _ gantry: CommandLine) throws -> CommandLine.Run {
    let line = try #require(output.split(separator: "\n").first { $0.contains(hint) }, "\(output)")
    let start = try #require(line.firstRange(of: "gantry ")).upperBound
    return try gantry.run(line[start...].split(separator: " ").map(String.init))
  }

  @Test func `an id that cannot be one is wrong usage, and nobody is connected to`() throws {
    let directory = try TemporaryDirectory()
    let gantry = CommandLine(socket: directory.appending("none.sock"))
    for bad in ["x", String(id.dropLast()), id + "0", id.replacing("-", with: "")] {
      for verb in ["status", "wait", "cancel", "retry", "logs", "explain"] {
        let run = try gantry(verb, bad)
        #expect(run.status == 2, "\(verb) \(bad)")
        #expect(run.errors.contains("gantry jobs"), "\(verb) \(bad)")
        #expect(!run.errors.contains("Cannot connect"), "\(verb) \(bad)")
      }
    }
    #expect(try gantry("events", "--job", "x").status == 2)
    let project = String(id.dropLast())
    let commands = [
      ["project", project], ["refresh", project], ["plan", project], ["skills", project], ["history", project],
      ["jobs", "--project", project], ["events", "--project", project],
    ]
    for command in commands {
      let run = try gantry.run(command)
      #expect(run.status == 2, "\(command)")
      #expect(run.errors.contains("gantry projects"), "\(command)")
    }
    #expect(try gantry("status", "x", "--json").errorJSON()["data"]?["kind"] == "usage")
  }

  @Test func `a directory may have a name that looks like an id`() throws {
    let daemon = try Daemon()
    var gantry = CommandLine(daemon)
    gantry.workingDirectory = daemon.directory.path
    let name = String(id.dropLast())
    let repository = try GitRepository(in: daemon.directory, named: name)
    try repository.commit()
    #expect(try gantry("refresh", name, "--wait").status == 0)
  }

  @Test func `jobs are listed with the names of their projects`() throws {
    let daemon = try Daemon()
    let gantry = CommandLine(daemon)
    let repository = try GitRepository(in: daemon.directory, named: "tideline")
    try repository.commit()
    let job = try gantry("refresh", repository.path, "--wait", "--json").json()
    let id = try #require(job["id"]?.stringValue)
    let project = try #require(job["project_id"]?.stringValue)
    let list = try gantry("jobs").output
    #expect(list.contains("tideline"))
    #expect(!list.contains(project))
    #expect(try gantry("history").output.contains("tideline"))
    #expect(try gantry("status", id).output.contains("tideline (\(project))"))
    #expect(try gantry("wait", id).output.contains("tideline (\(project))"))
    // Two of one name are told apart.
    let elsewhere = try TemporaryDirectory()
    let other = try GitRepository(in: elsewhere, named: "tideline")
    try other.commit()
    _ = try gantry("refresh", other.path, "--wait")
    #expect(try gantry("jobs").output.contains("tideline (\(project))"))
    withExtendedLifetime(elsewhere) {}
  }

  @Test func `a hint is a whole command, to the same daemon`() throws {
    let daemon = try Daemon()
    let gantry = CommandLine(daemon)
    var elsewhere = CommandLine(daemon)
    elsewhere.environment["GANTRY_SOCKET"] = "/nonexistent/socket"
    let repository = try GitRepository(in: daemon.directory)
    try repository.commit()
    let accepted = try elsewhere("refresh", repository.path, "--socket", daemon.socketPath)
    #expect(accepted.output.contains("Wait for it with: gantry wait "))
    #expect(try run("Wait for it with", in: accepted.output, elsewhere).status == 0)

    #expect(try run("Skills ", in: gantry("refresh", repository.path, "--wait").output, gantry).status == 0)
    for _ in 0..<3 { _ = try gantry("call", "createJob", "type=noop", "delay_seconds:=3600") }
    let page = try gantry("jobs", "--type", "noop", "--status", "pending", "--limit", "2").output
    #expect(page.contains("There are more: gantry jobs --status pending --type noop --limit 2 --cursor "))
    #expect(try run("There are more", in: page, gantry).output.split(separator: "\n").count == 2)

    let late = try gantry("wait", try job(gantry), "--timeout", "0")
    #expect(late.status == 5)
    #expect(try run("It goes on", in: late.errors, gantry).output.contains("pending"))

    _ = try gantry("pause", "noop")
    let paused = try gantry("pause", "refresh").output
    #expect(paused.contains("gantry resume noop\n"))
    #expect(try run("resume refresh", in: paused, gantry).output.contains("gantry resume noop"))
    let running = "Nothing is paused: jobs start when it is their turn.\n"
    #expect(try gantry("resume", "noop").output == running)
    #expect(try run("again with", in: gantry("pause").output, gantry).output == running)
  }

  /// A job that waits.
  private func job(_ gantry: CommandLine) throws -> String {
    let created = try gantry("call", "createJob", "type=noop", "delay_seconds:=3600").json()
    return try #require(created["job_id"]?.stringValue)
  }
}
