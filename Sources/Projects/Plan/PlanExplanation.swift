import JSON

/// Says what a stored plan's percentage is made of.
public enum PlanExplanation {
  /// One sentence or two on the whole: how much is done, and where the tasks are written down.
  ///
  /// - Parameter plan: a stored summary, ``PlanJSON/summary(_:path:files:committed:notes:limits:)``.
  public static func summary(_ plan: JSON) -> String {
    guard let path = plan["path"]?.stringValue else {
      return "No file of the repository was taken for a plan. Add a PLAN.md, or set the project's plan_path."
    }
    // Summaries of an earlier version have neither.
    guard let total = plan["items_count"]?.intValue, let done = plan["items_done"]?.intValue else {
      return "\(path) was read by an earlier version; refresh the project for an explanation."
    }
    let used = plan["files"]?.arrayValue?.count { $0["used"]?.boolValue == true } ?? 1
    let place = used > 1 ? "\(path) and \(used - 1) more" : path
    guard total > 0 else { return "\(place): there are no tasks, so there is no percentage." }
    let percentage = plan["progress_percentage"]?.numberValue.map { ", \($0.literal) %" } ?? ""
    let source = plan["source"]?.stringValue.flatMap { PlanSource(rawValue: $0) } ?? .boxes
    let excluded = plan["excluded_count"]?.intValue ?? 0
    let rest = excluded > 0 ? " \(excluded) more that look like one are none." : ""
    return "\(place): \(done) of \(total) \(total == 1 ? "task is" : "tasks are") done\(percentage). "
      + "They are \(source.noun).\(rest)"
  }

  /// What one stored item is, and why it counts or does not: the schema `ExplainedBox`.
  ///
  /// - Parameters:
  ///   - item: an element of ``PlanJSON/items(_:limits:)``.
  ///   - plan: the summary it belongs to.
  public static func box(_ item: JSON, of plan: JSON) -> RawJSON {
    let isCounted = item["counted"]?.boolValue ?? true
    let state = item["state"]?.stringValue
    let reason = item["reason"]?.stringValue
    let file = item["file"]?.intValue ?? 0
    let path = file == 0 ? plan["path"]?.stringValue : plan["files"]?[Int(file)]?["path"]?.stringValue
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("text", item["text"]?.stringValue ?? "")
    writer.member("path", path)
    writer.member("line", item["line"]?.intValue ?? 1)
    writer.member("counted", isCounted)
    writer.member("state", state)
    writer.member("reason", reason)
    writer.member("explanation", explanation(isCounted: isCounted, state: state, reason: reason))
    writer.endObject()
    return RawJSON(unchecked: writer.bytes)
  }

  private static func explanation(isCounted: Bool, state: String?, reason: String?) -> String {
    guard isCounted else {
      return reason.flatMap { PlanExclusion.Reason(rawValue: $0)?.explanation } ?? "It does not count."
    }
    switch state.flatMap({ PlanState(rawValue: $0) }) {
    case .done: return "It counts, and is done."
    case .inProgress: return "It counts as open: it is in progress."
    case .blocked: return "It counts as open: it is blocked."
    case .deferred: return "It counts as open: it is put off."
    case .unclear: return "It counts as open: its mark means different things to different people."
    case .cancelled, .todo, nil: return "It counts as open."
    }
  }
}

extension PlanSource {
  /// What such tasks are, for a person.
  fileprivate var noun: String {
    switch self {
    case .frontMatter: "what front matter tells"
    case .boxes: "boxes in list items"
    case .headingBoxes: "boxes in headings"
    case .statusTable: "rows of a table that tells states"
    case .phaseHeadings: "headings that tell how far their section is"
    case .statusWords: "list items with a word or sign of state"
    case .none: "none"
    }
  }
}
