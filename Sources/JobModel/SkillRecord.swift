/// What is known of a skill in one project over time.
public struct SkillRecord: Hashable, Sendable {
  /// One end of the time in which it was seen.
  public struct Point: Hashable, Sendable {
    /// When the refresh ended that saw it.
    public var time: Timestamp
    /// The commit that this refresh read; nil on a branch without commits.
    public var head: String?

    public init(time: Timestamp, head: String?) {
      self.time = time
      self.head = head
    }
  }

  public var projectID: ProjectID
  /// As it was when it was last seen.
  public var sighting: SkillSighting
  public var first: Point
  /// For a skill that is still there, the last refresh of the project.
  public var last: Point
  /// False when the last refresh that looked for skills did not see it.
  public var isPresent: Bool

  public init(projectID: ProjectID, sighting: SkillSighting, first: Point, last: Point, isPresent: Bool) {
    self.projectID = projectID
    self.sighting = sighting
    self.first = first
    self.last = last
    self.isPresent = isPresent
  }
}
