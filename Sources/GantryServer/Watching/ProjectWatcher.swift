import EventLoop
import Glibc
import JobModel
import JobStore
import Logging
import Projects

/// Refreshes projects when their plan or manifests change, for those who asked to have them watched.
///
/// The directories are watched; a change that has settled asks for one refresh, with low priority and not more often
/// than every few seconds. Where the system or the configuration allows no more watches, the project is refreshed at
/// intervals instead, which costs little when nothing has changed.
final class ProjectWatcher {
  /// How a project is watched.
  enum Mode: String {
    /// Changes are heard of as they happen.
    case events
    /// It is looked at again and again.
    case polling
  }

  /// The user that refreshes are asked for by.
  static let userID = "watcher"
  /// Milliseconds without a further change before a change counts as settled: an editor writes a file in several steps.
  static let settleMilliseconds: UInt64 = 300
  /// Milliseconds after which changes that never settle are looked at all the same.
  static let patienceMilliseconds: UInt64 = 5000
  /// Milliseconds between two refreshes of a project.
  static let restMilliseconds: UInt64 = 2000

  private final class Watch {
    var project: Project
    var watchers: [String: DirectoryWatcher] = [:]
    var problem: String?
    let timer: LoopTimer
    let pollTimer: LoopTimer
    var lastAsked: UInt64?
    /// When the first of the changes came that are not settled yet.
    var changedAt: UInt64?

    init(_ project: Project, loop: Loop) throws(LoopError) {
      self.project = project
      timer = try LoopTimer(loop: loop)
      pollTimer = try LoopTimer(loop: loop)
    }

    func close() {
      for watcher in watchers.values { watcher.close() }
      watchers = [:]
      timer.close()
      pollTimer.close()
    }
  }

  private let loop: Loop
  private let logger: Logger
  private let settings: () -> ServerConfiguration.Watching
  /// Asks for a refresh of a project; the second is called when there is no such project any more.
  private let refresh: (ProjectID, _ isGone: @escaping () -> Void) -> Void
  private var watches: [ProjectID: Watch] = [:]
  private var isStopping = false

  init(
    loop: Loop, logger: Logger, settings: @escaping () -> ServerConfiguration.Watching,
    refresh: @escaping (ProjectID, _ isGone: @escaping () -> Void) -> Void
  ) {
    self.loop = loop
    self.logger = logger
    self.settings = settings
    self.refresh = refresh
  }

  /// Projects that are watched.
  var count: Int { watches.count }

  /// Why projects are polled, by project.
  var problems: [ProjectID: String] { watches.compactMapValues(\.problem) }

  /// How a project is watched; nil when it is not.
  func mode(of project: ProjectID) -> (mode: Mode, problem: String?)? {
    watches[project].map { ($0.problem == nil ? .events : .polling, $0.problem) }
  }

  /// Watches a project as it is stored now, or no more.
  func update(_ project: Project) {
    guard !isStopping, project.isWatched, project.kind == .local else { return remove(project.id) }
    do throws(LoopError) {
      let watch: Watch
      if let known = watches[project.id] { watch = known } else { watch = try Watch(project, loop: loop) }
      watch.project = project
      watches[project.id] = watch
      arrange(watch)
    } catch {
      logger.error("a project cannot be watched: \(error)", metadata: ["project": "\(project.id)"])
    }
  }

  func remove(_ id: ProjectID) {
    watches.removeValue(forKey: id)?.close()
  }

  func stop() {
    isStopping = true
    for id in Array(watches.keys) { remove(id) }
  }

  // MARK: Directories

