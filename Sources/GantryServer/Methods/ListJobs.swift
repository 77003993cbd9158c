import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func listJobs(_ params: ListJobs.Params) throws(RPCError) -> ListJobs.Result {
    let limit = pageLimit(params.limit)
    let filter = JobFilter(
      projectID: try params.projectID.map { text throws(RPCError) in try projectID(text) }, userID: params.userID,
      type: params.type, status: params.status.flatMap { JobStatus(rawValue: $0.rawValue) })
    let cursor = try params.cursor.map { text throws(RPCError) in try idCursor(text) }
    let jobs = try read { reader throws(StoreError) in try reader.jobs(filter, after: cursor, limit: limit + 1) }
    return ListJobs.Result(
      jobs: jobs.prefix(limit).map { JobObject($0) },
      nextCursor: jobs.count > limit ? jobs[limit - 1].id.description : nil)
  }
}
