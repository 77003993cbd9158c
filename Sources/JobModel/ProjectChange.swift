/// What is to be changed about a project; nil leaves a thing as it is.
public struct ProjectChange: Hashable, Sendable {
  public var projectID: ProjectID
  public var name: String?
  /// True to refresh it when its plan or manifests change.
  public var isWatched: Bool?

  public init(projectID: ProjectID, name: String? = nil, isWatched: Bool? = nil) {
    self.projectID = projectID
    self.name = name
    self.isWatched = isWatched
  }
}
