import GantryProtocol
import JSON
import JSONRPC
import JobModel
import JobStore

extension Server {
  func getProjectPlan(_ params: GetProjectPlan.Params) throws(RPCError) -> GetProjectPlan.Result {
    let project = try project(id: params.projectID, path: params.path)
    let page = try documentPage(.plan, of: project, cursor: params.cursor, limit: params.limit)
    return GetProjectPlan.Result(
      projectID: project.id.description, plan: page.map { RawJSON(unchecked: $0.summary.utf8) },
      tasks: page?.items.map { RawJSON(unchecked: $0.utf8) } ?? [], nextCursor: page?.nextOffset.map { String($0) })
  }
}
