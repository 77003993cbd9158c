import JSON

/// A plan as the JSON texts that are stored and sent: the schemas `PlanSummary`, `PlanSection` and `PlanTask`.
public enum PlanJSON {
  /// The figures shown with a project.
  ///
  /// - Parameter path: nil when the repository has no plan; the figures are then those of an empty one.
  public static func brief(_ document: PlanDocument, path: String?) -> String {
    text { writer in
      writer.beginObject()
      writer.member("plan_path", path)
      writeFigures(PlanProgress(document), to: &writer)
      writer.endObject()
    }
  }

  /// Everything but the tasks: figures, sections, markers, warnings.
  ///
  /// - Parameters:
  ///   - path: nil when the repository has no plan.
  ///   - notes: remarks on the choice of the file, see ``PlanChoice/notes``.
  ///   - limits: how many sections are listed; `sections_count` counts all.
  public static func summary(
    _ document: PlanDocument, path: String?, notes: [String] = [], limits: PlanLimits = .default
  ) -> String {
    text { writer in
      writer.beginObject()
      let progress = PlanProgress(document)
      writer.member("path", path)
      writeFigures(progress, to: &writer)
      writer.member("leaf_tasks_count", document.leafCounts.total)
      writer.member("leaf_tasks_done", document.leafCounts.done)
      writer.member("acceptance_count", progress.acceptance.total)
      writer.member("acceptance_done", progress.acceptance.done)
      writer.member("headings_count", document.headingsCount)
      writer.member("front_matter_lines", document.frontMatterLines)
      writer.member("truncated", document.isTruncated)
      writer.member("sections", Array(document.sections.prefix(limits.listedSections)))
      writer.member("markers", document.markers)
      writer.member("warnings", document.warnings)
      writer.member("warnings_count", document.warningsCount)
      writer.member("notes", notes)
      writer.endObject()
    }
  }

  /// One text for each task, as far as the limits list them.
  public static func items(_ document: PlanDocument, limits: PlanLimits = .default) -> [String] {
    document.tasks.prefix(limits.listedTasks).map { task in text { task.write(to: &$0) } }
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
    writer.member("percentage", subtree.percentage)
    writer.member("direct_total", direct.total)
    writer.member("direct_done", direct.done)
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
    writer.endObject()
  }
}
