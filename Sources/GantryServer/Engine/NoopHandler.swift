import JobModel

/// The `noop` job: does nothing, well. Measures the queue without any work in it.
nonisolated struct NoopHandler: JobHandler {
  let type = "noop"
  let needsProject = false

  func run(_ work: JobWork, _ context: any JobContext) throws(JobError) -> JobOutput {
    JobOutput(result: #"{"status":"success"}"#)
  }
}
