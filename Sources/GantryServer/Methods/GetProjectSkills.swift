import GantryProtocol
import JSON
import JSONRPC
import JobModel
import JobStore

extension Server {
  func getProjectSkills(_ params: GetProjectSkills.Params) throws(RPCError) -> GetProjectSkills.Result {
    let project = try project(id: params.projectID, path: params.path)
    let page = try documentPage(.skills, of: project, cursor: params.cursor, limit: params.limit)
    return GetProjectSkills.Result(
      projectID: project.id.description, skillsSummary: page.map { RawJSON(unchecked: $0.summary.utf8) },
      skills: page?.items.map { RawJSON(unchecked: $0.utf8) } ?? [], nextCursor: page?.nextOffset.map { String($0) })
  }
}
