import ChildProcess
import JobModel

/// Reads the past of a plan file: what the branch held, commit by commit, and who ticked what.
///
/// The branch is its first parents: a merge is one change, made when it was merged, whose ticks are those of the commits
/// it brought. Renames are followed as `git log --follow` does; a copy of another file begins a history of its own.
/// Four processes at the most, however many versions there are.
struct PlanHistoryReader {
  private let git: GitRunner
  private let place: GitCall.Place
  private let limits: HistoryLimits
  private let isCancelled: @Sendable () -> Bool
  private let deadline: Deadline

  init(
    _ git: GitRunner, place: GitCall.Place, limits: HistoryLimits = HistoryLimits(),
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.git = git
    self.place = place
    self.limits = limits
    self.isCancelled = isCancelled
    deadline = .after(seconds: limits.seconds)
  }

  /// Where an earlier reading ended.
  struct Start {
    var head: String
    var path: String
    var tasks: [TrackedTask]
    /// Time and figures of the last snapshot.
    var last: ProgressSnapshot?
  }

  /// Reads the history of the file called `path` in commit `head`.
  ///
  /// - Parameters:
  ///   - start: nil to read all of it; else only what came after it, which must lie on the branch.
  ///   - now: no change can have been made later.
  /// - Returns: nil when `start` does not lead to this file, so that all must be read.
  func read(
    _ path: String, head: String, since start: Start? = nil, now: Timestamp
  ) throws(JobError) -> PlanHistory? {
    let isShallow = start == nil ? try self.isShallow() : false
    let range = start.map { "\($0.head)..\(head)" } ?? head
    var changes = try log(
      ["--follow", "--first-parent", "--diff-merges=first-parent", range], paths: [path], limit: limits.versions + 1)
    if let copy = changes.firstIndex(where: { $0.kind == .copied }) { changes.removeSubrange((copy + 1)...) }

    var history = PlanHistory()
    history.versionsCount = changes.count
    history.paths = Self.paths(changes, present: path)
    if let start, history.paths.last != start.path { return nil }
    if changes.count > limits.versions {
      changes.removeLast(changes.count - limits.versions)
      history.gaps.append(.limit("there are more than \(limits.versions)"))
    }
    try follow(changes, from: start, head: head, isShallow: isShallow, now: now, &history)
    return history
  }

  /// True when `ancestor` lies on the branch that ends in `head`, so that what was read up to it still holds.
  func isOnBranch(_ ancestor: String, head: String) throws(JobError) -> Bool {
    if ancestor == head { return true }
    let call = call(
      ["rev-list", "--first-parent", "--boundary", "\(ancestor)..\(head)"], accepted: [0, 128])
    let result = try git.run(call, isCancelled: isCancelled)
    // Where the walk along the branch met what is known: at that commit itself, and nowhere else.
    guard result.status.isSuccess else { return false }
    let boundary = result.output.split(separator: UInt8(ascii: "\n")).filter { $0.first == UInt8(ascii: "-") }
    return boundary.count == 1 && boundary[0].dropFirst().elementsEqual(ancestor.utf8)
  }

