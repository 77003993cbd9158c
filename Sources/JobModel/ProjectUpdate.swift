/// What a job found out about its project; stored in the transaction that completes the job.
public struct ProjectUpdate: Hashable, Sendable {
  /// A summary and the items below it, all JSON object texts; items keep their order and are read page by page.
  public struct Document: Hashable, Sendable {
    /// The figures shown with the project itself (`getProject`).
    public var brief: String
    /// The whole summary (`getProjectPlan`, `getProjectSkills`).
    public var summary: String
    /// One text for each task or skill.
    public var items: [String]
    /// JSON object text: what it was read from, for the handler that reads it next; nil for nothing to go by.
    public var reading: String?

    public init(brief: String, summary: String, items: [String], reading: String? = nil) {
      self.brief = brief
      self.summary = summary
      self.items = items
      self.reading = reading
    }
  }

  public var projectID: ProjectID
  public var head: String?
  public var branch: String?
  /// Replaces the stored plan; nil leaves it as it is.
  public var plan: Document?
  /// Replaces the stored skills; nil leaves them as they are.
  public var skills: Document?
  /// The skills once more, in the order of their items, to be known when they are gone; heeded only with `skills`.
  public var sightings: [SkillSighting] = []
  /// What was learnt of the plan's past; nil leaves the history as it is.
  public var history: HistoryUpdate?
  /// True when plan and skills were looked at and are as they are stored.
  public var isUnchanged = false

  public init(
    projectID: ProjectID, head: String?, branch: String?, plan: Document? = nil, skills: Document? = nil
  ) {
    self.projectID = projectID
    self.head = head
    self.branch = branch
    self.plan = plan
    self.skills = skills
  }
}
