import JobModel
import Threads

/// The threads that run handlers: one job each at a time, any handler on any thread.
///
/// The pool does not queue: its owner hands over no more work than there are idle workers, because a job that has been
/// claimed but waits for a thread would be called `processing` without anyone working on it.
public final class WorkerPool: Sendable {
  /// Number of threads.
  public let size: Int

  private let assignments = BlockingMailbox<Assignment>()
  private let threads: [WorkerThread]

  /// Starts the threads.
  ///
  /// - Parameters:
  ///   - size: number of threads, at least 1.
  ///   - handlers: one for each job type.
  ///   - logBytes: bytes of a job's log that are kept, the last.
  ///   - report: gets progress and ends, on the worker threads; must not block.
  public init(
    size: Int, handlers: [any JobHandler], logBytes: Int = 1 << 20, report: @escaping @Sendable (WorkerReport) -> Void
  ) {
    precondition(size >= 1, "a pool needs at least one thread")
    self.size = size
    let byType = Dictionary(uniqueKeysWithValues: handlers.map { ($0.type, $0) })
    let assignments = self.assignments
    threads = (1...size).map { number in
      // Parsers of other people's files run here: room for deep library recursion (YAML, TOML).
      WorkerThread(name: "worker-\(number)", stackSize: 8 << 20) {
        while let assignment = assignments.receive() {
          report(Self.run(assignment, handler: byType[assignment.work.job.type], logBytes: logBytes, report: report))
        }
      }
    }
  }

  /// Runs one attempt on an idle thread; its end is reported once.
  public func start(_ work: JobWork, token: AttemptToken, cancellation: CancellationFlag) {
    assignments.send(Assignment(work: work, token: token, cancellation: cancellation))
  }

  /// Takes no more work and waits until every thread has ended what it runs.
  public func close() {
    assignments.close()
    for thread in threads { thread.join() }
  }

  private static func run(
    _ assignment: Assignment, handler: (any JobHandler)?, logBytes: Int,
    report: @escaping @Sendable (WorkerReport) -> Void
  ) -> WorkerReport {
    let job = assignment.work.job
    let context = WorkerContext(
      jobID: job.id, token: assignment.token, cancellation: assignment.cancellation, logBytes: logBytes,
      report: report)
    let result: Result<JobOutput, JobError>
    if let handler {
      do throws(JobError) {
        result = .success(try handler.run(assignment.work, context))
      } catch {
        result = .failure(error)
      }
    } else {
      result = .failure(
        JobError(
          kind: "unknownJobType",
          message:
            "No handler for job type '\(job.type)' in this daemon; it was claimed by mistake. Please report this."))
    }
    context.finish()
    return .finished(job.id, assignment.token, result)
  }
}

/// One attempt on its way to a thread.
private struct Assignment: Sendable {
  var work: JobWork
  var token: AttemptToken
  var cancellation: CancellationFlag
}
