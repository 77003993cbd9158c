import JobModel
import JobStore

extension ServerConfiguration.Retention {
  /// Days that ended jobs with this status are kept.
  nonisolated func days(of status: JobStatus) -> Double {
    switch status {
    case .failed: failedDays
    case .cancelled: cancelledDays
    default: completedDays
    }
  }

  private nonisolated func count(of status: JobStatus) -> Int? {
    let count =
      switch status {
      case .failed: failedCount
      case .cancelled: cancelledCount
      default: completedCount
      }
    return count == 0 ? nil : count
  }

  /// What a cleanup by these rules asks of the store.
  nonisolated func commands(now: Timestamp) -> [StoreCommand] {
    var commands = JobStatus.allCases.filter(\.isFinal).map { status in
      StoreCommand.cleanUp(
        CleanupStep(
          status: status, endedBefore: now.advanced(bySeconds: -days(of: status) * 86_400), keep: count(of: status)))
    }
    commands.append(
      .cleanUpEvents(
        before: now.advanced(bySeconds: -eventDays * 86_400), keep: eventCount == 0 ? nil : eventCount,
        limit: CleanupStep.defaultLimit))
    return commands
  }
}
