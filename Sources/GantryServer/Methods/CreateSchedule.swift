import Cron
import GantryProtocol
import JSON
import JSONRPC
import JobModel
import JobStore

extension Server {
  func createSchedule(_ params: CreateSchedule.Params, _ responder: Responder) throws(RPCError) {
    let new = try newSchedule(params, userID: responder.session.userID)
    submit(.createSchedule(new), for: responder) { [scheduler] outcome -> CreateSchedule.Result? in
      guard case .schedule(let schedule) = outcome else { return nil }
      scheduler.add(schedule)
      scheduler.look()
      return CreateSchedule.Result(scheduleID: schedule.id.description, nextRunAt: new.nextRunAt.rfc3339)
    }
  }

  private func newSchedule(_ params: CreateSchedule.Params, userID: String) throws(RPCError) -> NewSchedule {
    let (_, projectID) = try terms(of: params.type, project: params.projectID)
    let expression: CronExpression
    do throws(CronError) {
      expression = try CronExpression(params.cron)
    } catch {
      throw RPCError.invalidParams(field: "cron", reason: "is no cron expression: \(error)")
    }
    let zone: TimeZoneRules
    do throws(TimeZoneError) {
      zone = try TimeZoneRules.named(params.timezone ?? "UTC")
    } catch {
      throw RPCError.invalidParams(field: "timezone", reason: "cannot be used: \(error)")
    }
    let now = clock.now()
    guard let next = expression.nextFire(after: now, in: zone, anchor: now) else {
      throw RPCError.invalidParams(field: "cron", reason: "names no time that will ever come")
    }
    return NewSchedule(
      name: params.name, cron: expression.description, timezone: zone.name, type: params.type, projectID: projectID,
      userID: userID, priority: params.priority.flatMap { JobPriority(name: $0.rawValue) } ?? .normal,
      payload: params.payload?.text ?? "{}",
      missed: params.missed.flatMap { MissedRuns(rawValue: $0.rawValue) } ?? .once,
      createdAt: now, nextRunAt: next)
  }

  /// The job of a schedule for one of its times; nil when its type is gone.
  func scheduledJob(_ schedule: Schedule, at time: Timestamp) -> NewJob? {
    guard let terms = terms(of: schedule.type) else { return nil }
    return NewJob(
      type: schedule.type, projectID: schedule.projectID, userID: schedule.userID, priority: schedule.priority,
      payload: schedule.payload, maxRetries: configuration.maxRetries(of: schedule.type),
      exclusiveKey: terms.exclusiveKey(of: schedule.projectID),
      fire: ScheduledFire(schedule: schedule.id, time: time))
  }
}
