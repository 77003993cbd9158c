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
    let stopwatch = Stopwatch()
    try context.begin(.resolving, "Opening \(project.source)")
    let source = try SourceOpener(configuration) { context.isCancelled }.open(project) { share in
      context.report(.fetching, "Fetching \(project.source)", share: share)
    }
    try context.begin(.listing, "Listing files")
    let tree = try reading { try ListedTree(source.tree) }

    var update = ProjectUpdate(projectID: project.id, head: tree.headOID, branch: tree.branch)
    var result = RefreshResult(head: tree.headOID, branch: tree.branch, warnings: source.warnings)
    if parts.contains(.plan) {
      try context.begin(.parsingPlan, "Reading the plan")
      let plan = try reading(from: tree) { try PlanChooser.choose(in: tree, planPath: project.planPath) }
      // No plan is a finding too: it replaces what an earlier refresh had found.
      let document = plan?.document ?? PlanDocument()
      let path = plan?.candidate.entry.path
      update.plan = ProjectUpdate.Document(
        brief: PlanJSON.brief(document, path: path),
        summary: PlanJSON.summary(document, path: path, notes: plan?.notes ?? []), items: PlanJSON.items(document))
      result.plan = PlanOutcome(choice: plan, explicitPath: project.planPath)
    }
    if parts.contains(.skills) {
      try context.begin(.detectingSkills, "Detecting languages and technologies")
      let report = try reading(from: tree) {
        try SkillsDetector().detect(in: tree, isCancelled: { context.isCancelled }) { progress in
          context.report(.detectingSkills, done: progress.done, of: progress.total)
        }
      }.oneSkillEach()
      update.skills = ProjectUpdate.Document(
        brief: SkillsJSON.brief(report), summary: SkillsJSON.summary(report), items: SkillsJSON.items(report))
      update.sightings = (report.languages + report.technologies).map(\.sighting)
      result.skills = report
    }
    try context.begin(.storing, "Storing what was found")
    return JobOutput(result: result.json(milliseconds: stopwatch.milliseconds), projectUpdate: update)
  }

  /// Runs a reader, and throws what broke the tree under it even when the reader went on without.
  private func reading<T>(from tree: ListedTree, _ body: () throws -> T) throws(JobError) -> T {
    let value = try reading(body)
    if let failure = tree.failure { throw failure }
    return value
  }

  /// Runs a reader, whose errors are untyped.
  private func reading<T>(_ body: () throws -> T) throws(JobError) -> T {
    do {
      return try body()
    } catch let error as JobError {
      throw error
    } catch SkillsError.cancelled {
      throw .cancelled
    } catch {
      throw JobError(kind: "internalError", message: "Reading the repository failed: \(error).", isRetryable: true)
    }
  }
}
