import ArgumentParser
import GantryProtocol
import JSON

struct RunJob: DaemonCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Queue a job of any type.",
    discussion: """
      Without --wait the command ends when the job is safe on the daemon's disk. With it the job's progress and result \
      are shown, or what it said last if it fails; it exits with 1 then, and with 5 if --timeout came first.

        gantry run thumbnails --payload '{"size": 256}' --wait
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The type of the job, such as refresh or one of [job_types].") var type: String
  @Option(help: "What the job is given, as a JSON object.") var payload: String?
  @Option(help: "Directory, address or id of the project to work on.", transform: Identifier.project)
  var project: String?
  @Option(help: "low, normal or high. (default: normal)") var priority: String?
  @Option(help: "Seconds until it may start.") var delay: Double?
  @Flag(help: "Wait until it has ended, and show its result.") var wait = false

  var ownsTimeout: Bool { wait }
  static var names: [String: String] { ["type": "TYPE"] }

  /// Before anything is connected to.
  func validate() throws { _ = try payload.map(Payload.object) }

  func run(in session: Session) throws {
    let params = CreateJob.Params(
      type: type, projectID: try project.map { try ProjectSelector($0).id(in: session) },
      payload: try payload.map(Payload.object), priority: priority.map { JobPriorityName(rawValue: $0) },
      delaySeconds: delay)
    let answer = try session.call(CreateJob.self, params)
    let job = try answer.value().text("job_id") ?? ""
    guard wait else {
      return try session.show(answer) { result in
        ["Job \(job) is \(result.text("status") ?? "pending").", "Wait for it with: \(global.next("wait", job))"]
      }
    }
    let outcome = try JobWait(session: session, jobID: job, limit: global.timeout).run()
    let names = global.json ? ProjectNames() : try ProjectNames(of: [outcome.job], in: session)
    try outcome.conclude(in: session) { JobView.details($0, $1, names) }
  }
}
