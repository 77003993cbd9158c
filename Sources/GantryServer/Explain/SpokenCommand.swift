import JobModel
import JobStore

/// Commands of `gantry`, for messages that people read at a prompt.
nonisolated enum SpokenCommand {
  /// What does the work of `job` as a new one.
  static func again(_ job: Job) -> String {
    guard job.type == NewJob.refreshType, let project = job.projectID else { return "gantry run \(job.type)" }
    return "gantry refresh \(project)"
  }
}
