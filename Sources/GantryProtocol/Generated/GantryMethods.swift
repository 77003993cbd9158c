// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

/// The methods of the document.
public enum GantryMethods {
  /// All that are answered, in the order of the document.
  public static let names: [String] = [
    "ping",
    "hello",
    "rpc.discover",
    "createJob",
    "getJobStatus",
    "getJobLogs",
    "listJobs",
    "waitJob",
    "cancelJob",
    "retryJob",
    "claimJobs",
    "heartbeatJob",
    "completeJob",
    "failJob",
    "cleanupJobs",
    "refreshProject",
    "pauseQueue",
    "resumeQueue",
    "createSchedule",
    "listSchedules",
    "deleteSchedule",
    "queueStatus",
    "getJobAttempts",
    "explainJob",
    "getRefreshHistory",
    "health",
    "metrics",
    "backup",
    "verify",
    "createProject",
    "updateProject",
    "getProject",
    "listProjects",
    "getProjectPlan",
    "explainProgress",
    "getProjectSkills",
    "getSkills",
    "subscribe",
    "unsubscribe",
  ]
}
