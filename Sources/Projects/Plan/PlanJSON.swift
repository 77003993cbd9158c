import JSON

/// A plan as the JSON texts that are stored and sent: the schemas `PlanSummary`, `PlanSection` and `PlanTask`.
public enum PlanJSON {
  /// The figures shown with a project.
  ///
  /// - Parameters:
  ///   - path: nil when the repository has no plan; the figures are then those of an empty one.
  ///   - committed: nil when what was read is a commit, or no commit has the plan.
  public static func brief(
    _ document: PlanDocument, path: String?, filesCount: Int? = nil, committed: CommittedProgress? = nil
  ) -> String {
    text { writer in
      writer.beginObject()
      writer.member("plan_path", path)
      writeFigures(PlanProgress(document), to: &writer)
      writer.member("files_count", filesCount ?? (path == nil ? 0 : 1))
      write(committed, to: &writer)
      writer.endObject()
    }
  }

  /// Everything but the tasks: figures, sections, markers, warnings.
  ///
  /// - Parameters:
  ///   - path: nil when the repository has no plan.
  ///   - files: the files of the plan, and others that were considered.
  ///   - committed: nil when what was read is a commit, or no commit has the plan.
  ///   - notes: remarks on the choice of the file, see ``PlanChoice/notes``.
  ///   - limits: how many sections are listed; `sections_count` counts all.
  public static func summary(
    _ document: PlanDocument, path: String?, files: [PlanFile] = [], committed: CommittedProgress? = nil,
    notes: [String] = [], limits: PlanLimits = .default
  ) -> String {
    text { writer in
      writer.beginObject()
      let progress = PlanProgress(document)
      writer.member("path", path)
      writeFigures(progress, to: &writer)
      writeDetails(progress, of: document, to: &writer)
      writer.member("headings_count", document.headingsCount)
      writer.member("front_matter_lines", document.frontMatterLines)
      writer.member("truncated", document.isTruncated)
      writer.member("sections", Array(document.sections.prefix(limits.listedSections)))
      writer.member("markers", document.markers)
      writer.member("warnings", document.warnings)
      writer.member("warnings_count", document.warningsCount)
      writer.member("notes", notes)
      writer.member("excluded_count", document.exclusionsCount)
      writer.member("files", files)
      write(committed, to: &writer)
      writer.endObject()
    }
  }

  /// One text for each task, as far as the limits list them, and behind these one for each exclusion.
  public static func items(_ document: PlanDocument, limits: PlanLimits = .default) -> [String] {
    document.tasks.prefix(limits.listedTasks).map { task in text { task.write(to: &$0) } }
      + document.exclusions.prefix(limits.listedExclusions).map { exclusion in text { exclusion.write(to: &$0) } }
  }

  /// Whether a text of ``items(_:limits:)`` is a task.
  public static func isTask(_ item: String) -> Bool { item.hasPrefix("{\"ordinal\"") }

  private static func write(_ committed: CommittedProgress?, to writer: inout JSONWriter) {
    writer.key("committed")
    guard let committed else { return writer.null() }
    writer.beginObject()
    writer.member("items_count", committed.tally.total)
    writer.member("items_done", committed.tally.done)
    writer.member("progress_percentage", committed.tally.percentage)
    writer.member("uncommitted_count", committed.uncommittedCount)
    writer.member("uncommitted_done", committed.uncommittedDone)
    writer.endObject()
  }

  /// Adds the members of ``brief(_:path:)`` but its path to an open object.
  public static func writeFigures(_ progress: PlanProgress, to writer: inout JSONWriter) {
    writer.member("tasks_count", progress.tasksCount)
    writer.member("tasks_done", progress.tasksDone)
    writer.member("progress_percentage", progress.percentage)
    writer.member("leaf_percentage", progress.leafPercentage)
    writer.member("open_markers_count", progress.openMarkersCount)
    writer.member("sections_count", progress.sectionsCount)
    writer.member("sections_with_tasks", progress.sections.total)
    writer.member("sections_done", progress.sections.done)
    writer.member("basis", progress.basis.rawValue)
    writer.member("source", progress.source.rawValue)
    writer.member("items_count", progress.tally.total)
    writer.member("items_done", progress.tally.done)
    writer.member("phases_count", progress.phases.total)
    writer.member("phases_done", progress.phases.done)
    writer.member("phase_percentage", progress.phasePercentage)
    writer.member("in_progress_count", progress.inProgressCount)
    writer.member("blocked_count", progress.blockedCount)
  }

