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
    let isPaused = answer["paused"]?.boolValue == true
    let types = pausedTypes(answer)
    let some = types.map { "  " + global.next("resume", $0) }
    if isPaused {
      return [
        "The queue is paused: what runs goes on, nothing else starts. Start jobs again with: \(global.next("resume"))"
      ]
        + (some.isEmpty ? [] : ["Some types are paused besides:"] + some)
    }
    guard !types.isEmpty else { return ["Nothing is paused: jobs start when it is their turn."] }
    return ["Paused: jobs of \(types.joined(separator: ", ")). All others start. Start these again with:"] + some
  }

  private static func pausedTypes(_ answer: JSON) -> [String] {
    answer["paused_types"]?.arrayValue?.compactMap(\.stringValue).map(printable) ?? []
  }
}
