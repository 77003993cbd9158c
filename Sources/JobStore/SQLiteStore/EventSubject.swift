import JobModel

/// The job that an event is about.
struct EventSubject {
  var id: JobID
  var type: String
  var projectID: ProjectID?
  var userID: String
  /// The newest attempt; 0 before the first.
  var attempt: Int
}
