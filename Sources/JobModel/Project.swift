/// A repository that Gantry follows.
public struct Project: Hashable, Sendable {
  /// Where the repository is read.
  public enum Kind: String, Sendable {
    /// A directory of this machine, read in place.
    case local
    /// A URL, read through a mirror.
    case remote
  }

  public var id: ProjectID
  /// The canonical absolute path or URL, unique among projects. Holds no credentials.
  public var source: String
  public var kind: Kind
  public var name: String
  /// The plan file to read, relative to the root; nil to look for one.
  public var planPath: String?
  public var createdAt: Timestamp
  public var updatedAt: Timestamp
  public var lastRefreshedAt: Timestamp?
  /// Commit id that the last refresh saw; nil before it, or on an unborn branch.
  public var head: String?
  public var branch: String?
  /// True to refresh it when its plan or manifests change.
  public var isWatched = false
  /// JSON object text: progress figures for `getProject`; nil before the first refresh.
  public var progress: String?
  /// JSON object text: skills figures for `getProject`; nil before the first refresh.
  public var skills: String?
  /// JSON object text: what the stored plan and skills were read from; for handlers, never shown.
  public var planReading: String?
  public var skillsReading: String?

  public init(
    id: ProjectID, source: String, kind: Kind, name: String, planPath: String? = nil, createdAt: Timestamp,
    updatedAt: Timestamp, lastRefreshedAt: Timestamp? = nil, head: String? = nil, branch: String? = nil,
    progress: String? = nil, skills: String? = nil, planReading: String? = nil, skillsReading: String? = nil
  ) {
    self.id = id
    self.source = source
    self.kind = kind
    self.name = name
    self.planPath = planPath
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.lastRefreshedAt = lastRefreshedAt
    self.head = head
    self.branch = branch
    self.progress = progress
    self.skills = skills
    self.planReading = planReading
    self.skillsReading = skillsReading
  }
}
