import JSON
import JobModel

/// The way from a project to its plan and skills: open, list, read, compute, hand over; and the short way when nothing
/// has changed since the last time.
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
    let isForced = Self.isForced(work.job)
    let before = isForced ? [] : readings(of: project)
    try context.begin(.resolving, "Opening \(project.source)")
    var position = CommitPosition()
    let opened = try SourceOpener(configuration) { context.isCancelled }.open(
      project,
      isKnown: { found in
        position = found
        return !before.isEmpty && before.allSatisfy { $0.fingerprint == fingerprint(project, found) }
      },
      fetching: { context.report(.fetching, "Fetching \(project.source)", share: $0) })
    guard let source = opened else { return try unchanged(project, position, before, stopwatch, context) }

    position = CommitPosition(oid: source.tree.headOID, branch: source.tree.branch)
    try context.begin(.listing, "Listing files")
    let listedAt = configuration.clock.now()
    let listed = try reading { try ListedTree(source.tree) }
    let memories = MemoryStore(configuration)
    let old = isForced ? RepositoryMemory() : memories.load(project.id) { context.log($0 + "\n") }
    let tree = try reading(from: listed) {
      try RememberingTree(listed, memory: old, listedAt: listedAt) { context.isCancelled }
    }
    defer {
      if tree.hasNews, let reason = memories.save(tree.memory, of: project.id) {
        context.log("What was read could not be remembered: \(reason). The next refresh reads all files again.\n")
      }
    }
    if source.isWorkTree, !before.isEmpty {
      let now = fingerprint(project, position, tree.digest)
      if before.allSatisfy({ $0.fingerprint == now }) {
        return try unchanged(project, position, before, stopwatch, context)
      }
    }

    let plan = parts.contains(.plan) ? try readPlan(project, tree, listed, context) : nil
    let skills = parts.contains(.skills) ? try readSkills(tree, listed, context) : nil
    // Taken when all is read: what the readers have looked into is part of it.
    let made = Reading(
      fingerprint: fingerprint(project, position, source.isWorkTree ? tree.digest : nil), head: position.oid,
      files: tree.documents,
      sourceWarnings: source.warnings + listed.listingWarnings
        + listed.skipped.compactMap { SkippedFile.warning(of: $0, planPath: project.planPath) }.prefix(5))
    var update = ProjectUpdate(projectID: project.id, head: position.oid, branch: position.branch)
    var found: [Reading] = []
    if let plan {
      found.append(made.saying(RefreshResult.members(plan), plan.warnings))
      update.plan = Self.document(plan, found.last)
      try addHistory(of: plan, work, source, position, to: &update, context)
    }
    if let skills {
      found.append(made.saying(RefreshResult.members(skills), skills.warnings.map { $0.description }))
      update.skills = Self.document(skills, found.last)
      update.sightings = (skills.languages + skills.technologies).map(\.sighting)
    }
    try context.begin(.storing, "Storing what was found; \(tree.filesRead.count) files were read")
    let result = RefreshResult(position: position, readings: found)
    return JobOutput(result: result.json(milliseconds: stopwatch.milliseconds), projectUpdate: update)
  }

  private func addHistory(
    of plan: PlanOutcome, _ work: JobWork, _ source: OpenedSource, _ position: CommitPosition,
    to update: inout ProjectUpdate, _ context: any JobContext
  ) throws(JobError) {
    guard let choice = plan.choice, !choice.candidate.entry.isPathRepaired else { return }
    let stage = HistoryStage(
      repository: source.repository, filesCount: choice.entries.count, mark: work.history, head: position.oid,
      path: choice.candidate.entry.path, document: choice.document, now: configuration.clock.now())
    let outcome = try stage.run { context.isCancelled }
    update.history = outcome.update
    if let items = update.plan?.items { update.plan?.items = TickedItems.adding(outcome.ticks, to: items) }
  }

  private static func document(_ plan: PlanOutcome, _ reading: Reading?) -> ProjectUpdate.Document {
    let document = plan.choice?.document ?? PlanDocument()
    let path = plan.choice?.candidate.entry.path
    return ProjectUpdate.Document(
      brief: PlanJSON.brief(document, path: path, filesCount: plan.choice?.entries.count, committed: plan.committed),
      summary: PlanJSON.summary(
        document, path: path, files: plan.choice?.files ?? [], committed: plan.committed,
        notes: plan.choice?.notes ?? []),
      items: PlanJSON.items(document), reading: reading?.json)
  }

  private static func document(_ skills: SkillsReport, _ reading: Reading?) -> ProjectUpdate.Document {
    ProjectUpdate.Document(
      brief: SkillsJSON.brief(skills), summary: SkillsJSON.summary(skills), items: SkillsJSON.items(skills),
      reading: reading?.json)
  }

  private func readPlan(
    _ project: Project, _ tree: RememberingTree, _ listed: ListedTree, _ context: any JobContext
  ) throws(JobError) -> PlanOutcome {
    try context.begin(.parsingPlan, "Reading the plan")
    // No plan is a finding too: it replaces what an earlier refresh had found.
    let choice = try reading(from: listed) { try PlanChooser.choose(in: tree, planPath: project.planPath) }
    let committed = try reading(from: listed) { try choice.flatMap { try Self.committed($0, in: listed) } }
    return PlanOutcome(choice: choice, explicitPath: project.planPath, committed: committed)
  }

  /// The figures of a plan's files as the last commit has them.
  private static func committed(_ plan: PlanChoice, in tree: ListedTree) throws -> CommittedProgress? {
    guard let texts = try tree.committed(plan.entries, limit: PlanLimits.default.fileBytes + 1) else { return nil }
    let documents = zip(plan.entries, texts).map { entry, text in
      text.map { PlanParser.parse($0, path: entry.path) } ?? PlanDocument()
    }
    return CommittedProgress(PlanDocument.merged(documents), saved: plan.document)
  }

  private func readSkills(
    _ tree: RememberingTree, _ listed: ListedTree, _ context: any JobContext
  ) throws(JobError) -> SkillsReport {
    try context.begin(.detectingSkills, "Detecting languages and technologies")
    return try reading(from: listed) {
      try SkillsDetector().detect(in: tree, memory: tree, isCancelled: { context.isCancelled }) { progress in
        context.report(.detectingSkills, done: progress.done, of: progress.total)
      }
    }.oneSkillEach()
  }

  /// The answer when nothing has changed: that of the last time, and since when.
  private func unchanged(
    _ project: Project, _ position: CommitPosition, _ readings: [Reading], _ stopwatch: Stopwatch,
    _ context: any JobContext
  ) throws(JobError) -> JobOutput {
    let since = readings.first?.head
    try context.begin(.storing, "Unchanged since \(since ?? "the repository was made")")
    var update = ProjectUpdate(projectID: project.id, head: position.oid, branch: position.branch)
    update.isUnchanged = true
    let result = RefreshResult(position: position, readings: readings, isUnchanged: true)
    return JobOutput(result: result.json(milliseconds: stopwatch.milliseconds), projectUpdate: update)
  }

  /// What is stored of the parts that the job is asked for; empty unless all of them are there.
  private func readings(of project: Project) -> [Reading] {
    let wanted =
      (parts.contains(.plan) ? [project.planReading] : []) + (parts.contains(.skills) ? [project.skillsReading] : [])
    let readings = wanted.compactMap { Reading($0) }
    return readings.count == wanted.count ? readings : []
  }

  private func fingerprint(_ project: Project, _ position: CommitPosition, _ tree: ContentDigest? = nil) -> String {
    Fingerprint.make(reader: configuration.readerIdentity, project: project, position: position, tree: tree)
  }

  /// True for a job whose payload says `{"force": true}`.
  private static func isForced(_ job: Job) -> Bool {
    do {
      return try JSON.parse(job.payload)["force"]?.boolValue == true
    } catch {
      // The store holds well-formed payloads only; one that is not asks for nothing.
      return false
    }
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
