import JSON

/// Schedules for people.
enum ScheduleView {
  /// A table of the schedules in a `listSchedules` result.
  static func list(_ result: JSON, _ terminal: Terminal, _ projects: ProjectNames = ProjectNames()) -> [String] {
    var table = Table(
      .init("SCHEDULE"), .init("NAME"), .init("CRON"), .init("ZONE"), .init("TYPE"), .init("PROJECT"),
      .init("NEXT", shrinks: true))
    for schedule in result.list("schedules") {
      table.add(
        .init(schedule.text("schedule_id")), .init(schedule.text("name") ?? ""), .init(schedule.text("cron")),
        .init(schedule.text("timezone")), .init(schedule.text("type")), .init(projects.short(schedule)),
        .init(Age.local(schedule.text("next_run_at"), withZone: true) ?? "never"))
    }
    return table.isEmpty
      ? ["No schedules. Add one with: gantry schedule add '@hourly' TYPE"] : table.lines(for: terminal)
  }
}
