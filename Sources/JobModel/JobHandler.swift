/// The code behind a job type. Handlers run on worker threads and may block; one instance serves all workers.
public protocol JobHandler: Sendable {
  /// The job type it serves.
  var type: String { get }

  /// True when a job of this type must name a project.
  var needsProject: Bool { get }

  /// Does the work of one attempt. Must be safe to run again: an attempt may be cut short at any point.
  ///
  /// - Throws: `JobError` on failure; `JobError.cancelled` when it stopped because `context.isCancelled` turned true.
  func run(_ work: JobWork, _ context: any JobContext) throws(JobError) -> JobOutput
}

/// What a handler gets.
public struct JobWork: Sendable {
  public var job: Job
  /// The job's project as it stood at the claim.
  public var project: Project?
  /// JSON object text: where the last refresh ended reading the project's history.
  public var history: String?

  public init(job: Job, project: Project?, history: String? = nil) {
    self.job = job
    self.project = project
    self.history = history
  }
}

/// What a handler hands back.
public struct JobOutput: Hashable, Sendable {
  /// JSON object text, shown as the job's `result`.
  public var result: String
  public var projectUpdate: ProjectUpdate?

  public init(result: String, projectUpdate: ProjectUpdate? = nil) {
    self.result = result
    self.projectUpdate = projectUpdate
  }
}

/// A handler's line back to the daemon. All members may be called from any thread.
public protocol JobContext: Sendable {
  /// True once the job shall stop; handlers look at it between steps and pass it on to the programs they run.
  var isCancelled: Bool { get }

  /// Tells how far the job has come. Cheap: reports are coalesced, and only the newest is kept.
  func report(_ progress: JobProgress)

  /// Adds text to the job's log, as it is: whoever wants lines ends them. Cheap and never blocking; of a flood only the
  /// end is kept.
  func log(_ text: [UInt8])
}

extension JobContext {
  public func log(_ text: String) { log(Array(text.utf8)) }

  /// - Throws: `JobError.cancelled` once the job shall stop.
  public func checkCancelled() throws(JobError) {
    if isCancelled { throw .cancelled }
  }
}
