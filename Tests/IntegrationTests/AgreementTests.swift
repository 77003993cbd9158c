import ChildProcess
import GantryClient
import GantryProtocol
import GantryTestSupport
import JSON
import Testing

/// Every way to the daemon leads to the same answers: a raw socket, the command line, the shell client, Swift code.
@Suite struct AgreementTests {
  @Test(arguments: ["gantry", "socat", "nc"])
  func fourClientsCreateRefreshAndReadTheSame(transport: String) async throws {
    let daemon = try Daemon()
    let directory = try TemporaryDirectory()
    let repository = try GitRepository(in: directory)
    try repository.write("PLAN.md", "# Plan\n\n- [x] one\n- [x] two\n- [ ] three\n")
    try repository.write("main.py", "print('hello')\n")
    _ = try repository.commit()

    let raw = try daemon.connect()
    let line = CommandLine(daemon)
    let shell = ShellClient(daemon, transport: transport)
    let swift = try await GantryClient.connect(socketPath: daemon.socketPath)
    defer { swift.close() }

    // Each creates a job, and each sees all four end well.
    let jobs = [
      try raw.call("createJob", ["type": "noop"]).member("job_id"),
      try line("--json", "call", "createJob", "type=noop").json().member("job_id"),
      try shell("createJob", "type=noop").member("job_id"),
      .string(try await swift.call(CreateJob.self, .init(type: "noop")).jobID),
    ]
    for job in jobs {
      let id = try #require(job.stringValue)
      let ended = try raw.call("waitJob", ["job_id": job]).member("job")
      #expect(ended["status"] == "completed")
      #expect(try line("--json", "status", id).json() == ended)
      #expect(try shell("getJobStatus", "job_id=\(id)") == ended)
      #expect(JSON.parsed(RawJSON(try await swift.job(id))) == ended)
    }

    // Each refreshes the repository: one project, and the same findings.
    let path = repository.path
    let refreshes = [
      try raw.call("refreshProject", ["path": .string(path), "wait": true]),
      try line("--json", "call", "refreshProject", "path=\(path)", "wait:=true").json(),
      try shell("refreshProject", "path=\(path)", "wait:=true"),
      try #require(JSON.parsed(RawJSON(try await swift.call(RefreshProject.self, .init(path: path, wait: true))))),
    ]
    for refresh in refreshes {
      #expect(refresh["project_id"] == refreshes[0]["project_id"])
      #expect(refresh["status"] == "completed")
      #expect(refresh["job"]?["result"]?["tasks_count"] == 3)
      #expect(refresh["job"]?["result"]?["tasks_done"] == 2)
      #expect(refresh["job"]?["result"]?["progress_percentage"]?.doubleValue == 66.6)
    }

    let project = try raw.call("getProject", ["path": .string(path)])
    #expect(try line("--json", "project", path).json() == project)
    #expect(try shell("getProject", "path=\(path)") == project)
    #expect(JSON.parsed(RawJSON(try await swift.project(path: path))) == project)
    let plan = try raw.call("getProjectPlan", ["path": .string(path)])
    #expect(try shell("getProjectPlan", "path=\(path)") == plan)
    #expect(JSON.parsed(RawJSON(try await swift.call(GetProjectPlan.self, .init(path: path)))) == plan)
  }
}

/// `clients/shell/gantry-sh` over one of its transports.
private struct ShellClient {
  let socket: String
  let transport: String

  init(_ daemon: Daemon, transport: String) {
    socket = daemon.socketPath
    self.transport = transport
  }

  /// The result, which must be the only thing it prints.
  func callAsFunction(_ arguments: String...) throws -> JSON {
    let gantry = try Programs.path("gantry")
    let command = ChildCommand(
      "/bin/sh", [PackageFiles.path("clients/shell/gantry-sh")] + arguments,
      environment: [
        "GANTRY_SOCKET": socket, "GANTRY_TRANSPORT": transport, "GANTRY_BIN": gantry, "HOME": "/nonexistent",
        "PATH": "/usr/bin:/bin",
      ])
    let run = try command.run()
    guard run.status == .exited(0) else {
      throw TestFailure("gantry-sh \(arguments) over \(transport): \(String(decoding: run.stderrTail, as: UTF8.self))")
    }
    return try JSON.parse(run.output)
  }
}

extension JSON {
  fileprivate static func parsed(_ raw: RawJSON) -> JSON? {
    do {
      return try raw.parsed()
    } catch {
      Issue.record("not JSON: \(error)")
      return nil
    }
  }
}
