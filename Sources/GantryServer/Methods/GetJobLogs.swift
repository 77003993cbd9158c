import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func getJobLogs(_ params: GetJobLogs.Params) throws(RPCError) -> GetJobLogs.Result {
    // In this order: a job that has ended logs no more, so what is read behind that is all of it.
    let job = try job(params.jobID)
    var page = try read { reader throws(StoreError) in
      try reader.log(of: job.id, from: Int(clamping: params.offset ?? 0), limit: Int(params.limit ?? 65_536))
    }
    let isLast = page.offset + page.bytes.count == page.totalBytes
    // A character that the page would cut, or whose rest is still to come, waits for the next page.
    if !(isLast && job.status.isFinal) { page.bytes.removeLast(Self.cutCharacter(at: page.bytes)) }
    let next = page.offset + page.bytes.count
    return GetJobLogs.Result(
      jobID: job.id.description, text: String(decoding: page.bytes, as: UTF8.self), offset: Int64(page.offset),
      nextOffset: Int64(next), firstOffset: Int64(page.firstOffset), totalBytes: Int64(page.totalBytes),
      done: job.status.isFinal && next == page.totalBytes)
  }

  /// Bytes of an unfinished UTF-8 sequence at the end (RFC 3629); 0 when they are all there is.
  nonisolated private static func cutCharacter(at bytes: [UInt8]) -> Int {
    for length in 1...3 where length < bytes.count {
      let byte = bytes[bytes.count - length]
      if byte & 0xC0 == 0x80 { continue }
      let whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return whole > length ? length : 0
    }
    return 0
  }
}
