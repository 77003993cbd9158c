import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func deleteSchedule(_ params: DeleteSchedule.Params, _ responder: Responder) throws(RPCError) {
    guard let id = ScheduleID(params.scheduleID) else {
      throw RPCError.invalidParams(field: "schedule_id", reason: "is not a UUID")
    }
    submit(.deleteSchedule(id), for: responder) { [scheduler] outcome -> DeleteSchedule.Result? in
      guard case .done = outcome else { return nil }
      scheduler.remove(id)
      return DeleteSchedule.Result(scheduleID: id.description, deleted: true)
    }
  }
}
