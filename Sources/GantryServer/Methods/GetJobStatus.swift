import GantryProtocol
import JSONRPC

extension Server {
  func getJobStatus(_ params: GetJobStatus.Params) throws(RPCError) -> JobObject {
    JobObject(try job(params.jobID))
  }
}
