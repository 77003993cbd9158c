import JSON

/// Events for people.
enum EventView {
  /// `2026-11-24 10:15:00     1633  job.completed  refresh 01997a3e-…  attempt 1`
  static func line(_ event: JSON, _ terminal: Terminal) -> String {
    let type = event.text("type") ?? "?"
    let data = event["data"] ?? .null
    let seq = "\(event.number("seq") ?? 0)"
    let name = type + String(repeating: " ", count: max(0, 20 - type.count))
    let parts = [
      terminal.styled(Age.local(event.text("time")) ?? "?", .dim),
      String(repeating: " ", count: max(0, 8 - seq.count)) + seq,
      terminal.styled(printable(name), style(type)), printable(subject(type, data)), printable(more(data)),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private static func style(_ type: String) -> Style {
    switch type {
    case "job.completed": .good
    case "job.failed", "gap": .bad
    case "job.cancelled", "job.retrying", "job.requeued", "job.cancel_requested", "queue.paused": .warning
    case "job.started", "job.progress": .busy
    default: .plain
    }
  }

  private static func subject(_ type: String, _ data: JSON) -> String {
    if type == "gap" { return "events \(data.number("missed_from") ?? 0) to \(data.number("missed_to") ?? 0) are lost" }
    if type.hasPrefix("queue.") { return data.text("type") ?? "everything" }
    let id = data.text("job_id") ?? data.text("schedule_id") ?? data.text("project_id")
    return [data.text("type"), id].compactMap { $0 }.joined(separator: " ")
  }

  /// What is beyond the subject, in the order in which it is of interest.
  private static func more(_ data: JSON) -> String {
    var parts: [String] = []
    if let fraction = data["fraction"]?.doubleValue { parts.append("\(Int(fraction * 100))%") }
    for key in ["stage", "message", "error_kind", "reason", "name", "source"] {
      if let text = data.text(key), !text.isEmpty { parts.append(text) }
    }
    if let attempt = data.number("attempt"), attempt > 1 { parts.append("attempt \(attempt)") }
    if let time = Age.local(data.text("retry_at")) { parts.append("again at \(time)") }
    if let head = data.text("head") { parts.append("at \(head.prefix(12))") }
    return parts.joined(separator: "  ")
  }
}
