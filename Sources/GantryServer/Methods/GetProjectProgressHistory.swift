import GantryProtocol
import JSON
import JSONRPC
import JobModel
import JobStore
import Projects

extension Server {
  /// Snapshots that the pace is taken from; of more in twelve weeks, the newest.
  private nonisolated static let trendRows = 5000

  func getProjectProgressHistory(
    _ params: GetProjectProgressHistory.Params
  ) throws(RPCError) -> GetProjectProgressHistory.Result {
    let project = try project(id: params.projectID, path: params.path)
    var position = try params.since.map { text throws(RPCError) in try historyStart(text) } ?? .beginning
    if let cursor = params.cursor { position = max(try historyCursor(cursor), position) }
    let limit = pageLimit(params.limit)
    let now = clock.now()
    let start = position
    return try read { reader throws(StoreError) in
      let rows = try reader.snapshots(of: project.id, after: start, limit: limit + 1)
      let trend = try Self.trend(of: project.id, now: now, &reader)
      let report = try reader.historyReport(of: project.id)
      return GetProjectProgressHistory.Result(
        projectID: project.id.description, history: report.map { RawJSON(unchecked: $0.utf8) },
        snapshots: rows.prefix(limit).map { ProgressSnapshotObject($0.content) },
        nextCursor: rows.count > limit ? rows[limit - 1].position.cursor : nil,
        velocity: trend.velocity.map { ProgressVelocityObject($0) },
        projection: trend.projection.map { ProgressProjectionObject($0) },
        projectionReason: trend.reason?.rawValue)
    }
  }

  private nonisolated static func trend(
    of project: ProjectID, now: Timestamp, _ reader: inout any JobReading
  ) throws(StoreError) -> ProgressTrend {
    let days = ProgressTrend.windows.max() ?? 0
    let from = now.advanced(bySeconds: -days * 86_400)
    var points: [ProgressTrend.Point] = []
    if let before = try reader.snapshot(of: project, at: from) { points.append(.init(before)) }
    let recent = try reader.snapshots(
      of: project, after: HistoryPosition(at: from, number: .max), limit: trendRows)
    points += recent.map { .init($0.content) }
    // What came behind the rows that are looked at is at least known by its last state.
    if recent.count == trendRows, let last = try reader.snapshot(of: project, at: now) { points.append(.init(last)) }
    let first = try reader.snapshots(of: project, after: .beginning, limit: 1).first
    return ProgressTrend(points, start: first?.content.at, now: now)
  }

  /// The position before all rows that are not before an instant.
  func historyStart(_ text: String) throws(RPCError) -> HistoryPosition {
    HistoryPosition(at: try instant(text, field: "since"), number: -1)
  }

  func instant(_ text: String, field: String) throws(RPCError) -> Timestamp {
    guard let instant = Timestamp(rfc3339: text) else {
      throw RPCError.invalidParams(field: field, reason: "is no instant such as 2026-03-14T09:26:53Z")
    }
    return instant
  }

  /// Reads what `HistoryPosition.cursor` wrote.
  func historyCursor(_ text: String) throws(RPCError) -> HistoryPosition {
    let parts = text.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let milliseconds = Int64(parts[0]), let number = Int64(parts[1]), number >= 0 else {
      throw RPCError.invalidParams(field: "cursor", reason: "is not a cursor that this method gave out")
    }
    return HistoryPosition(at: Timestamp(milliseconds: milliseconds), number: number)
  }
}

extension HistoryPosition {
  /// Before all rows.
  nonisolated static let beginning = HistoryPosition(at: Timestamp(milliseconds: 0), number: -1)
  /// Behind all rows.
  nonisolated static let end = HistoryPosition(at: Timestamp(milliseconds: .max), number: .max)

  /// As clients carry it.
  nonisolated var cursor: String { "\(at.milliseconds)-\(number)" }
}

extension ProgressSnapshotObject {
  init(_ snapshot: ProgressSnapshot) {
    self.init(
      at: snapshot.at.rfc3339, origin: snapshot.origin.rawValue, commit: snapshot.commit?.oid,
      author: snapshot.commit?.author, email: snapshot.commit?.email,
      authoredAt: snapshot.commit?.authoredAt.rfc3339, committedAt: snapshot.commit?.committedAt.rfc3339,
      planPath: snapshot.planPath, tasksCount: Int64(snapshot.tasksCount), tasksDone: Int64(snapshot.tasksDone),
      openMarkersCount: Int64(snapshot.openMarkersCount), progressPercentage: snapshot.percentage)
  }
}

extension ProgressVelocityObject {
  init(_ velocity: ProgressTrend.Velocity) {
    self.init(
      windowDays: Self.rounded(velocity.windowDays), doneInWindow: Int64(velocity.doneInWindow),
      addedInWindow: Int64(velocity.addedInWindow), donePerWeek: Self.rounded(velocity.donePerWeek),
      addedPerWeek: Self.rounded(velocity.addedPerWeek))
  }

  /// To two decimals.
  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

extension ProgressProjectionObject {
  init(_ projection: ProgressTrend.Projection) {
    self.init(
      remaining: Int64(projection.remaining), earliest: projection.earliest.rfc3339,
      expected: projection.expected.rfc3339, latest: projection.latest?.rfc3339)
  }
}
