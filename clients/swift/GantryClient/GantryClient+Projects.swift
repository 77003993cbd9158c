import GantryProtocol

extension GantryClient {
  /// Asks for a project to be read again. When this returns, the request is on the daemon's disk.
  ///
  /// - Parameter path: an absolute path inside a git repository; the project is made if it is not known.
  public func refresh(path: String) async throws(GantryError) -> RefreshProject.Result {
    try await call(RefreshProject.self, .init(path: path))
  }

  /// Asks for a project to be read again.
  ///
  /// - Parameter source: an absolute path or a URL; the project is made if it is not known.
  public func refresh(source: String) async throws(GantryError) -> RefreshProject.Result {
    try await call(RefreshProject.self, .init(source: source))
  }

  /// Asks for a known project to be read again.
  public func refresh(projectID: String) async throws(GantryError) -> RefreshProject.Result {
    try await call(RefreshProject.self, .init(projectID: projectID))
  }

  /// A project with its progress and its foremost skills.
  public func project(_ projectID: String) async throws(GantryError) -> ProjectObject {
    try await call(GetProject.self, .init(projectID: projectID))
  }

  /// The project whose repository contains an absolute path.
  public func project(path: String) async throws(GantryError) -> ProjectObject {
    try await call(GetProject.self, .init(path: path))
  }
}
