import GantryProtocol
import JSON
import JSONRPC
import JobModel
import JobStore

extension Server {
  func getRefreshHistory(_ params: GetRefreshHistory.Params) throws(RPCError) -> GetRefreshHistory.Result {
    let limit = pageLimit(params.limit)
    var filter = JobFilter(userID: params.userID, type: NewJob.refreshType)
    if params.projectID != nil || params.path != nil {
      filter.projectID = try project(id: params.projectID, path: params.path).id
    }
    let cursor = try params.cursor.map { text throws(RPCError) in try idCursor(text) }
    return try read { reader throws(StoreError) in
      let jobs = try reader.jobs(filter, after: cursor, limit: limit + 1)
      var runs: [RefreshRunObject] = []
      for job in jobs.prefix(limit) {
        let figures = job.status == .completed ? try reader.refreshFigures(of: job.id) : nil
        runs.append(RefreshRunObject(job, figures))
      }
      return GetRefreshHistory.Result(
        refreshes: runs, nextCursor: jobs.count > limit ? jobs[limit - 1].id.description : nil)
    }
  }
}

extension RefreshRunObject {
  /// The refresh as clients see it.
  init(_ job: Job, _ figures: RefreshFigures?) {
    let before = figures?.before.map { RawJSON(unchecked: $0.utf8) }
    let after = figures?.after.map { RawJSON(unchecked: $0.utf8) }
    var duration: Int64?
    if let start = job.startedAt, let end = job.completedAt { duration = max(end.milliseconds - start.milliseconds, 0) }
    self.init(
      jobID: job.id.description, projectID: job.projectID?.description, userID: job.userID,
      status: JobStatusName(rawValue: job.status.rawValue), requestedAt: job.createdAt.rfc3339,
      startedAt: job.startedAt?.rfc3339, completedAt: job.completedAt?.rfc3339, durationMs: duration,
      attempt: Int64(job.attempt), error: job.error.map { JobErrorObject($0) }, progressBefore: before,
      progressAfter: after,
      tasksDoneDelta: Self.growth("tasks_done", before, after) { $0.intValue },
      progressDelta: Self.growth("progress_percentage", before, after) { $0.doubleValue }.map {
        ($0 * 10).rounded() / 10
      })
  }

  /// What was added to a figure; nil when either side lacks it.
  private static func growth<Number: Numeric>(
    _ member: String, _ before: RawJSON?, _ after: RawJSON?, _ read: (JSON) -> Number?
  ) -> Number? {
    guard let before, let after else { return nil }
    do throws(JSONError) {
      guard let old = try before.parsed()[member].flatMap(read), let new = try after.parsed()[member].flatMap(read)
      else { return nil }
      return new - old
    } catch {
      // The store keeps what the pipeline wrote; figures that cannot be read are shown as they are, without a difference.
      return nil
    }
  }
}
