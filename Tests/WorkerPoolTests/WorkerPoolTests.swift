import JobModel
import Testing
import Threads
import WorkerPool

@Suite struct WorkerPoolTests {
  @Test func everyAttemptIsReportedOnceWithItsOwnToken() {
    let bench = Bench(size: 3, handler: EchoHandler())
    let works = (0..<50).map { _ in bench.start() }
    var ends: [AttemptToken: Result<JobOutput, JobError>] = [:]
    while ends.count < works.count {
      guard case .finished(_, let token, let result)? = bench.reports.receive() else { continue }
      #expect(ends.updateValue(result, forKey: token) == nil)
    }
    for work in works {
      #expect(ends[work.token] == .success(JobOutput(result: "{\"id\":\"\(work.id)\"}")))
    }
    bench.pool.close()
  }

  @Test func aHandlerSeesItsCancellationAndNobodyElses() {
    let bench = Bench(size: 2, handler: UntilCancelledHandler())
    let first = bench.start()
    let second = bench.start()
    first.flag.cancel()
    #expect(bench.nextEnd() == End(token: first.token, result: .failure(.cancelled)))
    second.flag.cancel()
    #expect(bench.nextEnd() == End(token: second.token, result: .failure(.cancelled)))
    bench.pool.close()
  }

  @Test func reportsOfOneStageAreThinnedOutButEveryStageIsSeen() {
    let bench = Bench(size: 1, handler: ChattyHandler())
    _ = bench.start()
    var stages: [String] = []
    reading: while let report = bench.reports.receive() {
      switch report {
      case .progress(_, _, let progress): stages.append(progress.stage)
      case .log: break
      case .finished: break reading
      }
    }
    #expect(Set(stages) == ["one", "two"])
    #expect(stages.count < 2 * ChattyHandler.reportsPerStage)
    bench.pool.close()
  }

  @Test func closingWaitsForWhatRuns() {
    let bench = Bench(size: 1, handler: EchoHandler())
    let work = bench.start()
    bench.pool.close()
    #expect(bench.nextEnd()?.token == work.token)
  }
}

private struct End: Equatable {
  var token: AttemptToken
  var result: Result<JobOutput, JobError>
}

private struct Started {
  var id: JobID
  var token: AttemptToken
  var flag: CancellationFlag
}

private final class Bench {
  let reports = BlockingMailbox<WorkerReport>()
  let pool: WorkerPool
  private var ids = UUIDv7Generator()

  private let handler: any JobHandler

  init(size: Int, handler: any JobHandler) {
    let reports = self.reports
    self.handler = handler
    pool = WorkerPool(size: size) { reports.send($0) }
  }

  func start() -> Started {
    let now = Timestamp(milliseconds: 1)
    let started = Started(id: ids.next(now: now), token: ids.next(now: now), flag: CancellationFlag())
    let job = Job(id: started.id, type: handler.type, userID: "0", status: .processing, createdAt: now, runAt: now)
    pool.start(JobWork(job: job, project: nil), by: handler, token: started.token, cancellation: started.flag)
    return started
  }

  func nextEnd() -> End? {
    while let report = reports.receive() {
      if case .finished(_, let token, let result) = report { return End(token: token, result: result) }
    }
    return nil
  }
}

private struct EchoHandler: JobHandler {
  let type = "echo"
  let needsProject = false

  func run(_ work: JobWork, _ context: any JobContext) throws(JobError) -> JobOutput {
    JobOutput(result: "{\"id\":\"\(work.job.id)\"}")
  }
}

private struct UntilCancelledHandler: JobHandler {
  let type = "until-cancelled"
  let needsProject = false

  func run(_ work: JobWork, _ context: any JobContext) throws(JobError) -> JobOutput {
    while true { try context.checkCancelled() }
  }
}

private struct ChattyHandler: JobHandler {
  static let reportsPerStage = 10_000
  let type = "chatty"
  let needsProject = false

  func run(_ work: JobWork, _ context: any JobContext) throws(JobError) -> JobOutput {
    for stage in ["one", "two"] {
      for number in 0..<Self.reportsPerStage {
        context.report(JobProgress(fraction: Double(number) / Double(Self.reportsPerStage), stage: stage))
      }
    }
    return JobOutput(result: "{}")
  }
}
