import JobModel

/// What a job does that runs, or how it has ended.
nonisolated enum OtherReasons {
  /// How long an attempt may go on, in seconds.
  struct Limits {
    /// It has ended, and that is on its way to the disk.
    var isEnding = false
    /// What the attempt may take in all; nil for no limit.
    var timeoutSeconds: Double?
    /// What is left of it, where a clock runs that nobody sets.
    var timeoutSecondsLeft: Double?
    /// How long its worker on the socket may stay silent; nil when no such worker has it.
    var leaseSeconds: Double?
    var leaseSecondsLeft: Double?
  }

  static func processing(_ job: Job, _ limits: Limits, now: Timestamp) -> [Reason] {
    var reasons: [Reason] = []
    let started = job.startedAt ?? now
    if limits.isEnding {
      return [
        Reason(
          "ending", "Has ended, which is being stored",
          "Attempt \(job.attempt) has ended, and that is on its way to the disk. If this stays, see the check 'writes' of "
            + "health (gantry health)."
        ).with { $0.since = started }
      ]
    }
    let who = job.worker.map { "worker '\($0)'" } ?? "a worker of gantryd"
    if job.cancelRequested {
      reasons.append(
        Reason(
          "cancelRequested", "Has been asked to stop",
          "It was asked to stop and has not ended yet; waitJob tells when it has (gantry wait \(job.id))."))
    }
    let stage = job.progress.stage.isEmpty ? "" : ", at the stage '\(job.progress.stage)'"
    reasons.append(
      Reason(
        "running", "Runs for \(SpokenTime.span(now.seconds(since: started)))",
        "Attempt \(job.attempt) has run for \(SpokenTime.span(now.seconds(since: started))) on \(who)\(stage). waitJob waits "
          + "for it (gantry wait \(job.id)), cancelJob ends it (gantry cancel \(job.id))."
      ).with {
        $0.since = started
        $0.stage = job.progress.stage.isEmpty ? nil : job.progress.stage
        $0.worker = job.worker
      })
    if let lasts = limits.leaseSeconds, let left = limits.leaseSecondsLeft {
      let until = now.advanced(bySeconds: left)
      reasons.append(
        Reason(
          "leased", "Is leased to \(who)",
          "It is leased to \(who) until \(SpokenTime.moment(until, now: now)); each heartbeat makes that "
            + "\(SpokenTime.span(lasts)) again. Without one, the job then goes back to the queue."
        ).with {
          $0.until = until
          $0.worker = job.worker
        })
    }
    if let timeoutSeconds = limits.timeoutSeconds {
      let until =
        limits.timeoutSecondsLeft.map { now.advanced(bySeconds: $0) } ?? started.advanced(bySeconds: timeoutSeconds)
      reasons.append(
        Reason(
          "timeout", "Ends when its time is over",
          "The attempt may take \(SpokenTime.span(timeoutSeconds)) and is ended at \(SpokenTime.moment(until, now: now))."
        ).with { $0.until = until })
    }
    return reasons
  }

  static func ended(_ job: Job) -> [Reason] {
    let since = job.completedAt
    switch job.status {
    case .completed:
      return [
        Reason(
          "completed", "Completed at attempt \(job.attempt)",
          "It completed at attempt \(job.attempt). There is nothing to do; getJobStatus has the "
            + "result (gantry status \(job.id))."
        ).with { $0.since = since }
      ]
    case .cancelled:
      return [
        Reason(
          "cancelled", "Was cancelled",
          "It was cancelled \(job.attempt == 0 ? "before it started" : "during attempt \(job.attempt)"). To have the work "
            + "done, create a new job (\(SpokenCommand.again(job)))."
        ).with { $0.since = since }
      ]
    case .failed: return failed(job)
    case .pending, .processing: return []
    }
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  private static func failed(_ job: Job) -> [Reason] {
    let kind = job.error?.kind ?? "unknown"
    var reasons = [
      Reason("failed", "Failed: \(kind)", job.error?.message ?? "It failed without saying why.").with {
        $0.since = job.completedAt
        $0.errorKind = kind
      }
    ]
    if job.retryCount >= job.maxRetries {
      reasons.append(
        Reason(
          "retriesExhausted", "Is not tried again",
          job.maxRetries == 0
            ? "It asked for no retries. retryJob with force runs it again (gantry retry --force \(job.id))."
            : "It was retried \(times(job.retryCount)), as often as it may be. Mend the cause, then retryJob with force runs "
              + "it again (gantry retry --force \(job.id))."
        ).with {
          $0.count = job.retryCount
          $0.limit = job.maxRetries
        })
    } else if job.error?.isRetryable == true {
      reasons.append(
        Reason(
          "retryable", "Can be retried",
          "What went wrong may pass: retryJob runs it again (gantry retry \(job.id)); retry \(job.retryCount + 1) of "
            + "\(job.maxRetries)."
        ).with {
          $0.count = job.retryCount
          $0.limit = job.maxRetries
        })
    } else {
      reasons.append(
        Reason(
          "notRetryable", "Is not tried again by itself",
          "Running it again does not help as long as the cause is there, so it was not retried. Mend the cause, then "
            + "retryJob runs it again (gantry retry \(job.id))."))
    }
    return reasons
  }
}
