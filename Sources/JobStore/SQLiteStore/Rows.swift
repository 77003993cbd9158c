import JobModel
import SQLite

extension Statement {
  func bind(_ index: Int32, _ id: UUIDv7) { bind(index, high: id.high, low: id.low) }

  func bind(_ index: Int32, _ id: UUIDv7?) {
    if let id { bind(index, id) } else { bindNull(index) }
  }

  func bind(_ index: Int32, _ time: Timestamp) { bind(index, time.milliseconds) }

  func id(_ column: Int32) -> UUIDv7? {
    words(column).map { UUIDv7(high: $0.high, low: $0.low) }
  }

  func time(_ column: Int32) -> Timestamp { Timestamp(milliseconds: int64(column)) }

  func optionalTime(_ column: Int32) -> Timestamp? {
    optionalInt64(column).map { Timestamp(milliseconds: $0) }
  }
}

extension Job {
  /// The columns that `init(row:)` reads, in its order.
  static let columns = """
    id, type, project_id, user_id, status, priority, payload, created_at, run_at, started_at, completed_at, result, \
    retry_count, max_retries, attempt, cancel_requested, progress_fraction, progress_stage, progress_message, \
    progress_current, progress_total, error_kind, error_message, error_step, error_exit_code, error_stderr, \
    error_retryable, timeout_ms, expires_at, crash_count, worker
    """

  /// How many they are: the number of the first column behind them.
  static let columnCount: Int32 = 31

  init(row: Statement) throws(StoreError) {
    guard let id = row.id(0), let status = JobStatus(rawValue: row.text(4)),
      let priority = JobPriority(rawValue: row.int(5))
    else {
      throw .unknownValues(table: "jobs")
    }
    self.init(
      id: id, type: row.text(1), projectID: row.id(2), userID: row.text(3), status: status, priority: priority,
      payload: row.text(6), createdAt: row.time(7), runAt: row.time(8), startedAt: row.optionalTime(9),
      completedAt: row.optionalTime(10), result: row.optionalText(11), error: JobError(row: row),
      retryCount: row.int(12), maxRetries: row.int(13), attempt: row.int(14),
      progress: JobProgress(
        fraction: row.double(16), stage: row.text(17), message: row.text(18), current: row.optionalInt64(19),
        total: row.optionalInt64(20)),
      cancelRequested: row.bool(15), timeoutSeconds: row.optionalInt64(27).map { Double($0) / 1000 },
      expiresAt: row.optionalTime(28), crashCount: row.int(29), worker: row.optionalText(30))
  }

  /// What events tell of the job.
  var subject: EventSubject {
    EventSubject(id: id, type: type, projectID: projectID, userID: userID, attempt: attempt)
  }
}

extension JobError {
  /// Reads kind, message, step, exit code, stderr and whether it may pass, from column `first` on; nil without a kind.
  init?(row: Statement, from first: Int32 = 21) {
    guard let kind = row.optionalText(first) else { return nil }
    self.init(
      kind: kind, message: row.text(first + 1), step: row.optionalText(first + 2),
      exitCode: row.optionalInt64(first + 3).map { Int32(truncatingIfNeeded: $0) },
      stderrTail: row.optionalText(first + 4), isRetryable: row.bool(first + 5))
  }
}

extension Statement {
  /// Binds what `JobError.init(row:)` reads, from parameter `first` on; nulls without an error.
  func bind(_ error: JobError?, from first: Int32) {
    bind(first, error?.kind)
    bind(first + 1, error?.message)
    bind(first + 2, error?.step)
    bind(first + 3, error?.exitCode.map { Int64($0) })
    bind(first + 4, error?.stderrTail)
    bind(first + 5, error.map { $0.isRetryable ? 1 : 0 } as Int64?)
  }
}

extension Project {
  /// The columns that `init(row:)` reads, in its order.
  static let columns = """
    id, source, kind, name, plan_path, created_at, updated_at, last_refreshed_at, head, branch, progress, skills, \
    plan_reading, skills_reading, watch
    """

  init(row: Statement) throws(StoreError) {
    guard let id = row.id(0), let kind = Kind(rawValue: row.text(2)) else {
      throw .unknownValues(table: "projects")
    }
    self.init(
      id: id, source: row.text(1), kind: kind, name: row.text(3), planPath: row.optionalText(4),
      createdAt: row.time(5), updatedAt: row.time(6), lastRefreshedAt: row.optionalTime(7), head: row.optionalText(8),
      branch: row.optionalText(9), progress: row.optionalText(10), skills: row.optionalText(11),
      planReading: row.optionalText(12), skillsReading: row.optionalText(13))
    isWatched = row.bool(14)
  }
}

extension StoreError {
  /// The CHECK constraints keep such rows out; one that is there was not written by us.
  static func unknownValues(table: String) -> StoreError {
    StoreError(.corrupt, "A row of the \(table) table holds values that no Gantry writes. Restore a backup.")
  }

  /// The same failure in the store's terms, with what to do about it.
  init(_ error: SQLiteError) {
    let advice: (Code, String)
    if error.isFull {
      advice = (
        .full, "The disk that holds '\(error.path)' is full; nothing of the change was kept. Make room, then try again."
      )
    } else if error.isCorrupt {
      advice = (
        .corrupt, "The database '\(error.path)' is damaged. Stop the daemon and restore a backup, or move it away."
      )
    } else if error.isBusy {
      advice = (.locked, "The database '\(error.path)' is locked by another program. End that program.")
    } else if error.isIO {
      advice = (.io, "The database '\(error.path)' cannot be read or written. Check the disk and its permissions.")
    } else {
      advice = (
        .internalError, "The store refused a change to '\(error.path)'. This is a bug of Gantry's; please report it."
      )
    }
    self.init(advice.0, "\(advice.1) (\(error.operation): \(error.message))", underlying: error.extendedCode)
  }
}

/// Runs `body` and turns SQLite's errors into the store's.
func stored<T>(_ body: () throws(SQLiteError) -> T) throws(StoreError) -> T {
  do throws(SQLiteError) {
    return try body()
  } catch {
    throw StoreError(error)
  }
}
