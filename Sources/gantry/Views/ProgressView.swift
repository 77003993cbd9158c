import JSON

/// How far a plan has come over time.
enum ProgressView {
  private static let mostColumns = 60

  /// - Parameters:
  ///   - snapshots: of all pages, oldest first.
  ///   - answer: the last page: what holds for all of them.
  static func lines(
    _ snapshots: [JSON], _ answer: JSON, _ terminal: Terminal, usesBlocks: Bool, refresh: String
  ) -> [String] {
    guard let first = snapshots.first, let last = snapshots.last else {
      return ["No history. '\(refresh)' reads it, if the repository has a plan."]
    }
    var lines = chart(snapshots, terminal, usesBlocks: usesBlocks)
    let done = last["tasks_done"]?.intValue ?? 0
    let count = last["tasks_count"]?.intValue ?? 0
    let percent = last["progress_percentage"]?.doubleValue.map { " (\(number($0)) %)" } ?? ""
    lines.append("")
    lines.append(
      terminal.styled("\(done) of \(count) tasks done\(percent)", .bold)
        + ", \(counted(snapshots.count, "snapshot")) since \(Age.day(first.text("at")) ?? "")")
    lines += pace(answer)
    let history = answer["history"]
    for gap in history?.list("gaps") ?? [] {
      lines.append(terminal.styled(printable(gap.text("message") ?? ""), .warning))
    }
    for note in history?.list("notes") ?? [] { lines.append(terminal.styled(printable(note.stringValue ?? ""), .dim)) }
    return lines
  }

  private static func chart(_ snapshots: [JSON], _ terminal: Terminal, usesBlocks: Bool) -> [String] {
    let times = snapshots.map { Double($0.text("at").flatMap { Age.secondsSinceEpoch($0) } ?? 0) }
    let start = times.first ?? 0
    let span = max((times.last ?? 0) - start, 1)
    let points = zip(snapshots, times).map { snapshot, time in
      ColumnChart.Point(
        place: (time - start) / span, value: snapshot["progress_percentage"]?.doubleValue.map { $0 / 100 })
    }
    let width = min(max((terminal.columns ?? 80) - 8, 10), mostColumns)
    let chart = ColumnChart(usesBlocks: usesBlocks)
    let rows = chart.lines(points, width: width)
    let axis = usesBlocks ? ("┤", "└", "─") : ("|", "+", "-")
    var lines = rows.enumerated().map { index, row in
      let label = index == 0 ? "100 %" : index == rows.count / 2 ? " 50 %" : "     "
      return "\(label) \(axis.0)" + terminal.styled(row, .good)
    }
    lines.append("  0 % \(axis.1)" + String(repeating: axis.2, count: width))
    let (from, to) = (Age.day(snapshots.first?.text("at")) ?? "", Age.day(snapshots.last?.text("at")) ?? "")
    lines.append(String(repeating: " ", count: 7) + from + String(repeating: " ", count: max(width - 20, 1)) + to)
    return lines
  }

  private static func pace(_ answer: JSON) -> [String] {
    var lines: [String] = []
    if let velocity = answer["velocity"], velocity != .null {
      let days = velocity["window_days"]?.doubleValue ?? 0
      var line = "Pace: \(number(velocity["done_per_week"]?.doubleValue ?? 0)) done a week"
      if let added = velocity["added_per_week"]?.doubleValue, added != 0 {
        line += ", \(number(abs(added))) \(added > 0 ? "added" : "removed")"
      }
      lines.append(line + ", over \(number(days)) days")
    }
    if let projection = answer["projection"], projection != .null {
      let expected = Age.day(projection.text("expected")) ?? ""
      let earliest = Age.day(projection.text("earliest")) ?? ""
      let latest = Age.day(projection.text("latest")).map { "\(earliest) to \($0)" } ?? "\(earliest) or later"
      lines.append("Done around \(expected) at this pace (\(latest))")
    } else if let reason = answer.text("projection_reason") {
      lines.append(sentence(reason))
    }
    return lines
  }

  private static func sentence(_ reason: String) -> String {
    switch reason {
    case "complete": "All done."
    case "no_tasks": "The plan has no tasks."
    case "short_history": "The history is too short to tell a pace."
    case "no_recent_progress": "Nothing was done lately, so no finish can be told."
    case "too_far": "At this pace it would take more than ten years."
    default: "No finish can be told: \(reason)."
    }
  }

  /// Who ticked what, newest first.
  static func ticks(_ ticks: [JSON], _ terminal: Terminal, refresh: String) -> [String] {
    guard !ticks.isEmpty else { return ["No ticks are known. '\(refresh)' reads the history."] }
    return ticks.map { tick in
      let mark = tick["ticked"]?.boolValue == true ? terminal.styled("[x]", .good) : terminal.styled("[ ]", .warning)
      let time = (Age.local(tick.text("at")) ?? "").prefix(16)
      let commit = tick.text("commit")?.prefix(8) ?? ""
      let who = printable(tick.text("author") ?? "")
      return "\(time)  \(commit)  \(mark) \(printable(tick.text("text") ?? ""))  "
        + terminal.styled(who, .dim)
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// With at most one decimal.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
