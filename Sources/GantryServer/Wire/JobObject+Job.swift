import GantryProtocol
import JSON
import JobModel

extension JobObject {
  /// The job as clients see it.
  init(_ job: Job) {
    self.init(
      id: job.id.description, type: job.type, projectID: job.projectID?.description, userID: job.userID,
      status: JobStatusName(rawValue: job.status.rawValue), priority: JobPriorityName(rawValue: job.priority.name),
      payload: RawJSON(unchecked: job.payload.utf8), createdAt: job.createdAt.rfc3339, runAt: job.runAt.rfc3339,
      startedAt: job.startedAt?.rfc3339, completedAt: job.completedAt?.rfc3339,
      result: job.result.map { RawJSON(unchecked: $0.utf8) }, error: job.error.map { JobErrorObject($0) },
      retryCount: Int64(job.retryCount), maxRetries: Int64(job.maxRetries), attempt: Int64(job.attempt),
      progress: JobProgressObject(job.progress), cancelRequested: job.cancelRequested,
      timeoutSeconds: job.timeoutSeconds, expiresAt: job.expiresAt?.rfc3339, crashCount: Int64(job.crashCount),
      worker: job.worker)
  }
}

extension JobErrorObject {
  init(_ error: JobError) {
    self.init(
      kind: error.kind, message: error.message, step: error.step, exitCode: error.exitCode.map { Int64($0) },
      stderrTail: error.stderrTail)
  }
}

extension JobProgressObject {
  init(_ progress: JobProgress) {
    self.init(
      fraction: progress.fraction, stage: progress.stage, message: progress.message, current: progress.current,
      total: progress.total)
  }
}
