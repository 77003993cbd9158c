import JSON

/// Refreshes for people.
enum RefreshView {
  /// The answer to a request that is not waited for.
  static func accepted(_ result: JSON, _ terminal: Terminal, _ global: GlobalOptions) -> [String] {
    var fields = Fields()
    fields.add("Job", result.text("job_id"))
    fields.add("Project", result.text("project_id"))
    let sentence = result.text("message") ?? "The refresh is queued."
    let wait = result.text("job_id").map { ["Wait for it with: \(global.next("wait", $0))"] } ?? []
    return [printable(sentence)] + fields.lines(for: terminal) + wait
  }

  /// What a finished refresh found.
  ///
  /// - Parameter skills: the command that lists the skills.
  static func finished(_ job: JSON, _ terminal: Terminal, skills: String) -> [String] {
    guard let result = job["result"], !result.isNull else { return JobView.details(job, terminal) }
    var fields = Fields()
    let at = [result.text("branch"), result.text("head").map { String($0.prefix(12)) }].compactMap { $0 }
    fields.add("Refreshed", at.isEmpty ? "a repository without a commit" : at.joined(separator: " at "), .good)
    if result["unchanged"]?.boolValue == true {
      fields.add(
        "Unchanged", "since " + (result.text("unchanged_since").map { String($0.prefix(12)) } ?? "it was made"))
    }
    fields.add("Plan", ProgressText.sentence(result))
    if let languages = result["languages"]?.arrayValue, !languages.isEmpty {
      fields.add("Languages", languages.compactMap { $0.text("name") ?? $0.stringValue }.joined(separator: ", "))
    }
    fields.add("Skills", result.number("skills_count").map { "\($0), listed by: \(skills)" })
    fields.add("Took", result.number("duration_ms").map { "\($0) ms" })
    var lines = fields.lines(for: terminal)
    for warning in result.list("warnings") {
      let text = warning.stringValue ?? warning.text("message") ?? warning.description
      lines.append(terminal.styled("Warning: " + printable(text), .warning))
    }
    return lines
  }
}

/// How far a plan is, in words.
enum ProgressText {
  /// `PLAN.md, 8 of 14 tasks done (57.1 %), +2 uncommitted`; nil if nothing is known.
  static func sentence(_ progress: JSON) -> String? {
    guard let path = progress.text("plan_path") ?? progress.text("path") else { return "no plan file found" }
    guard let count = progress.number("tasks_count"), count > 0 else { return "\(path), no tasks in it" }
    let percentage = progress["progress_percentage"]?.numberValue.map { " (\($0.literal) %)" } ?? ""
    let uncommitted = progress.number("uncommitted_done") ?? progress["committed"]?.number("uncommitted_done") ?? 0
    let change = uncommitted == 0 ? "" : ", \(uncommitted > 0 ? "+" : "")\(uncommitted) uncommitted"
    let files = progress.number("files_count").map { $0 > 1 ? " and \($0 - 1) more" : "" } ?? ""
    return "\(path)\(files), \(progress.number("tasks_done") ?? 0) of \(count) tasks done\(percentage)\(change)"
  }
}
