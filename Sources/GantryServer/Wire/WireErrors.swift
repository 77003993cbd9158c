import JSON
import JSONRPC
import JobModel
import JobStore

/// The errors that methods and the server's own machinery give, with the words a person reads.
enum WireErrors {
  static func responseTooLarge(limit: Int) -> RPCError {
    RPCError(
      code: -32003, kind: "responseTooLarge",
      message: "The answer would be longer than \(limit) bytes. Ask for less: a smaller limit, then the next page.",
      data: ["limit": .number(JSONNumber(Int64(limit)))])
  }

  static func overloaded(waiting: Int) -> RPCError {
    RPCError(
      code: -32000, kind: "overloaded",
      message: "\(waiting) changes wait for the disk already, and no more can be kept. Nothing was done; try again in "
        + "a second, with fewer requests at once.",
      data: ["waiting": .number(JSONNumber(Int64(waiting))), "retry_after_seconds": 1])
  }

  static var shuttingDown: RPCError {
    RPCError(
      code: -32004, kind: "shuttingDown",
      message: "This gantryd is shutting down and takes no more requests. Connect again once it has been restarted.")
  }

  static func permissionDenied(uid: UInt32) -> RPCError {
    RPCError(
      code: -32005, kind: "permissionDenied",
      message: "This gantryd belongs to another user, and user id \(uid) may not use it. Start a gantryd of your own.")
  }

  static func tooManyConnections(limit: Int) -> RPCError {
    RPCError(
      code: -32006, kind: "tooManyConnections",
      message: "This gantryd serves \(limit) connections and has no room for another. Close one, or raise "
        + "limits.connections in its configuration.",
      data: ["limit": .number(JSONNumber(Int64(limit)))])
  }

  static func rateLimited(_ limit: RateLimit, seconds: Double) -> RPCError {
    let wait = max(seconds, 0)
    return RPCError(
      code: 1009, kind: "rateLimited",
      message:
        "'\(limit.action)' may be asked for \(limit.count) times in \(limit.windowSeconds.plain) s, and was. Come back "
        + "in \(Int(wait.rounded(.up))) s, or raise rate_limits.\(limit.action) in the configuration.",
      data: [
        "action": .string(limit.action), "limit": .number(JSONNumber(Int64(limit.count))),
        "window_seconds": .number(JSONNumber(limit.windowSeconds)),
        "retry_after_seconds": .number(JSONNumber((wait * 1000).rounded() / 1000)),
      ])
  }

  static var requestCancelled: RPCError {
    RPCError(
      code: -32800, kind: "requestCancelled",
      message: "The wait was cancelled by its client. The job is not affected.")
  }

  static var workCancelled: RPCError {
    RPCError(
      code: -32800, kind: "requestCancelled", message: "The work was cancelled by its client. Nothing of it is left.")
  }

  static func tooManySubscriptions(limit: Int) -> RPCError {
    RPCError(
      code: 1015, kind: "tooManySubscriptions",
      message:
        "This connection has \(limit) subscriptions and can have no more. End one with unsubscribe, or subscribe "
        + "to more kinds of events at once.",
      data: ["limit": .number(JSONNumber(Int64(limit)))])
  }

  static func jobNotFound(_ id: JobID) -> RPCError {
    RPCError(
      code: 1001, kind: "jobNotFound",
      message:
        "There is no job \(id). It was never created here, or it was cleaned up. listJobs shows what there is (gantry jobs).",
      data: ["job_id": .string(id.description)])
  }

  static func staleAttempt(_ id: JobID) -> RPCError {
    RPCError(
      code: 1016, kind: "staleAttempt",
      message:
        "This attempt at job \(id) is over; the report changed nothing. Its time was up, its lease had ended, or it "
        + "has ended already. Drop the work, and claim the next job.",
      data: ["job_id": .string(id.description)])
  }

  static func projectNotFound(_ name: String) -> RPCError {
    RPCError(
      code: 1003, kind: "projectNotFound",
      message:
        "There is no project '\(name)'. createProject or refreshProject adds it (gantry refresh PATH); "
        + "listProjects shows what there is (gantry projects).",
      data: ["project": .string(name)])
  }

