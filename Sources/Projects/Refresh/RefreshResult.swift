import JSON

/// The `result` of a refresh job. Of plan and skills, only what the job was asked for appears.
struct RefreshResult {
  /// Commit that was read; nil on a branch without commits.
  var head: String?
  var branch: String?
  var plan: PlanOutcome?
  var skills: SkillsReport?
  var warnings: [String]

  /// Warnings shown in the result; the stored plan and skills have the others.
  static let maximumWarnings = 20
  /// Languages and technologies named in the result.
  static let topCount = 8

  /// JSON object text.
  func json(milliseconds: Int64) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("status", "success")
    writer.member("head", head)
    writer.member("branch", branch)
    if let plan { write(plan, to: &writer) }
    if let skills { write(skills, to: &writer) }
    write(warnings + (plan?.warnings ?? []) + (skills?.warnings.map(\.description) ?? []), to: &writer)
    writer.member("duration_ms", milliseconds)
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(_ plan: PlanOutcome, to writer: inout JSONWriter) {
    let progress = PlanProgress(plan.choice?.document ?? PlanDocument())
    writer.member("tasks_count", progress.tasksCount)
    writer.member("tasks_done", progress.tasksDone)
    writer.member("progress_percentage", progress.percentage)
    writer.member("plan_path", plan.choice?.candidate.entry.path)
    writer.member("sections", progress.sectionsCount)
  }

  private func write(_ skills: SkillsReport, to writer: inout JSONWriter) {
    writer.member("skills_count", skills.languages.count + skills.technologies.count)
    writer.key("languages")
    writer.beginArray()
    for language in skills.languages.prefix(Self.topCount) {
      writer.beginObject()
      writer.member("name", language.name)
      writer.member("share", language.share.map(SkillsJSON.rounded))
      writer.endObject()
    }
    writer.endArray()
    writer.key("technologies")
    writer.beginArray()
    for technology in skills.technologies.prefix(Self.topCount) { writer.string(technology.name) }
    writer.endArray()
  }

  private func write(_ warnings: [String], to writer: inout JSONWriter) {
    writer.key("warnings")
    writer.beginArray()
    for warning in warnings.prefix(Self.maximumWarnings) { writer.string(warning) }
    if warnings.count > Self.maximumWarnings { writer.string("… and \(warnings.count - Self.maximumWarnings) more.") }
    writer.endArray()
  }
}
