import JobModel
import Threads

/// The threads that run handlers: one job each at a time, any handler on any thread. An attempt keeps the handler it was
/// started with, whatever the next one gets.
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
  ///   - report: gets progress and ends, on the worker threads; must not block.
  public init(size: Int, report: @escaping @Sendable (WorkerReport) -> Void) {
    precondition(size >= 1, "a pool needs at least one thread")
    self.size = size
    let assignments = self.assignments
    threads = (1...size).map { number in
      // Parsers of other people's files run here: room for deep library recursion (YAML, TOML).
      WorkerThread(name: "worker-\(number)", stackSize: 8 << 20) {
        while let assignment = assignments.receive() {
          report(Self.run(assignment, report: report))
        }
      }
    }
  }

  /// Runs one attempt on an idle thread; its end is reported once.
  ///
  /// - Parameter logBytes: bytes of the job's log that are kept, the last.
  public func start(
    _ work: JobWork, by handler: any JobHandler, token: AttemptToken, cancellation: CancellationFlag,
    logBytes: Int = 1 << 20
  ) {
    assignments.send(
      Assignment(work: work, handler: handler, token: token, cancellation: cancellation, logBytes: logBytes))
  }

  /// Takes no more work and waits until every thread has ended what it runs.
  public func close() {
    assignments.close()
    for thread in threads { thread.join() }
  }

  private static func run(
    _ assignment: Assignment, report: @escaping @Sendable (WorkerReport) -> Void
  ) -> WorkerReport {
    let job = assignment.work.job
    let context = WorkerContext(
      jobID: job.id, token: assignment.token, cancellation: assignment.cancellation, logBytes: assignment.logBytes,
      report: report)
    let result: Result<JobOutput, JobError>
    do throws(JobError) {
      result = .success(try assignment.handler.run(assignment.work, context))
    } catch {
      result = .failure(error)
    }
    context.finish()
    return .finished(job.id, assignment.token, result)
  }
}

/// One attempt on its way to a thread.
private struct Assignment: Sendable {
  var work: JobWork
  var handler: any JobHandler
  var token: AttemptToken
  var cancellation: CancellationFlag
  var logBytes: Int
}
