import JobModel
import JobStore

/// Which events a subscription wants. Asking costs the same whatever the filter says.
struct EventFilter {
  /// A bit for each kind, by its raw value.
  private var kinds: UInt64 = 0
  private let projectID: ProjectID?
  private let jobID: JobID?

  /// A name that no event has.
  struct UnknownName: Error {
    var name: String
  }

  /// - Parameters:
  ///   - names: names of events, or beginnings of names that end in a dot; nil for all.
  ///   - projectID: only what concerns this project and its jobs.
  ///   - jobID: only what concerns this job.
  init(names: [String]?, projectID: ProjectID? = nil, jobID: JobID? = nil) throws(UnknownName) {
    self.projectID = projectID
    self.jobID = jobID
    guard let names else {
      kinds = .max
      return
    }
    for name in names {
      let matching = StoreEvent.Kind.allCases.filter { name.hasSuffix(".") ? $0.name.hasPrefix(name) : $0.name == name }
      // Nobody waits for something that cannot come: a typing error would be silent for ever.
      guard !matching.isEmpty else { throw UnknownName(name: name) }
      for kind in matching { kinds |= Self.bit(kind) }
    }
  }

  func matches(_ event: StoreEvent) -> Bool {
    guard kinds & Self.bit(event.kind) != 0 else { return false }
    if let projectID, event.projectID != projectID { return false }
    if let jobID, event.jobID != jobID { return false }
    return true
  }

  /// Raw values below 64 are all that will ever be needed; the shift gives nothing for a larger one, not a crash.
  private static func bit(_ kind: StoreEvent.Kind) -> UInt64 { 1 << UInt64(kind.rawValue) }
}
