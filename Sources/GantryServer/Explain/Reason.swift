import GantryProtocol
import JobModel

/// One reason why a job stands where it stands.
nonisolated struct Reason {
  var kind: String
  /// Half a sentence: what the job does or did.
  var summary: String
  /// The whole: what holds the job, and what to do.
  var message: String
  var since: Timestamp?
  var until: Timestamp?
  var jobID: JobID?
  var status: JobStatus?
  var type: String?
  var limit: Int?
  var count: Int?
  var ahead: Int?
  var errorKind: String?
  var stage: String?
  var worker: String?

  init(_ kind: String, _ summary: String, _ message: String) {
    self.kind = kind
    self.summary = summary
    self.message = message
  }

  /// The same with more members.
  func with(_ change: (inout Reason) -> Void) -> Reason {
    var copy = self
    change(&copy)
    return copy
  }

  /// As clients see it.
  var object: ExplainReasonObject {
    ExplainReasonObject(
      kind: kind, message: message, since: since?.rfc3339, until: until?.rfc3339, jobID: jobID?.description,
      status: status.map { JobStatusName(rawValue: $0.rawValue) }, type: type, limit: limit.map { Int64($0) },
      count: count.map { Int64($0) }, ahead: ahead.map { Int64($0) }, errorKind: errorKind, stage: stage, worker: worker
    )
  }
}
