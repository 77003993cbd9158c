import JSON

/// A plan for people: its sections with their tasks, indented as in the file.
enum PlanView {
  /// - Parameter refresh: the command that reads the project again.
  static func lines(
    _ plan: JSON, tasks: [JSON], _ terminal: Terminal, refresh: String = "gantry refresh"
  ) -> [String] {
    guard plan.text("path") != nil else {
      return ["No plan is known. Write one (PLAN.md, with - [ ] tasks), then run: \(refresh)"]
    }
    var lines = [terminal.styled(printable(headline(plan, tasks)), .bold)]
    let sections = plan.list("sections")
    var shown: Int64?
    for task in tasks {
      let section = task.number("section")
      if section != shown, let section, sections.indices.contains(Int(section)) {
        lines += ["", heading(sections[Int(section)], terminal)]
      }
      shown = section
      lines.append(line(task, terminal))
    }
    return lines
  }

  private static func headline(_ plan: JSON, _ tasks: [JSON]) -> String {
    ProgressText.sentence(plan) ?? "\(tasks.count) tasks"
  }

  private static func heading(_ section: JSON, _ terminal: Terminal) -> String {
    let title = terminal.styled(printable(section.text("title") ?? ""), .bold)
    guard let total = section.number("tasks_total"), total > 0 else { return title }
    return title + terminal.styled("  \(section.number("tasks_done") ?? 0)/\(total)", .dim)
  }

  private static func line(_ task: JSON, _ terminal: Terminal) -> String {
    let isDone = task["checked"]?.boolValue == true
    let indent = String(repeating: "  ", count: Int(min(task.number("depth") ?? 0, 20)) + 1)
    let box = isDone ? terminal.styled("[x]", .good) : "[ ]"
    let place = task.number("line").map { terminal.styled("  :\($0)", .dim) } ?? ""
    return indent + box + " " + printable(task.text("text") ?? "") + place
  }
}
