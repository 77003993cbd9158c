import JSON

/// Projects for people.
enum ProjectView {
  static func list(_ result: JSON, _ terminal: Terminal) -> [String] {
    var table = Table(
      .init("PROJECT"), .init("NAME"), .init("DONE", alignsRight: true), .init("TASKS", alignsRight: true),
      .init("REFRESHED", alignsRight: true), .init("SOURCE", shrinks: true))
    for project in result.list("projects") {
      let progress = project["progress"] ?? .null
      let tasks = progress.number("tasks_count").map { "\(progress.number("tasks_done") ?? 0)/\($0)" }
      table.add(
        .init(project.text("id")), .init(project.text("name")),
        .init(progress["progress_percentage"]?.numberValue.map { "\($0.literal)%" }), .init(tasks),
        .init(Age.of(project.text("last_refreshed_at")) ?? "never"), .init(project.text("source")))
    }
    return table.isEmpty ? ["No projects yet. Add one with: gantry refresh PATH"] : table.lines(for: terminal)
  }

  static func details(_ project: JSON, _ terminal: Terminal) -> [String] {
    var fields = Fields()
    fields.add("Project", project.text("name"), .bold)
    fields.add("Id", project.text("id"))
    fields.add("Source", project.text("source"))
    let at = [project.text("branch"), project.text("head").map { String($0.prefix(12)) }].compactMap { $0 }
    fields.add("Head", at.isEmpty ? nil : at.joined(separator: " at "))
    fields.add("Refreshed", Age.of(project.text("last_refreshed_at")).map { "\($0) ago" } ?? "never")
    if project["watch"]?.boolValue == true {
      let mode = project.text("watch_mode") == "polling" ? "polled" : "watched"
      fields.add("Watch", project.text("watch_problem").map { "\(mode): \($0)" } ?? mode)
    }
    if let progress = project["progress"], !progress.isNull { fields.add("Plan", ProgressText.sentence(progress)) }
    if let skills = project["skills"], !skills.isNull {
      let languages = skills.list("languages").compactMap { language -> String? in
        guard let name = language.text("name") else { return nil }
        return language["share"]?.numberValue.map { "\(name) \($0.literal) %" } ?? name
      }
      fields.add("Languages", languages.isEmpty ? nil : languages.joined(separator: ", "))
      let technologies = skills.list("technologies").compactMap { $0.stringValue ?? $0.text("name") }
      fields.add("Technologies", technologies.isEmpty ? nil : technologies.joined(separator: ", "))
    }
    return fields.lines(for: terminal)
  }
}
