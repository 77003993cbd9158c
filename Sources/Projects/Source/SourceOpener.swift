import Glibc
import JobModel

/// Opens the files of a project wherever they are: a work tree or a bare repository in place, a URL through a mirror.
struct SourceOpener {
  private let configuration: ProjectsConfiguration
  private let git: GitRunner
  private let isCancelled: @Sendable () -> Bool

  /// - Throws: kind `gitMissing`.
  init(_ configuration: ProjectsConfiguration, isCancelled: @escaping @Sendable () -> Bool) throws(JobError) {
    self.configuration = configuration
    git = try GitRunner(configuration)
    self.isCancelled = isCancelled
  }

  /// - Parameters:
  ///   - isKnown: asked once the commit is known and before anything is fetched or read, when the commit is all that
  ///     can have changed, as in a mirror or a bare repository.
  ///   - fetching: told the done share of a fetch, 0 when it begins; not called when nothing is fetched.
  /// - Returns: nil when the commit is known.
  func open(
    _ project: Project, isKnown: (CommitPosition) -> Bool, fetching: @escaping (Double) -> Void
  ) throws(JobError) -> OpenedSource? {
    switch project.kind {
    case .local: try openLocal(project.source, isKnown: isKnown)
    case .remote:
      try MirrorStore(configuration: configuration, git: git, isCancelled: isCancelled)
        .open(project.id, try SourceURL(project.source), isKnown: isKnown, fetching: fetching)
    }
  }

  private func openLocal(_ path: String, isKnown: (CommitPosition) -> Bool) throws(JobError) -> OpenedSource? {
    let location: RepositoryLocator.Location
    do throws(RepositoryLocator.Failure) {
      location = try RepositoryLocator.locate(path, ceilings: configuration.ceilings)
    } catch {
      throw access(path, F_OK) == 0 ? .notARepository(path, error.reason) : .pathNotFound(path, error.reason)
    }
    guard canonical(path) == location.root else {
      throw .notARepository(
        path, "its .git is gone, and it now lies inside the repository \(location.root); refresh that one instead")
    }
    if let odd = Self.oddFile(of: location) {
      throw .notARepository(path, "\(odd) is no regular file, and git would wait for it for ever; remove it")
    }
    let timeout = Double(configuration.gitTimeoutSeconds)
    guard location.isBare else {
      let tree = try LocalTree(root: location.root, git: git, timeout: timeout, isCancelled: isCancelled)
      return OpenedSource(
        tree: tree, isWorkTree: true, repository: .init(git: git, place: .workTree(location.root)), warnings: [])
    }
    // A git directory that is named outright is not checked by git, so the check is made here.
    var status = stat()
    guard stat(location.root, &status) == 0, status.st_uid == geteuid() || status.st_uid == 0 else {
      throw .notARepository(location.root, "it belongs to another user, and is bare; clone it and use the clone")
    }
    let head = try git.head(of: .bare(location.root), timeout: timeout, isCancelled: isCancelled)
    if isKnown(CommitPosition(oid: head.oid, branch: head.branch)) { return nil }
    let tree = CommittedTree(
      gitDirectory: location.root, headOID: head.oid, branch: head.branch, git: git, timeout: timeout,
      isCancelled: isCancelled)
    return OpenedSource(tree: tree, repository: .init(git: git, place: .bare(location.root)), warnings: [])
  }

  /// A file that git opens at once and that is a pipe or a device, which only a hostile repository has.
  private static func oddFile(of location: RepositoryLocator.Location) -> String? {
    let git = location.isBare ? location.root : location.root + "/.git"
    let names = ["config", "HEAD", "config.worktree", "packed-refs", "index", "info/exclude", "commondir"]
    let files = names.map { "\(git)/\($0)" } + (location.isBare ? [] : [location.root + "/.gitignore"])
    return files.first { file in
      var status = stat()
      guard stat(file, &status) == 0 else { return false }
      return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
    }
  }

  /// The path without symbolic links; nil when it is gone.
  private func canonical(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
