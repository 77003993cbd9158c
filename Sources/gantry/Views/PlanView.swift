import JSON

/// A plan for people: a tree of its sections with bars, and their tasks, indented as in the file.
enum PlanView {
  /// - Parameter refresh: the command that reads the project again.
  static func lines(
    _ plan: JSON, tasks: [JSON], _ terminal: Terminal, refresh: String = "gantry refresh"
  ) -> [String] {
    guard plan.text("path") != nil else {
      return ["No plan is known. Write one (PLAN.md, with - [ ] tasks), then run: \(refresh)"]
    }
    var lines = [terminal.styled(printable(headline(plan, tasks)), .bold)]
    lines += notes(plan, terminal)
    let sections = plan.list("sections")
    let files = plan.list("files").filter { $0["used"]?.boolValue == true }
    var shown: Int64?
    var file: Int64?
    for task in tasks {
      let section = task.number("section")
      let taskFile = task.number("file") ?? 0
      if files.count > 1, taskFile != file, files.indices.contains(Int(taskFile)) {
        lines += ["", heading(files[Int(taskFile)], files[Int(taskFile)].text("path"), depth: 0, terminal)]
        shown = nil
      }
      file = taskFile
      if section != shown, let section, sections.indices.contains(Int(section)) {
        lines.append("")
        for (index, depth) in chain(to: Int(section), from: shown.map { Int($0) }, in: sections) {
          lines.append(heading(sections[index], sections[index].text("title"), depth: depth, terminal))
        }
      }
      shown = section
      let isPlaced = section.map { sections.indices.contains(Int($0)) } ?? false
      let depth = isPlaced ? path(to: Int(section ?? 0), in: sections).count - 1 : 0
      lines.append(line(task, below: depth, terminal))
    }
    return lines
  }

  private static func headline(_ plan: JSON, _ tasks: [JSON]) -> String {
    ProgressText.sentence(plan) ?? "\(tasks.count) tasks"
  }

  /// What is next, what waits, and where in its weeks the plan is.
  private static func notes(_ plan: JSON, _ terminal: Terminal) -> [String] {
    var notes: [String] = []
    if let next = plan["next_task"], !next.isNull {
      let place = next.number("line").map { terminal.styled("  :\($0)", .dim) } ?? ""
      notes.append("next: " + printable(next.text("text") ?? "") + place)
    }
    if let weeks = plan["weeks"], let last = weeks.number("last"), let current = weeks.number("current") {
      notes.append("week \(current) of \(last)")
    }
    if let blocked = plan.number("blocked_count"), blocked > 0 { notes.append("\(blocked) blocked") }
    return notes
  }

  /// The sections to name before the tasks of one: those around it that have not just been named, then itself.
  private static func chain(to section: Int, from shown: Int?, in sections: [JSON]) -> [(index: Int, depth: Int)] {
    let named = Set(shown.map { path(to: $0, in: sections) } ?? [])
    return path(to: section, in: sections).enumerated().filter { !named.contains($0.element) }.map {
      ($0.element, $0.offset)
    }
  }

  /// A section and those around it, outermost first. Parents stand before their parts, so that this ends.
  private static func path(to section: Int, in sections: [JSON]) -> [Int] {
    var path = [section]
    while let last = path.last, let parent = sections[last].number("parent"), parent >= 0, parent < last {
      path.append(Int(parent))
    }
    return path.reversed()
  }

  private static func heading(_ part: JSON, _ title: String?, depth: Int, _ terminal: Terminal) -> String {
    let indent = String(repeating: "  ", count: min(depth, 8))
    let text = indent + terminal.styled(printable(title ?? ""), .bold)
    guard let total = part.number("items_count") ?? part.number("tasks_total"), total > 0 else { return text }
    let done = part.number("items_done") ?? part.number("tasks_done") ?? 0
    let bar = Bar.of(Double(done) / Double(total), cells: 10)
    return text + terminal.styled("  \(bar) \(done)/\(total)", .dim)
  }

  /// - Parameter depth: sections around that of the task.
  private static func line(_ task: JSON, below depth: Int, _ terminal: Terminal) -> String {
    let indent = String(repeating: "  ", count: Int(min(task.number("depth") ?? 0, 20)) + min(depth, 8) + 1)
    let place = task.number("line").map { terminal.styled("  :\($0)", .dim) } ?? ""
    return indent + box(task, terminal) + " " + printable(task.text("text") ?? "") + note(task, terminal) + place
  }

  private static func box(_ task: JSON, _ terminal: Terminal) -> String {
    if task["checked"]?.boolValue == true { return terminal.styled("[x]", .good) }
    switch task.text("state") {
    case "in_progress": return "[/]"
    case "blocked": return "[!]"
    case "cancelled": return "[-]"
    case "deferred": return "[>]"
    case "unclear": return "[?]"
    default: return "[ ]"
    }
  }

  private static func note(_ task: JSON, _ terminal: Terminal) -> String {
    var notes: [String] = []
    if let reason = task.text("reason") {
      notes.append("not counted: " + reason.split(separator: "_").joined(separator: " "))
    }
    if task["blocked"]?.boolValue == true { notes.append("blocked") }
    if task["optional"]?.boolValue == true { notes.append("optional") }
    return notes.isEmpty ? "" : terminal.styled("  (\(notes.joined(separator: ", ")))", .dim)
  }
}
