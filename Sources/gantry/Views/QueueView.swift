import JSON

/// The queue for people.
enum QueueView {
  static func lines(_ queue: JSON, _ terminal: Terminal) -> [String] {
    var fields = Fields()
    for status in ["pending", "processing", "completed", "failed", "cancelled"] {
      guard let count = queue.number(status) else { continue }
      let oldest = queue["oldest_pending_seconds"]?.doubleValue.map { ", the oldest for \(Age.short(Int($0)))" } ?? ""
      fields.add(status, "\(count)" + (status == "pending" ? oldest : ""), count > 0 ? .status(status) : .plain)
    }
    if let workers = queue["workers"], let total = workers.number("total") {
      fields.add("workers", "\(workers.number("busy") ?? 0) of \(total) busy")
    }
    if queue["paused"]?.boolValue == true { fields.add("paused", "yes", .warning) }
    let types = pausedTypes(queue)
    if !types.isEmpty { fields.add("paused types", types.joined(separator: ", "), .warning) }
    return fields.lines(for: terminal)
  }

  /// What is paused, as the answer to a pause or its end.
  static func paused(_ answer: JSON, _ global: GlobalOptions) -> [String] {
    if answer["paused"]?.boolValue == true {
      return ["No jobs are started. Start them again with: \(global.next("resume"))"]
    }
    let types = pausedTypes(answer)
    guard !types.isEmpty else { return ["Jobs are started."] }
    return ["Jobs are started, except of these types. Start them again with:"]
      + types.map { "  " + global.next("resume", $0) }
  }

  private static func pausedTypes(_ answer: JSON) -> [String] {
    answer["paused_types"]?.arrayValue?.compactMap(\.stringValue).map(printable) ?? []
  }
}
