import ChildProcess
import Glibc
import JobModel

/// Bare mirrors of remote repositories, one for each project, each holding one commit: `<state>/mirrors/<id>.git`.
///
/// A mirror has no remote and no branches, only `refs/gantry/head`. URLs are given on the command line each time, so
/// nothing that a mirror's files say can choose where git goes or what it runs.
struct MirrorStore {
  let directory: String
  let git: GitRunner
  let configuration: ProjectsConfiguration
  let isCancelled: @Sendable () -> Bool

  static let reference = "refs/gantry/head"

  private var timeout: Double { Double(configuration.gitTimeoutSeconds) }

  init(
    configuration: ProjectsConfiguration, git: GitRunner, isCancelled: @escaping @Sendable () -> Bool
  ) {
    directory = configuration.stateDirectory + "/mirrors"
    self.configuration = configuration
    self.git = git
    self.isCancelled = isCancelled
  }

  /// Brings the mirror of a project up to date and opens its tree, which keeps the mirror locked.
  ///
  /// - Parameters:
  ///   - isKnown: asked when the remote has told its HEAD, before anything is fetched.
  ///   - fetching: told the done share of a fetch, 0 when it begins; not called when the mirror has the remote's commit
  ///     already.
  /// - Returns: nil when the remote's commit is known.
  func open(
    _ project: ProjectID, _ url: SourceURL, isKnown: (CommitPosition) -> Bool, fetching: @escaping (Double) -> Void
  ) throws(JobError) -> OpenedSource? {
    try makeDirectory()
    let path = "\(directory)/\(project).git"
    let lock = try FileLock(
      "\(directory)/\(project).lock", step: "resolving", timeout: timeout, isCancelled: isCancelled)
    lock.noteUse()

    var (remote, warnings) = try resolve(url)
    if isKnown(CommitPosition(oid: remote.oid, branch: remote.branch)) { return nil }
    guard let wanted = remote.oid else { return opened(path, nil, remote.branch, lock, warnings) }
    if try current(path, format: ObjectID.format(wanted)) == wanted {
      return opened(path, wanted, remote.branch, lock, warnings)
    }
    fetching(0)
    warnings += try fetch(url, remote, into: path, fetching)
    guard let fetched = try current(path, format: ObjectID.format(wanted)) else {
      throw JobError(
        kind: "gitFailed", message: "git fetched from \(url.canonical) and left no commit behind. Try again.",
        step: "fetching", isRetryable: true)
    }
    try tidy(path)
    MirrorBounds(
      directory: directory, maximumCount: configuration.maximumMirrors, maximumBytes: configuration.maximumMirrorBytes
    ).enforce(keeping: project)
    return opened(path, fetched, remote.branch, lock, warnings)
  }

  private func opened(
    _ path: String, _ oid: String?, _ branch: String?, _ lock: FileLock, _ warnings: [String]
  ) -> OpenedSource {
    let tree = CommittedTree(
      gitDirectory: path, headOID: oid, branch: branch, git: git, timeout: timeout, keeping: lock,
      isCancelled: isCancelled)
    return OpenedSource(tree: tree, warnings: warnings)
  }

  private func makeDirectory() throws(JobError) {
    for path in [configuration.stateDirectory, directory] where mkdir(path, 0o700) != 0 && errno != EEXIST {
      throw .stateUnusable(path, String(cString: strerror(errno)).lowercased(), step: "resolving")
    }
  }

  /// Asks the remote for its HEAD. Where that names no branch that exists, `main`, `master` or the only branch stands in.
  private func resolve(_ url: SourceURL) throws(JobError) -> (RemoteHead, [String]) {
    let head = RemoteHead(symrefListing: try listRemote(["--symref", "--", url.canonical, "HEAD"], url))
    if head.oid != nil { return (head, []) }
    let branches = RemoteHead.branches(try listRemote(["--heads", "--", url.canonical], url))
    if branches.isEmpty { return (head, ["The remote repository is empty."]) }
    let standIn =
      branches.first { $0.branch == "main" } ?? branches.first { $0.branch == "master" }
      ?? (branches.count == 1 ? branches[0] : nil)
    guard let standIn, let branch = standIn.branch else {
      throw JobError(
        kind: "gitFailed",
        message: "The HEAD of \(url.canonical) names a branch that does not exist, and none of its "
          + "\(branches.count) branches is called main or master. Set the default branch on the server.",
        step: "resolving")
    }
    return (standIn, ["The remote's HEAD names a branch that does not exist; '\(branch)' was read instead."])
  }

