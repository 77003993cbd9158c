import ChildProcess
import Commands
import GantryTestSupport
import JobModel
import Synchronization

/// One attempt of a job whose program is a shell script.
struct Run {
  let job: Job
  let context: RecordingContext
  let end: Result<JobOutput, JobError>
  private let scope: String

  private static let serial = Atomic<UInt64>(0)

  init(
    _ script: String, payload: String = "{}", project: Project? = nil, environment: [String: String] = [:],
    cancelsAtProgress: Bool = false
  ) throws {
    let base = ["PATH": ExecutableSearch.defaultPath]
    try self.init(
      CommandSettings(
        type: "own", executable: "/bin/sh", arguments: ["-c", script], environment: base.merging(environment) { $1 },
        killGraceSeconds: 0.1),
      payload: payload, project: project, cancelsAtProgress: cancelsAtProgress)
  }

  init(
    _ settings: CommandSettings, payload: String = "{}", project: Project? = nil, cancelsAtProgress: Bool = false
  ) throws {
    let number = Self.serial.wrappingAdd(1, ordering: .relaxed).newValue
    job = Job(
      id: JobID(high: 7, low: number), type: "own", userID: "1", status: .processing, payload: payload,
      createdAt: Timestamp(milliseconds: 0), runAt: Timestamp(milliseconds: 0), attempt: 1)
    scope = "commands-test-\(number)"
    context = RecordingContext(cancelsAtProgress: cancelsAtProgress)
    var settings = settings
    // The variables of the program are looked at by one test, which has its own.
    if cancelsAtProgress || settings.arguments.last?.contains("sleep") == true {
      settings.marker = ProcessMarker(scope: scope, run: "run")
    }
    let work = JobWork(job: job, project: project)
    do throws(JobError) {
      end = .success(try CommandHandler(settings).run(work, context))
    } catch {
      end = .failure(error)
    }
  }

  var error: JobError? {
    if case .failure(let error) = end { error } else { nil }
  }

  /// Processes of the job that have not ended.
  var living: [Int32] { ProcessTable.pids(withEnvironment: "\(ProcessMarker.variable)=\(scope)/") }
}

/// Keeps what a handler says.
final class RecordingContext: JobContext {
  private struct State {
    var reports: [JobProgress] = []
    var log: [UInt8] = []
    var logged = 0
  }

  private let state = Mutex(State())
  private let cancelsAtProgress: Bool

  init(cancelsAtProgress: Bool) {
    self.cancelsAtProgress = cancelsAtProgress
  }

  var isCancelled: Bool { cancelsAtProgress && !reports.isEmpty }

  func report(_ progress: JobProgress) { state.withLock { $0.reports.append(progress) } }

  func log(_ text: [UInt8]) {
    state.withLock { state in
      state.logged += text.count
      if state.log.count < 1 << 20 { state.log += text }
    }
  }

  var reports: [JobProgress] { state.withLock { $0.reports } }
  /// The first megabyte.
  var log: String { state.withLock { String(decoding: $0.log, as: UTF8.self) } }
  /// Bytes that were logged in all.
  var logged: Int { state.withLock { $0.logged } }
}
