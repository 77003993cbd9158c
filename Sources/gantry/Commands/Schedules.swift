import ArgumentParser
import GantryProtocol
import JSON

struct Schedules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Queue jobs again and again.",
    subcommands: [AddSchedule.self, ListSchedulesCommand.self, RemoveSchedule.self])
}

struct AddSchedule: DaemonCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a schedule.",
    discussion: """
      CRON has the five fields of a crontab, in quotes (minute, hour, day of month, month, day of week), or is @hourly, \
      @daily, @weekly, @monthly, @yearly, or an interval such as '@every 15m'.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "When, such as '30 6 * * MON-FRI' or '@every 15m'.") var cron: String
  @Argument(help: "The type of the jobs, such as refresh.") var type: String
  @Option(help: "Directory, address or id of the project to work on.", transform: Identifier.project)
  var project: String?
  @Option(help: "The zone whose clocks count, such as Europe/Berlin, or local. (default: UTC)") var timezone: String?
  @Option(help: "What becomes of times missed: skip, once or all. (default: once)") var missed: String?
  @Option(help: "low, normal or high. (default: normal)") var priority: String?
  @Option(help: "What to call it.") var name: String?
  @Option(help: "The payload of each job, as a JSON object.") var payload: String?

  func run(in session: Session) throws {
    let params = CreateSchedule.Params(
      cron: cron, type: type, timezone: timezone,
      projectID: try project.map { try ProjectSelector($0).id(in: session) }, payload: try payload.map(Payload.object),
      priority: priority.map { JobPriorityName(rawValue: $0) }, missed: missed.map { MissedRunsName(rawValue: $0) },
      name: name)
    try session.show(session.call(CreateSchedule.self, params)) { result in
      [
        "Schedule \(result.text("schedule_id") ?? "?") runs first at \(Age.local(result.text("next_run_at"), withZone: true) ?? "?")."
      ]
    }
  }

  static var names: [String: String] { ["cron": "CRON", "type": "TYPE"] }

  /// Before anything is connected to.
  func validate() throws { _ = try payload.map(Payload.object) }
}

struct ListSchedulesCommand: DaemonCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List schedules, oldest first.", aliases: ["ls"])

  @OptionGroup var global: GlobalOptions
  @Option(help: "At most so many schedules, 1 to 500.") var limit: Int64 = 50
  @Option(help: "Go on where an earlier list ended: its next_cursor.") var cursor: String?

  func run(in session: Session) throws {
    let answer = try session.call(ListSchedules.self, .init(limit: limit, cursor: cursor))
    let names = global.json ? ProjectNames() : try ProjectNames(of: answer.value().list("schedules"), in: session)
    try session.show(answer) { result in
      ScheduleView.list(result, session.terminal, names)
        + global.more(
          ["schedule", "list"] + (limit == 50 ? [] : ["--limit", "\(limit)"]), cursor: result.text("next_cursor"))
    }
  }
}

struct RemoveSchedule: DaemonCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a schedule; its jobs stay.", aliases: ["rm"])

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The id of the schedule.", transform: Identifier.schedule) var schedule: String

  func run(in session: Session) throws {
    try session.show(session.call(DeleteSchedule.self, .init(scheduleID: schedule))) { _ in
      ["Schedule \(schedule) is removed."]
    }
  }
}
