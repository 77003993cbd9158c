import JSON

/// The `result` of a refresh job. Of plan and skills, only what the job was asked for appears.
struct RefreshResult {
  /// What was read.
  var position: CommitPosition
  /// The parts in their order.
  var readings: [Reading]
  /// True when nothing was read, because nothing has changed since these readings.
  var isUnchanged = false

  /// Warnings shown in the result; the stored plan and skills have the others.
  static let maximumWarnings = 20
  /// Languages and technologies named in the result.
  static let topCount = 8

  /// JSON object text.
  func json(milliseconds: Int64) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("status", "success")
    writer.member("head", position.oid)
    writer.member("branch", position.branch)
    writer.member("unchanged", isUnchanged)
    writer.member("unchanged_since", isUnchanged ? readings.first?.head : nil)
    for member in readings.flatMap(\.members) {
      writer.key(member.key)
      writer.value(member.value)
    }
    write((readings.first?.sourceWarnings ?? []) + readings.flatMap(\.warnings), to: &writer)
    writer.member("duration_ms", milliseconds)
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// What the result says about a plan.
  static func members(_ plan: PlanOutcome) -> JSONObject {
    let progress = PlanProgress(plan.choice?.document ?? PlanDocument())
    return JSONObject([
      ("tasks_count", JSON(progress.tasksCount)),
      ("tasks_done", JSON(progress.tasksDone)),
      ("progress_percentage", progress.percentage.map { JSON($0) } ?? .null),
      ("plan_path", plan.choice.map { .string($0.candidate.entry.path) } ?? .null),
      ("sections", JSON(progress.sectionsCount)),
      ("uncommitted_done", plan.committed.map { JSON($0.uncommittedDone) } ?? .null),
    ])
  }

  /// What the result says about skills.
  static func members(_ skills: SkillsReport) -> JSONObject {
    let languages = skills.languages.prefix(topCount).map { language in
      JSON.object(
        JSONObject([
          ("name", .string(language.name)),
          ("share", language.share.map { JSON(SkillsJSON.rounded($0)) } ?? .null),
        ]))
    }
    return JSONObject([
      ("skills_count", JSON(skills.languages.count + skills.technologies.count)),
      ("languages", .array(languages)),
      ("technologies", .array(skills.technologies.prefix(topCount).map { .string($0.name) })),
    ])
  }

  private func write(_ warnings: [String], to writer: inout JSONWriter) {
    writer.key("warnings")
    writer.beginArray()
    for warning in warnings.prefix(Self.maximumWarnings) { writer.string(warning) }
    if warnings.count > Self.maximumWarnings { writer.string("… and \(warnings.count - Self.maximumWarnings) more.") }
    writer.endArray()
  }
}