  private func listRemote(_ arguments: [String], _ url: SourceURL) throws(JobError) -> [UInt8] {
    try git.run(
      GitCall(
        step: "resolving", place: .outside(directory),
        arguments: ["ls-remote", "--quiet", "--upload-pack=git-upload-pack"] + arguments, transports: url.allowed,
        timeout: Double(configuration.resolveTimeoutSeconds), outputLimit: 16 << 20),
      isCancelled: isCancelled
    ).output
  }

  /// The commit that the mirror holds; nil when there is no usable mirror in this object format.
  private func current(_ path: String, format: String?) throws(JobError) -> String? {
    guard access(path + "/HEAD", F_OK) == 0 else { return nil }
    do throws(JobError) {
      // Asking for the tree makes sure that the commit is really there.
      let place = GitCall.Place.bare(path)
      guard
        try git.commit(Self.reference + "^{tree}", of: place, timeout: timeout, isCancelled: isCancelled) != nil,
        let oid = try git.commit(Self.reference, of: place, timeout: timeout, isCancelled: isCancelled),
        ObjectID.format(oid) == format
      else { return nil }
      return oid
    } catch {
      // A mirror that git cannot read is made anew: all that is in it can be fetched again.
      guard error.kind == "gitFailed" || error.kind == "notARepository" else { throw error }
      return nil
    }
  }

  private func fetch(
    _ url: SourceURL, _ remote: RemoteHead, into path: String, _ fetching: @escaping (Double) -> Void
  ) throws(JobError) -> [String] {
    let format = remote.oid.flatMap { ObjectID.format($0) } ?? "sha1"
    if try current(path, format: format) == nil { try create(path, format: format) }
    let arguments = [
      "fetch", "--progress", "--depth=1", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head",
      "--no-auto-maintenance", "--force", "--upload-pack=git-upload-pack", "--", url.canonical,
      "+\(remote.source):\(Self.reference)",
    ]
    var call = GitCall(
      step: "fetching", place: .bare(path), arguments: arguments, transports: url.allowed, timeout: timeout,
      maximumFileBytes: configuration.maximumPackBytes)
    PackFiles.removeUnfinished(in: path)
    var progress = FetchProgress()
    do throws(JobError) {
      _ = try git.run(call, isCancelled: isCancelled) { bytes in progress.read(bytes, report: fetching) }
      return []
    } catch {
      // Git does not say that its index-pack was ended at the size limit; the file that it leaves does.
      let unfinished = PackFiles.removeUnfinished(in: path) ?? 0
      if error.kind == "gitFailed", unfinished >= configuration.maximumPackBytes {
        throw GitFailure.tooLarge(configuration.maximumPackBytes, error, call)
      }
      // Some honest old repositories hold objects that today's rules forbid. Their content is only read, never run.
      guard error.kind == "gitFailed", error.stderrTail?.contains("fsck error") == true else { throw error }
      call.settings = ["fetch.fsckObjects=false"]
      _ = try git.run(call, isCancelled: isCancelled)
      return ["The repository holds objects that git finds malformed; it was read all the same."]
    }
  }

  /// Makes an empty mirror. It is moved into place when it is complete, so a mirror that exists is one.
  private func create(_ path: String, format: String) throws(JobError) {
    let new = path + ".new"
    for old in [new, path] {
      if let number = DirectoryRemoval.remove(old) {
        throw .stateUnusable(old, String(cString: strerror(number)).lowercased(), step: "fetching")
      }
    }
    _ = try git.run(
      GitCall(
        step: "fetching", place: .outside(directory),
        arguments: [
          "init", "--quiet", "--bare", "--template=", "--initial-branch=none", "--object-format=\(format)", "--", new,
        ], timeout: timeout),
      isCancelled: isCancelled)
    guard rename(new, path) == 0 else {
      throw .stateUnusable(path, String(cString: strerror(errno)).lowercased(), step: "fetching")
    }
  }

  /// Packs a mirror into one once it has collected many: each fetch adds a pack, and only the newest commit is needed.
  private func tidy(_ path: String) throws(JobError) {
    guard PackFiles.count(in: path) > PackFiles.many else { return }
    _ = try git.run(
      GitCall(
        step: "fetching", place: .bare(path), arguments: ["repack", "-a", "-d", "-q"], timeout: timeout,
        settings: ["repack.writeBitmaps=false", "repack.updateServerInfo=false"]),
      isCancelled: isCancelled)
  }
}

extension SourceURL {
  /// The transports that git needs to reach it.
  var allowed: GitCall.Transports {
    switch transport {
    case .https, .ssh: .network
    case .http: .loopback
    case .file: .file
    }
  }
}
