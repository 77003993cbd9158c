import ChildProcess
import GantryClient
import GantryProtocol
import GantryTestSupport
import Synchronization
import Testing

@Suite("The Swift client against the real daemon")
struct SwiftClientTests {
  @Test func `many tasks share one connection`() async throws {
    let daemon = try Daemon()
    let gantry = try await GantryClient.connect(socketPath: daemon.socketPath)
    let ids = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<100 {
        group.addTask {
          let job = try await gantry.createJob(type: "noop", idempotencyKey: "job \(number % 50)")
          return try await gantry.waitForJob(job.jobID, timeout: .seconds(30)).id
        }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(ids.count == 50)
    #expect(try await gantry.queueStatus().completed == 50)
  }

  @Test func `waiting reports the job until it has ended`() async throws {
    let daemon = try Daemon()
    let gantry = try await GantryClient.connect(socketPath: daemon.socketPath)
    let job = try await gantry.call(CreateJob.self, .init(type: "noop", delaySeconds: 3600)).jobID
    let seen = Mutex<[JobStatusName]>([])
    // The first report is the moment to cancel, so the wait ends because the job does.
    let ended = try await gantry.waitForJob(job, interval: .milliseconds(10)) { current in
      let isFirst = seen.withLock { statuses in
        statuses.append(current.status)
        return statuses.count == 1
      }
      if isFirst { Task { try await gantry.cancelJob(job) } }
    }
    #expect(ended.status == .cancelled)
    #expect(seen.withLock { $0.first } == .pending)
  }

  @Test func `a wait with a limit ends as a timeout and the job goes on`() async throws {
    let daemon = try Daemon()
    let gantry = try await GantryClient.connect(socketPath: daemon.socketPath)
    let job = try await gantry.call(CreateJob.self, .init(type: "noop", delaySeconds: 3600)).jobID
    let error = await #expect(throws: GantryError.self) { try await gantry.waitForJob(job, timeout: .zero) }
    #expect(error?.kind == "timeout")
    #expect(try await gantry.job(job).status == .pending)
  }

  @Test func `a cancelled wait frees the connection for other calls`() async throws {
    let daemon = try Daemon()
    let gantry = try await GantryClient.connect(socketPath: daemon.socketPath)
    let job = try await gantry.call(CreateJob.self, .init(type: "noop", delaySeconds: 3600)).jobID
    // More waits than a connection may have under way: the later ones get their turn only if the earlier ones are given up.
    for _ in 0..<3 {
      let waits = (0..<64).map { _ in Task { try await gantry.waitForJob(job) } }
      for wait in waits { wait.cancel() }
      for wait in waits {
        #expect(await #expect(throws: GantryError.self) { try await wait.value }?.kind == "cancelled")
      }
    }
    #expect(try await gantry.call(Ping.self, .init()).pong)
  }

  @Test func `an error keeps the daemon's kind`() async throws {
    let daemon = try Daemon()
    let gantry = try await GantryClient.connect(socketPath: daemon.socketPath)
    let error = await #expect(throws: GantryError.self) { try await gantry.job("01234567-89ab-7def-8123-456789abcdef") }
    #expect(error?.kind == "jobNotFound")
  }

  @Test func `a daemon that is killed ends the calls under way`() async throws {
    let daemon = try Daemon()
    let gantry = try await GantryClient.connect(socketPath: daemon.socketPath)
    let job = try await gantry.call(CreateJob.self, .init(type: "noop", delaySeconds: 3600)).jobID
    let reported = Mutex<CheckedContinuation<Void, Never>?>(nil)
    let wait = Task {
      try await gantry.waitForJob(job, interval: .milliseconds(10)) { _ in
        reported.withLock { $0.take() }?.resume()
      }
    }
    await withCheckedContinuation { continuation in reported.withLock { $0 = continuation } }
    try daemon.kill()
    #expect(await #expect(throws: GantryError.self) { try await wait.value }?.kind == "closed")
  }

  @Test func `the example refreshes a repository and lists its skills`() throws {
    let daemon = try Daemon()
    let repository = try GitRepository(in: daemon.directory, named: "tideline")
    try repository.write("src/gauge.py", "def parse(line):\n    return int(line)\n")
    try repository.commit()
    let output = try ChildCommand(
      try Programs.path("gantry-client-example"), ["src"], environment: ["GANTRY_SOCKET": daemon.socketPath],
      workingDirectory: repository.path
    ).run()
    #expect(output.status == .exited(0))
    let text = String(decoding: output.output, as: UTF8.self)
    #expect(text.contains("tideline: "))
    #expect(text.contains("- Python (language)"))
  }
}
