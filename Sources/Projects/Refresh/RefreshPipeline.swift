import ChildProcess
import JSON
import JobModel

/// The way from a project to its plan and skills: open, list, read, compute, hand over.
struct RefreshPipeline {
  /// What a job is asked to find out.
  struct Parts: OptionSet {
    let rawValue: Int
    static let plan = Parts(rawValue: 1)
    static let skills = Parts(rawValue: 2)
  }

  private let configuration: ProjectsConfiguration
  private let parts: Parts

  init(_ configuration: ProjectsConfiguration, parts: Parts) {
    self.configuration = configuration
    self.parts = parts
  }

  func run(_ work: JobWork, _ context: any JobContext) throws(JobError) -> JobOutput {
    guard let project = work.project else {
      throw JobError(
        kind: "projectNotFound",
        message: "The job names no project that exists. It may have been deleted; create it again and refresh it.")
    }
    let started = Stopwatch()
    try context.begin(.resolving, "Opening \(project.source)")
    let opener = try SourceOpener(configuration) { context.isCancelled }
    let source = try opener.open(project) {
      context.report(
        JobProgress(
          fraction: RefreshStage.fetching.fraction, stage: RefreshStage.fetching.rawValue,
          message: "Fetching \(project.source)"))
    }
    try context.begin(.listing, "Listing files")
    let entries = try reading { try source.tree.entries() }
    var result = RefreshResult(
      head: source.tree.headOID, branch: source.tree.branch, filesCount: entries.count, warnings: source.warnings)
    let update = ProjectUpdate(projectID: project.id, head: source.tree.headOID, branch: source.tree.branch)
    try context.begin(.storing, "Storing what was found")
    result.milliseconds = started.milliseconds
    return JobOutput(result: result.json, projectUpdate: update)
  }

  /// Runs a reader of the tree, whose errors are untyped.
  private func reading<T>(_ body: () throws -> T) throws(JobError) -> T {
    do {
      return try body()
    } catch let error as JobError {
      throw error
    } catch {
      throw JobError(kind: "internalError", message: "Reading the repository failed: \(error).", isRetryable: true)
    }
  }
}
