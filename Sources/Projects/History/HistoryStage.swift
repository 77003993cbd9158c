import JSON
import JobModel

/// The part of a refresh that brings a project's history up to date.
struct HistoryStage {
  /// Where the repository's commits are; nil when they are not at hand.
  var repository: OpenedSource.Repository?
  /// Files that the document was read from.
  var filesCount: Int
  /// What the last refresh left, see ``HistoryMark``.
  var mark: String?
  var head: String?
  /// The plan as this refresh has read it.
  var path: String
  var document: PlanDocument
  var now: Timestamp
  var limits = HistoryLimits()

  /// What is to be stored, and who ticked which task of the document.
  struct Outcome {
    var update: HistoryUpdate
    var ticks: [TrackedTask.Tick?]
  }

  /// Reads what is new.
  ///
  /// A history that cannot be read is no reason to fail: what the refresh itself found is kept all the same.
  ///
  /// - Throws: `JobError.cancelled`.
  func run(isCancelled: @escaping @Sendable () -> Bool) throws(JobError) -> Outcome {
    var mark: HistoryMark
    var history = PlanHistory()
    var replaces = false
    do throws(JobError) {
      (mark, history, replaces) = try read(isCancelled)
    } catch {
      if isCancelled() { throw .cancelled }
      mark = empty(.unreadable(error.message))
    }
    let progress = PlanProgress(document)
    let found = ProgressSnapshot(
      at: now, origin: .refresh, planPath: path, tasksCount: progress.tasksCount, tasksDone: progress.tasksDone,
      openMarkersCount: progress.openMarkersCount, percentage: progress.percentage)
    let update = HistoryUpdate(
      replacesCommits: replaces, snapshots: history.snapshots,
      events: Array(history.events.suffix(HistoryUpdate.keptEvents)), found: found,
      mark: mark.head.isEmpty ? "{}" : mark.json, report: mark.report)
    return Outcome(update: update, ticks: ticks(from: mark.tasks))
  }

  private func read(
    _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(JobError) -> (HistoryMark, PlanHistory, replaces: Bool) {
    guard filesCount <= 1 else { return (empty(.severalFiles(filesCount)), PlanHistory(), false) }
    guard let repository else { return (empty(.mirror), PlanHistory(), false) }
    guard let head else { return (empty(nil), PlanHistory(), true) }
    let reader = PlanHistoryReader(
      repository.git, place: repository.place, limits: limits, isCancelled: isCancelled)
    var notes: [String] = []
    if let known = mark.flatMap({ HistoryMark(json: $0) }) {
      let wasShallow = known.gaps.contains { $0.kind == HistoryGap.shallow.kind }
      let isShallow = wasShallow ? try reader.isShallow() : false
      if wasShallow, !isShallow {
        notes.append("The clone is no longer shallow; the history was read anew.")
      } else if try !reader.isOnBranch(known.head, head: head) {
        notes.append("The branch no longer holds \(known.head): it was rewritten, and the history was read anew.")
      } else if known.head == head, known.path == path {
        return (known, PlanHistory(), false)
      } else {
        let start = PlanHistoryReader.Start(
          head: known.head, path: known.path, tasks: known.tasks, last: known.last)
        if let news = try reader.read(path, head: head, since: start, now: now) {
          return (known.advanced(by: news, head: head, path: path), news, false)
        }
        notes.append("The plan is another file than before; the history is that of \(path).")
      }
    }
    // Without a start there is always something to tell.
    let history = try reader.read(path, head: head, now: now) ?? PlanHistory()
    var made = empty(nil)
    made.head = head
    made.notes = notes
    return (made.advanced(by: history, head: head, path: path), history, true)
  }

  private func empty(_ gap: HistoryGap?) -> HistoryMark {
    HistoryMark(
      head: "", path: path, last: nil, tasks: [], versionsCount: 0, displacedTimes: 0, formerPaths: [],
      gaps: gap.map { [$0] } ?? [], notes: [])
  }

  /// Who ticked the tasks of the document: what the last commit knows, for those ticked there already.
  private func ticks(from tasks: [TrackedTask]) -> [TrackedTask.Tick?] {
    let table = TaskTable()
    var tracker = TaskTracker(table, comparisons: limits.comparisons)
    tracker.resume(tasks)
    let keys = table.keys(of: document)
    let matches = tracker.match(keys)
    return keys.indices.map { index in
      guard keys[index].isChecked, let was = matches[index], tasks[was].isChecked else { return nil }
      return tasks[was].tick
    }
  }
}

extension HistoryMark {
  fileprivate func advanced(by news: PlanHistory, head: String, path: String) -> HistoryMark {
    var mark = self
    mark.head = head
    mark.path = path
    mark.last = news.snapshots.last ?? last
    mark.tasks = news.tasks
    mark.versionsCount += news.versionsCount
    mark.displacedTimes += news.displacedTimes
    let names = Array(news.paths.dropFirst())
    mark.formerPaths = names + formerPaths.filter { !names.contains($0) }
    let kinds = Set(gaps.map(\.kind))
    mark.gaps += news.gaps.filter { !kinds.contains($0.kind) }
    return mark
  }
}

/// The items of a plan with who ticked them.
enum TickedItems {
  /// - Parameters:
  ///   - items: as `PlanJSON.items` gives them, the first tasks of the document.
  static func adding(_ ticks: [TrackedTask.Tick?], to items: [String]) -> [String] {
    items.enumerated().map { index, item in
      let tick = index < ticks.count ? ticks[index] : nil
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("ticked_at", tick?.at.rfc3339)
      writer.member("ticked_by", tick?.author)
      writer.member("ticked_commit", tick?.commit)
      writer.endObject()
      let members = String(decoding: writer.bytes.dropFirst(), as: UTF8.self)
      return item.utf8.count > 2 && item.utf8.last == UInt8(ascii: "}") ? "\(item.dropLast()),\(members)" : item
    }
  }
}