  static func notARepository(_ path: String, _ reason: String) -> RPCError {
    RPCError(
      code: 1010, kind: "notARepository",
      message: "'\(path)' is not inside a git repository: \(reason).",
      data: ["path": .string(path)])
  }

  static func urlNotAllowed(_ message: String) -> RPCError {
    RPCError(code: 1102, kind: "urlNotAllowed", message: message)
  }

  static func unknownJobType(_ type: String, known: [String]) -> RPCError {
    RPCError(
      code: 1011, kind: "unknownJobType",
      message: "There is no job type '\(type.prefix(64))' here; there are: \(known.joined(separator: ", ")).",
      data: ["type": .string(type), "known": .array(known.map { .string($0) })])
  }

  static func storageUnavailable(_ reason: String) -> RPCError {
    RPCError(code: 1008, kind: "storageUnavailable", message: reason)
  }

  /// The client's view of a refused command.
  static func rejection(_ rejection: StoreRejection, now: Timestamp) -> RPCError {
    switch rejection {
    case .jobNotFound(let id): return jobNotFound(id)
    case .projectNotFound(let id): return projectNotFound(id.description)
    case .scheduleNotFound(let id):
      return RPCError(
        code: 1013, kind: "scheduleNotFound",
        message:
          "There is no schedule \(id). It was never created here, or it was removed; listSchedules shows what "
          + "there is (gantry schedule list).",
        data: ["schedule_id": .string(id.description)])
    case .invalidState(let id, let current, let allowed):
      let names = allowed.map(\.rawValue)
      return RPCError(
        code: 1002, kind: "invalidState",
        message: "Job \(id) is \(current.rawValue); this can only be done to a job that is "
          + "\(names.joined(separator: " or "))."
          + (allowed == [.failed] && current.isFinal
            ? " To do the work again, create a new job (gantry refresh, "
              + "gantry run)." : ""),
        data: [
          "job_id": .string(id.description), "current": .string(current.rawValue),
          "allowed": .array(names.map { .string($0) }),
        ])
    case .retriesExhausted(let id, let count, let most):
      return RPCError(
        code: 1005, kind: "notRetryable",
        message:
          "Job \(id) was retried \(count) times, and \(most) were allowed. Retry with force to do it all the "
          + "same (gantry retry --force \(id)).",
        data: [
          "job_id": .string(id.description), "retry_count": .number(JSONNumber(Int64(count))),
          "max_retries": .number(JSONNumber(Int64(most))),
        ])
    case .idempotencyConflict(let id):
      return RPCError(
        code: 1007, kind: "conflict",
        message: "The idempotency key already belongs to job \(id), which has another type or project. Use a new key.",
        data: ["job_id": .string(id.description)])
    case .duplicateJob(let id, let live):
      return RPCError(
        code: 1004, kind: "duplicateJob",
        message: "Job \(id) cannot come back: job \(live) has the same unique key and is not done. Wait for that one "
          + "(gantry wait \(live)).",
        data: ["job_id": .string(live.description)])
    case .staleAttempt(let id): return staleAttempt(id)
    case .rateLimited(let limit, let retryAt): return rateLimited(limit, seconds: retryAt.seconds(since: now))
    case .dependencyNotFound(let id):
      return RPCError(
        code: 1001, kind: "jobNotFound",
        message: "There is no job \(id), which depends_on names. It was never created here, or it was cleaned up.",
        data: ["job_id": .string(id.description)])
    case .dependencyFailed(let id, let current):
      let allowed = [JobStatus.pending, .processing, .completed].map { JSON.string($0.rawValue) }
      return RPCError(
        code: 1002, kind: "invalidState",
        message:
          "Job \(id), which is depended on, is \(current.rawValue). Bring it to its end first (retryJob; gantry retry "
          + "\(id)), or depend on another job.",
        data: [
          "job_id": .string(id.description), "current": .string(current.rawValue), "allowed": .array(allowed),
        ])
    case .storageUnavailable(let reason): return storageUnavailable(reason)
    case .internalError(let reason):
      return RPCError(code: -32603, kind: "internalError", message: reason)
    }
  }
}
