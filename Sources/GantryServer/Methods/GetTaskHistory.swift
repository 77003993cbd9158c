import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func getTaskHistory(_ params: GetTaskHistory.Params) throws(RPCError) -> GetTaskHistory.Result {
    let project = try project(id: params.projectID, path: params.path)
    let since = try params.since.map { text throws(RPCError) in try instant(text, field: "since") }
    let position = try params.cursor.map { text throws(RPCError) in try historyCursor(text) } ?? .end
    let limit = pageLimit(params.limit)
    return try read { reader throws(StoreError) in
      let rows = try reader.ticks(
        of: project.id, before: position, since: since ?? Timestamp(milliseconds: 0), limit: limit + 1)
      return GetTaskHistory.Result(
        projectID: project.id.description, ticks: rows.prefix(limit).map { TaskTickObject($0.content) },
        nextCursor: rows.count > limit ? rows[limit - 1].position.cursor : nil)
    }
  }
}

extension TaskTickObject {
  init(_ event: TickEvent) {
    self.init(
      at: event.at.rfc3339, ticked: event.isTick, text: event.text, section: event.section, line: Int64(event.line),
      newTask: event.isNewTask, author: event.commit.author, email: event.commit.email, commit: event.commit.oid)
  }
}
