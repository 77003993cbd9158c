import GantryProtocol
import JSONRPC

extension Server {
  func getProject(_ params: GetProject.Params) throws(RPCError) -> ProjectObject {
    object(try project(id: params.projectID, path: params.path))
  }
}