  private func arrange(_ watch: Watch) {
    let project = watch.project
    let wanted = WatchInterest.directories(
      planPath: project.planPath, readings: [project.planReading, project.skillsReading])
    for (directory, watcher) in watch.watchers where !wanted.contains(directory) {
      watcher.close()
      watch.watchers[directory] = nil
    }
    var problem: String?
    for directory in wanted where watch.watchers[directory] == nil && problem == nil {
      guard watchCount < settings().maximumDirectories else {
        problem = "watch.max_directories (\(settings().maximumDirectories)) is reached"
        break
      }
      let path = directory.isEmpty ? project.source : project.source + "/" + directory
      do throws(LoopError) {
        watch.watchers[directory] = try DirectoryWatcher(loop: loop, path: path) { [weak self] name in
          self?.changed(project.id, directory, name)
        }
      } catch {
        // Most repositories have no docs; one that is gone altogether is looked for again.
        if error.code == -ENOENT || error.code == -ENOTDIR {
          if directory.isEmpty { problem = "its directory \(path) is not there" }
          continue
        }
        problem = "the system refuses to watch \(path): \(error)"
      }
    }
    note(problem, watch)
  }

  /// Directories watched of all projects together.
  private var watchCount: Int { watches.values.reduce(0) { $0 + $1.watchers.count } }

  private func note(_ problem: String?, _ watch: Watch) {
    let id = watch.project.id
    if let problem, watch.problem == nil {
      logger.warning(
        "a project is polled every \(Int(settings().pollSeconds)) s instead of watched: \(problem)",
        metadata: ["project": "\(id)", "source": "\(watch.project.source)"])
    }
    if problem == nil, watch.problem != nil {
      logger.notice("a project is watched again", metadata: ["project": "\(id)"])
    }
    watch.problem = problem
    guard problem != nil else { return watch.pollTimer.disarm() }
    for watcher in watch.watchers.values { watcher.close() }
    watch.watchers = [:]
    watch.pollTimer.arm(afterMilliseconds: UInt64(settings().pollSeconds * 1000)) { [weak self, weak watch] in
      guard let self, let watch else { return }
      self.look(at: watch)
    }
  }

  // MARK: Changes

  private func changed(_ id: ProjectID, _ directory: String, _ name: String?) {
    guard let watch = watches[id] else { return }
    let place = directory.isEmpty ? watch.project.source : directory
    if name == nil || name.map({ place == $0 || place.hasSuffix("/" + $0) }) == true {
      // The directory itself: it went away, or another took its place. What is watched is the old one.
      watch.watchers.removeValue(forKey: directory)?.close()
    } else if let name {
      let path = directory.isEmpty ? name : "\(directory)/\(name)"
      guard WatchInterest.includes(path, planPath: watch.project.planPath) || isNewDirectory(path, watch) else {
        return
      }
    }
    let now = Self.now()
    let first = watch.changedAt ?? now
    watch.changedAt = first
    // It is armed already, and will be put off no further.
    if now - first > Self.patienceMilliseconds { return }
    // From the last change on, but not before the project has rested.
    let rest = watch.lastAsked.map { asked in
      asked + Self.restMilliseconds - min(asked + Self.restMilliseconds, now)
    }
    watch.timer.arm(afterMilliseconds: max(Self.settleMilliseconds, rest ?? 0)) { [weak self, weak watch] in
      guard let self, let watch else { return }
      self.look(at: watch)
    }
  }

  /// True for a directory that is to be watched and has just come.
  private func isNewDirectory(_ path: String, _ watch: Watch) -> Bool {
    path == "docs" && watch.watchers[path] == nil
  }

  /// Asks for a refresh; directories may have come and gone, and with one that was replaced its watch has gone.
  private func look(at watch: Watch) {
    watch.changedAt = nil
    guard access(watch.project.source, F_OK) == 0 else {
      return note("its directory \(watch.project.source) is not there", watch)
    }
    arrange(watch)
    watch.lastAsked = Self.now()
    let id = watch.project.id
    refresh(id) { [weak self] in self?.remove(id) }
  }

  /// Milliseconds of the monotonic clock.
  private static func now() -> UInt64 { UInt64(MonotonicClock.now() / 1_000_000) }
}
