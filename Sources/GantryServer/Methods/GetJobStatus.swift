import GantryProtocol
import JSON
import JSONRPC
import JobModel
import JobStore

extension Server {
  /// The job object, already written out: the method that clients poll.
  func getJobStatus(_ params: GetJobStatus.Params) throws(RPCError) -> RawJSON {
    let id = try jobID(params.jobID)
    let answer: RawJSON?
    do throws(StoreError) {
      answer = try reads.answer(about: id) { RawJSON(JobObject($0)) }
    } catch {
      throw readFailure(error)
    }
    guard let answer else { throw WireErrors.jobNotFound(id) }
    return answer
  }
}
