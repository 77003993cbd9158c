import JobModel
import SQLite

/// The log of all that happens: gathered while a batch runs, written as one row at its end.
extension SQLiteStore {
  /// Notes that a job has come into the queue (`from` nil) or changed its status.
  mutating func note(
    _ job: EventSubject, from: JobStatus?, to status: JobStatus, _ kind: StoreEvent.Kind, detail: String? = nil
  ) {
    if let from { batch.counts[.init(type: job.type, status: from), default: 0] -= 1 }
    batch.counts[.init(type: job.type, status: status), default: 0] += 1
    batch.changes.append(JobChange(jobID: job.id, status: status))
    note(kind, job, status: status, detail: detail)
  }

  /// Notes something about a job whose status stays.
  mutating func note(_ kind: StoreEvent.Kind, _ job: EventSubject, status: JobStatus, detail: String? = nil) {
    batch.events.append(
      StoreEvent(
        seq: 0, time: batch.now, kind: kind, jobID: job.id, type: job.type, projectID: job.projectID,
        userID: job.userID, status: status, attempt: job.attempt, detail: detail))
  }

  /// Notes something that is not about a job.
  mutating func note(
    _ kind: StoreEvent.Kind, type: String? = nil, project: ProjectID? = nil, user: String? = nil, detail: String? = nil
  ) {
    batch.events.append(
      StoreEvent(seq: 0, time: batch.now, kind: kind, type: type, projectID: project, userID: user, detail: detail))
  }

  /// Gives the events of the batch their numbers and writes them.
  mutating func writeEvents() throws(StoreError) {
    guard !batch.events.isEmpty else { return }
    let last = try first(statements.newestEvents) { row throws(StoreError) in row.int64(0) + row.int64(1) - 1 } ?? 0
    var body: [UInt8] = []
    for index in batch.events.indices {
      batch.events[index].seq = last + 1 + Int64(index)
      EventCodec.append(batch.events[index], to: &body)
    }
    statements.insertEvents.bind(1, last + 1)
    statements.insertEvents.bind(2, batch.events.count)
    statements.insertEvents.bind(3, batch.now)
    statements.insertEvents.bind(4, body)
    try run(statements.insertEvents)
  }
}
