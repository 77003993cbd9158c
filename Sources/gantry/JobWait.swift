import GantryClient
import GantryProtocol
import JSON
import JSONRPC

/// Waits for the end of a job, with a line of progress when somebody watches.
struct JobWait {
  let session: Session
  let jobID: String
  /// Seconds to wait at most; nil waits for as long as it takes.
  let limit: Double?

  /// A job that has ended.
  struct Outcome {
    /// The job object, as it came.
    var answer: Answer
    var job: JSON

    /// Shows the job, and ends the command as the job has ended.
    ///
    /// - Throws: `Failure` with the job's error, for a job that failed or was cancelled.
    func conclude(in session: Session, as view: (JSON, Terminal) -> [String]) throws {
      let status = job.text("status") ?? "unknown"
      let isCompleted = status == "completed"
      if isCompleted || session.global.json { try session.show(answer) { view($0, session.terminal) } }
      if isCompleted { return }
      let id = job.text("id") ?? "?"
      let reason = job["error"]?.text("message").map { ": \($0)" } ?? "."
      var data: JSONObject = ["job_id": .string(id), "status": .string(status), "error": job["error"] ?? .null]
      if let tail = job["error"]?.text("stderr_tail"), !tail.isEmpty {
        data.append("stderr_tail", .string(tail))
      } else if let tail = try logTail(of: id, in: session) {
        data.append("log_tail", .string(tail))
      }
      throw Failure(
        .refused, kind: status == "cancelled" ? "jobCancelled" : "jobFailed",
        message: "Job \(id) \(status == "failed" ? "failed" : "ended as \(status)")\(reason)", data: data)
    }

    /// The last lines that the job has said; nil if it has said nothing that is kept, or to a daemon without logs.
    private func logTail(of id: String, in session: Session) throws(GantryError) -> String? {
      do throws(GantryError) {
        let start = try session.call(GetJobLogs.self, .init(jobID: id, limit: 16)).value()
        let total = start.number("total_bytes") ?? 0
        guard total > 0 else { return nil }
        let room: Int64 = 2000
        let params = GetJobLogs.Params(jobID: id, offset: max(0, total - room), limit: room)
        let page = try session.call(GetJobLogs.self, params).value()
        let lines = (page.text("text") ?? "").split(separator: "\n")
        // The first line may be the end of a longer one.
        let whole = page.number("offset") ?? 0 > 0 ? lines.dropFirst() : lines[...]
        let tail = whole.suffix(10).joined(separator: "\n")
        return tail.isEmpty ? nil : tail
      } catch {
        // The job's own error is what matters.
        guard case .rpc = error else { throw error }
        return nil
      }
    }
  }

  /// Draws what the daemon tells about the job, until it has ended or the time is up. False when the daemon is too old
  /// to tell anything.
  private func follow(with line: ProgressLine, until end: ContinuousClock.Instant?) throws(GantryError) -> Bool {
    do throws(GantryError) {
      _ = try session.call(Subscribe.self, .init(events: ["job."], jobID: jobID))
    } catch {
      if case .rpc(let error) = error, error.kind == "methodNotFound" { return false }
      throw error
    }
    var job = try session.call(GetJobStatus.self, .init(jobID: jobID)).value()
    while !["completed", "failed", "cancelled"].contains(job.text("status")) {
      line.draw(JobView.progressLine(job))
      do throws(GantryError) {
        let left = end.map { max(.zero, $0 - ContinuousClock().now) }
        let event = try Answer(raw: session.nextEvent(timeout: left)).value()
        // The data of an event has the job's status, and that of job.progress the members of its progress.
        let data = event["data"] ?? .null
        job = ["status": data["status"] ?? .null, "progress": event.text("type") == "job.progress" ? data : .null]
      } catch {
        guard case .timeout = error else { throw error }
        return true
      }
    }
    return true
  }

  /// - Throws: `Failure` with status 5 when the limit is reached; the job goes on.
  func run() throws -> Outcome {
    let line = ProgressLine(session.terminal)
    defer { line.clear() }
    let clock = ContinuousClock()
    let end = limit.map { clock.now + .seconds($0) }
    // Somebody who watches wants to see it move; a script wants few wake-ups.
    let isTold = line.isVisible ? try follow(with: line, until: end) : true
    let longest: Duration = isTold ? .seconds(60) : .milliseconds(200)
    while true {
      let left = end.map { max(.zero, $0 - clock.now) } ?? longest
      let seconds = min(left, longest) / .seconds(1)
      let answer = try session.call(
        WaitJob.self, .init(jobID: jobID, timeoutSeconds: seconds), timeout: .seconds(seconds + 30))
      let value = try answer.value()
      let job = value["job"] ?? .null
      guard value["timed_out"]?.boolValue == true else {
        return Outcome(answer: Answer(raw: RawJSON(job)), job: job)
      }
      line.draw(JobView.progressLine(job))
      if let end, clock.now >= end {
        throw Failure(
          .timeout, kind: "timeout",
          message: "Job \(jobID) is still \(job.text("status") ?? "unfinished") after \(limit ?? 0) s. "
            + "It goes on; see: \(session.global.next("status", jobID))",
          data: ["job_id": .string(jobID), "status": job["status"] ?? .null])
      }
    }
  }
}
