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
    var jobs: [Job] = []
    var bytes = 0
    var last = cursor
    // Payloads and results can be large: a page ends early rather than grow beyond what one answer may hold.
    while true {
      let count = min(Self.jobsInOneRead, limit + 1 - jobs.count)
      let more = try read { [last] reader throws(StoreError) in try reader.jobs(filter, after: last, limit: count) }
      for job in more {
        let size = job.payload.utf8.count + (job.result?.utf8.count ?? 0)
        // A single job makes a page, however large it is.
        if jobs.count == limit || (!jobs.isEmpty && bytes + size > Self.pageBytes) {
          return ListJobs.Result(jobs: jobs.map { JobObject($0) }, nextCursor: jobs.last?.id.description)
        }
        jobs.append(job)
        bytes += size
      }
      if more.count < count { break }
      last = more.last?.id
    }
    return ListJobs.Result(jobs: jobs.map { JobObject($0) }, nextCursor: nil)
  }

  /// Bytes of payloads and results after which a page of jobs is full.
  private static let pageBytes = 2 << 20
  private static let jobsInOneRead = 50
}
