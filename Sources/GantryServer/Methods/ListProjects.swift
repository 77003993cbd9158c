import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func listProjects(_ params: ListProjects.Params) throws(RPCError) -> ListProjects.Result {
    let limit = pageLimit(params.limit)
    let cursor = try params.cursor.map { text throws(RPCError) in try idCursor(text) }
    let projects = try read { reader throws(StoreError) in try reader.projects(after: cursor, limit: limit + 1) }
    return ListProjects.Result(
      projects: projects.prefix(limit).map { ProjectObject($0) },
      nextCursor: projects.count > limit ? projects[limit - 1].id.description : nil)
  }
}
