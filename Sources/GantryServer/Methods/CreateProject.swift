import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func createProject(_ params: CreateProject.Params, _ responder: Responder) throws(RPCError) {
    var new = try project(source: params.source)
    if let name = params.name { new.name = name }
    new.planPath = params.planPath
    let command = StoreCommand.createProject(
      new, userID: responder.session.userID, limit: configuration.createProjectLimit)
    submit(command, for: responder) { outcome -> CreateProject.Result? in
      guard case .project(let project, let created) = outcome else { return nil }
      return CreateProject.Result(project, created: created)
    }
  }
}