  /// Which figures only the plan itself has.
  private static func writeDetails(_ progress: PlanProgress, of document: PlanDocument, to writer: inout JSONWriter) {
    writer.member("leaf_tasks_count", document.leafCounts.total)
    writer.member("leaf_tasks_done", document.leafCounts.done)
    writer.member("acceptance_count", progress.acceptance.total)
    writer.member("acceptance_done", progress.acceptance.done)
    writer.member("historical_count", progress.historical.total)
    writer.member("historical_done", progress.historical.done)
    writer.member("work_count", progress.work.total)
    writer.member("work_done", progress.work.done)
    writer.member("work_percentage", progress.work.percentage)
    writer.member("optional_count", progress.optional.total)
    writer.member("optional_done", progress.optional.done)
    writer.member("cancelled_count", progress.cancelledCount)
    writer.member("dialect", document.dialect.rawValue)
    writer.member("current_phase", progress.currentPhase)
    writer.key("weeks")
    if let weeks = progress.weeks {
      writer.beginObject()
      writer.member("first", weeks.first)
      writer.member("last", weeks.last)
      writer.member("current", weeks.current)
      writer.endObject()
    } else {
      writer.null()
    }
    writer.key("next_task")
    if let next = progress.nextTask { document.tasks[next].write(to: &writer) } else { writer.null() }
  }

  private static func text(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension PlanSection: JSONEncodable {
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("title", title)
    writer.member("level", level)
    writer.member("line", line)
    writer.member("kind", kind.rawValue)
    writer.member("parent", parent)
    writer.member("tasks_total", subtree.total)
    writer.member("tasks_done", subtree.done)
    writer.member("percentage", tally.percentage)
    writer.member("direct_total", direct.total)
    writer.member("direct_done", direct.done)
    writer.member("items_count", tally.total)
    writer.member("items_done", tally.done)
    if let period {
      writer.key("period")
      writer.beginObject()
      writer.member("unit", period.unit.rawValue)
      writer.member("first", period.texts.first)
      writer.member("last", period.texts.last)
      writer.endObject()
    }
    if file > 0 { writer.member("file", file) }
    writer.endObject()
  }
}

extension PlanTask: JSONEncodable {
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("ordinal", ordinal)
    writer.member("text", text)
    writer.member("line", line)
    writer.member("offset", offset)
    writer.member("depth", depth)
    writer.member("checked", isChecked)
    writer.member("marker", marker)
    writer.member("section", section)
    writer.member("parent", parent)
    writer.member("state", state.rawValue)
    writer.member("counted", isCounted)
    // What most tasks have not is left out for them: a plan may have thousands.
    if let exclusion { writer.member("reason", exclusion.rawValue) }
    if source != .boxes { writer.member("source", source.rawValue) }
    if isOptional { writer.member("optional", true) }
    if isBlocked { writer.member("blocked", true) }
    if let key = facts.key { writer.member("key", key) }
    if facts.isParallel { writer.member("parallel", true) }
    if let story = facts.story { writer.member("story", story) }
    if let due = facts.due { writer.member("due", due) }
    if let doneOn = facts.doneOn { writer.member("done_on", doneOn) }
    if !facts.waitsFor.isEmpty {
      writer.key("waits_for")
      writer.beginArray()
      for key in facts.waitsFor { writer.string(key) }
      writer.endArray()
    }
    if file > 0 { writer.member("file", file) }
    writer.endObject()
  }
}

extension PlanMarker: JSONEncodable {
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("marker", marker)
    writer.member("count", count)
    writer.member("open", isOpen)
    writer.member("in_legend", inLegend)
    writer.member("lines", lines)
    writer.endObject()
  }
}

extension PlanWarning: JSONEncodable {
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("kind", kind.rawValue)
    writer.member("line", line)
    writer.member("message", message)
    if file > 0 { writer.member("file", file) }
    writer.endObject()
  }
}

extension PlanExclusion: JSONEncodable {
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("counted", false)
    writer.member("text", text)
    writer.member("line", line)
    writer.member("offset", offset)
    writer.member("reason", reason.rawValue)
    if file > 0 { writer.member("file", file) }
    writer.endObject()
  }
}

extension PlanFile: JSONEncodable {
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("path", path)
    writer.member("used", isUsed)
    writer.member("reason", reason)
    if let tally, let source, let dialect {
      writer.member("items_count", tally.total)
      writer.member("items_done", tally.done)
      writer.member("progress_percentage", tally.percentage)
      writer.member("source", source.rawValue)
      writer.member("dialect", dialect.rawValue)
    }
    writer.endObject()
  }
}
