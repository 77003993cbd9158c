import ArgumentParser
import GantryProtocol
import JSON

struct Status: DaemonCommand {
  static let configuration = CommandConfiguration(abstract: "Show a job.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The id of the job.", transform: Identifier.job) var job: String

  func run(in session: Session) throws {
    let answer = try session.call(GetJobStatus.self, .init(jobID: job))
    let names = global.json ? ProjectNames() : try ProjectNames(of: [answer.value()], in: session)
    try session.show(answer) { JobView.details($0, session.terminal, names) }
    guard !global.json, try (answer.value().number("attempt") ?? 0) > 1 else { return }
    try session.show(
      [""] + MonitoringView.attempts(session.call(GetJobAttempts.self, .init(jobID: job)).value(), session.terminal))
  }
}

struct Wait: DaemonCommand {
  static let configuration = CommandConfiguration(
    abstract: "Wait until a job has ended.",
    discussion:
      "Exits with 0 if the job completed, 1 if it failed or was cancelled, 5 if --timeout came first; --timeout 0 only looks."
  )

  @OptionGroup var global: GlobalOptions
  var ownsTimeout: Bool { true }
  @Argument(help: "The id of the job.", transform: Identifier.job) var job: String

  func run(in session: Session) throws {
    let outcome = try JobWait(session: session, jobID: job, limit: global.timeout).run()
    let names = global.json ? ProjectNames() : try ProjectNames(of: [outcome.job], in: session)
    try outcome.conclude(in: session) { JobView.details($0, $1, names) }
  }
}

struct Cancel: DaemonCommand {
  static let configuration = CommandConfiguration(abstract: "Cancel a job.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The id of the job.", transform: Identifier.job) var job: String

  func run(in session: Session) throws {
    try session.show(session.call(CancelJob.self, .init(jobID: job))) { result in
      let isStopping = result["cancel_requested"]?.boolValue == true && result.text("status") == "processing"
      return [
        isStopping
          ? "Job \(job) has been asked to stop. Wait for it with: \(global.next("wait", job))"
          : "Job \(job) is \(result.text("status") ?? "gone")."
      ]
    }
  }
}

struct Retry: DaemonCommand {
  static let configuration = CommandConfiguration(abstract: "Run a failed job again.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The id of the job.", transform: Identifier.job) var job: String
  @Flag(help: "Also when its retries are used up.") var force = false

  func run(in session: Session) throws {
    try session.show(session.call(RetryJob.self, .init(jobID: job, force: force ? true : nil))) { result in
      [
        "Job \(job) is \(result.text("status") ?? "queued") again (retry \(result.number("retry_count") ?? 0)).",
        "Wait for it with: \(global.next("wait", job))",
      ]
    }
  }
}
