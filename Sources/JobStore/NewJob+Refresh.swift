import JobModel

extension NewJob {
  /// The type of the jobs that `refreshProject` adds.
  public static let refreshType = "refresh"

  /// The payload of a refresh that reads everything again, changed or not.
  public static let forcedRefreshPayload = #"{"force":true}"#

  /// The exclusive key of all jobs that read or write one project: they take turns.
  public static func exclusiveKey(of project: ProjectID) -> String {
    "project:\(project)"
  }

  /// True for a refresh that somebody waits for; schedules ask with a lower priority.
  public static func isManualRefresh(_ type: String, _ priority: JobPriority) -> Bool {
    type == refreshType && priority == .high
  }
}