  private func follow(
    _ changes: [PlanChange], from start: Start?, head: String, isShallow: Bool, now: Timestamp,
    _ history: inout PlanHistory
  ) throws(JobError) {
    let table = TaskTable()
    let versions = PlanVersions(
      git, place: place, timeout: remaining, limits: limits, table: table, isCancelled: isCancelled)
    var tracker = TaskTracker(table, comparisons: limits.comparisons)
    if let start { tracker.resume(start.tasks) }
    var read: [(change: PlanChange, version: PlanVersions.Version?)] = []
    var missing = 0
    // Newest first, so that what a limit cuts off is the oldest.
    reading: for change in changes {
      if isCancelled() { throw .cancelled }
      if deadline.hasPassed {
        history.gaps.append(.limit("reading them took longer than \(Int(limits.seconds)) seconds"))
        break
      }
      do throws(PlanVersions.Failure) {
        // Without a content the plan was deleted, or something that is no file stood in its place.
        read.append(
          (
            change,
            try change.newBlob.map { blob throws(PlanVersions.Failure) in try versions.read(blob, path: change.path) }
          ))
      } catch {
        switch error {
        case .missing: missing += 1
        case .overLimit(let limit):
          history.gaps.append(.limit(limit))
          break reading
        case .git(let error): throw error
        }
      }
    }
    read.reverse()
    if missing > 0 { history.gaps.append(.missingContent(missing)) }

    let oldest = read.first?.change
    let isAtBoundary = isShallow && oldest.map(\.parents.isEmpty) ?? true
    if isAtBoundary { history.gaps.append(.shallow) }
    var side: SideTicks?
    let merges = read.contains { $0.change.isMerge }
    if merges, start != nil || !changes.isEmpty {
      let range = start.map { "\($0.head)..\(head)" } ?? head
      let branch = Set(changes.map(\.commit.oid))
      let found = try log(["--no-merges", "-M", range], paths: history.paths, limit: limits.versions)
        .filter { !branch.contains($0.commit.oid) }
      do throws(PlanVersions.Failure) {
        var matcher = tracker.matcher
        side = try SideTicks(found, versions, &matcher)
      } catch {
        if case .git(let error) = error { throw error }
      }
    }
    if start == nil, let oldest { try begin(oldest, isAtBoundary, versions, &tracker) }

    let committed = read.map(\.change.commit.committedAt)
    let times = CommitTimes.ordered(committed, floor: start?.last?.at, limit: now)
    history.displacedTimes = zip(committed, times).count { $0 != $1 }
    var last = start?.last
    for (index, (change, version)) in read.enumerated() {
      if start == nil, index == 0, isAtBoundary, let version { tracker.begin(version.keys) }
      let snapshot = Self.snapshot(change, version?.progress, at: times[index])
      if !(last?.isSameProgress(as: snapshot) ?? false) {
        history.snapshots.append(snapshot)
        last = snapshot
      }
      // A plan that is deleted and comes back has the tasks it had.
      guard let version else { continue }
      tracker.advance(to: version.keys) { box in
        (change.isMerge ? side?.take(box.task, before: change.commit) : nil) ?? change.commit
      }
    }
    history.events = tracker.events
    history.tasks = tracker.tasks
  }

  /// What came before the oldest change that is read, so that its ticks are its own.
  private func begin(
    _ oldest: PlanChange, _ isAtBoundary: Bool, _ versions: PlanVersions, _ tracker: inout TaskTracker
  ) throws(JobError) {
    guard !isAtBoundary, oldest.kind != .copied, let blob = oldest.oldBlob else { return }
    do throws(PlanVersions.Failure) {
      tracker.begin(try versions.read(blob, path: oldest.path).keys)
    } catch {
      if case .git(let error) = error { throw error }
      // Not to be had: then the oldest version read is the beginning.
      if let newBlob = oldest.newBlob {
        do throws(PlanVersions.Failure) {
          tracker.begin(try versions.read(newBlob, path: oldest.path).keys)
        } catch {
          if case .git(let error) = error { throw error }
        }
      }
    }
  }

  private static func snapshot(_ change: PlanChange, _ progress: PlanProgress?, at time: Timestamp) -> ProgressSnapshot
  {
    ProgressSnapshot(
      at: time, origin: .commit, commit: change.commit, planPath: change.path, tasksCount: progress?.tasksCount ?? 0,
      tasksDone: progress?.tasksDone ?? 0, openMarkersCount: progress?.openMarkersCount ?? 0,
      percentage: progress?.percentage)
  }

  /// The names of the file, newest first.
  private static func paths(_ changes: [PlanChange], present: String) -> [String] {
    var paths = [present]
    for change in changes {
      if case .renamed(let former) = change.kind, former != paths.last { paths.append(former) }
    }
    return paths
  }

  /// True for a clone that was cut off at some commits.
  func isShallow() throws(JobError) -> Bool {
    let result = try git.run(call(["rev-parse", "--is-shallow-repository"]), isCancelled: isCancelled)
    return result.output.starts(with: "true".utf8)
  }

  private func log(_ arguments: [String], paths: [String], limit: Int) throws(JobError) -> [PlanChange] {
    let fixed = [
      "--literal-pathspecs", "log", "--raw", "-z", "--no-abbrev", "--no-color", "--no-mailmap", "--no-notes",
      "--format=\(PlanLog.format)", "--encoding=UTF-8", "-O/dev/null", "-l\(limits.renameCandidates)",
      "--max-count=\(limit)",
    ]
    let output = try git.run(call(fixed + arguments + ["--"] + paths), isCancelled: isCancelled).output
    guard let changes = PlanLog.changes(output) else {
      throw JobError(kind: "gitFailed", message: "git log printed something unexpected.", step: "reading history")
    }
    return changes
  }

  private var remaining: Double { max(Double(deadline.millisecondsLeft) / 1000, 1) }

  private func call(_ arguments: [String], accepted: Set<Int32> = [0]) -> GitCall {
    GitCall(
      step: "reading history", place: place, arguments: arguments, timeout: remaining, acceptedCodes: accepted,
      outputLimit: 64 << 20)
  }
}
