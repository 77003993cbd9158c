/// A project someone asks for; the same `source` is always the same project.
public struct NewProject: Hashable, Sendable {
  /// The canonical absolute path or URL.
  public var source: String
  public var kind: Project.Kind
  public var name: String
  public var planPath: String?

  public init(source: String, kind: Project.Kind, name: String, planPath: String? = nil) {
    self.source = source
    self.kind = kind
    self.name = name
    self.planPath = planPath
  }
}
