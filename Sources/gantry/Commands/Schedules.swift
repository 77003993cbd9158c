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
      projectID: try project.map { try ProjectSelector($0).id(in: session) }, payload: try payload.map(object),
      priority: priority.map { JobPriorityName(rawValue: $0) }, missed: missed.map { MissedRunsName(rawValue: $0) },
      name: name)
    try session.show(session.call(CreateSchedule.self, params)) { result in
      ["Schedule \(result.text("schedule_id") ?? "?") runs first at \(result.text("next_run_at") ?? "?")."]
    }
  }

  private func object(_ text: String) throws -> RawJSON {
    do {
      let value = try JSON.parse(Array(text.utf8))
      guard value.objectValue != nil else {
        throw ValidationError("--payload must be a JSON object, such as '{\"n\": 1}'.")
      }
      return RawJSON(value)
    } catch let error as JSONError {
      throw ValidationError("--payload is not JSON: \(error)")
    }
  }
}

struct ListSchedulesCommand: DaemonCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List schedules, oldest first.")

  @OptionGroup var global: GlobalOptions
  @Option(help: "How many at most.") var limit: Int = 50

  func run(in session: Session) throws {
    try session.show(session.call(ListSchedules.self, .init(limit: Int64(limit)))) { result in
      let rows = result["schedules"]?.arrayValue ?? []
      if rows.isEmpty { return ["No schedules. Add one with: gantry schedule add '@hourly' TYPE"] }
      return rows.map { row in
        let name = row.text("name").map { "  \($0)" } ?? ""
        return "\(row.text("schedule_id") ?? "?")  \(row.text("cron") ?? "?") (\(row.text("timezone") ?? "?"))  "
          + "\(row.text("type") ?? "?")  next \(row.text("next_run_at") ?? "never")\(name)"
      }
    }
  }
}

struct RemoveSchedule: DaemonCommand {
  static let configuration = CommandConfiguration(commandName: "remove", abstract: "Remove a schedule; its jobs stay.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The id of the schedule.", transform: Identifier.schedule) var schedule: String

  func run(in session: Session) throws {
    try session.show(session.call(DeleteSchedule.self, .init(scheduleID: schedule))) { _ in
      ["Schedule \(schedule) is removed."]
    }
  }
}
