import GantryProtocol
import JSON
import JSONRPC
import JobModel
import JobStore

extension Server {
  func listSchedules(_ params: ListSchedules.Params) throws(RPCError) -> ListSchedules.Result {
    let limit = pageLimit(params.limit)
    let cursor = try params.cursor.map { text throws(RPCError) in try idCursor(text) }
    let schedules = try read { reader throws(StoreError) in try reader.schedules(after: cursor, limit: limit + 1) }
    return ListSchedules.Result(
      schedules: schedules.prefix(limit).map { ScheduleObject($0) },
      nextCursor: schedules.count > limit ? schedules[limit - 1].id.description : nil)
  }
}

extension ScheduleObject {
  /// The schedule as clients see it.
  init(_ schedule: Schedule) {
    self.init(
      scheduleID: schedule.id.description, name: schedule.name, cron: schedule.cron, timezone: schedule.timezone,
      type: schedule.type, projectID: schedule.projectID?.description, userID: schedule.userID,
      payload: RawJSON(unchecked: schedule.payload.utf8), priority: JobPriorityName(rawValue: schedule.priority.name),
      missed: MissedRunsName(rawValue: schedule.missed.rawValue), createdAt: schedule.createdAt.rfc3339,
      nextRunAt: schedule.nextRunAt?.rfc3339, lastFireAt: schedule.lastFireAt?.rfc3339,
      lastJobID: schedule.lastJobID?.description)
  }
}
