import GantryProtocol
import JSON
import JSONRPC
import JobModel
import JobStore
import Projects

extension Server {
  func getProjectPlan(_ params: GetProjectPlan.Params) throws(RPCError) -> GetProjectPlan.Result {
    let project = try project(id: params.projectID, path: params.path)
    let page = try documentPage(.plan, of: project, cursor: params.cursor, limit: params.limit)
    // Behind the tasks lies what explainProgress tells besides.
    let tasks = page?.items.prefix { PlanJSON.isTask($0) } ?? []
    let isLast = tasks.count < page?.items.count ?? 0
    return GetProjectPlan.Result(
      projectID: project.id.description, plan: page.map { RawJSON(unchecked: $0.summary.utf8) },
      tasks: tasks.map { RawJSON(unchecked: $0.utf8) },
      nextCursor: isLast ? nil : page?.nextOffset.map { String($0) })
  }
}
