import JobModel

/// What a pending job waits for, as `explainJob` tells it.
public struct JobWait: Sendable, Hashable {
  /// The first thing that it waits for.
  public enum Gate: String, Sendable, CaseIterable {
    /// Its turn: a place among the workers, or the other jobs of its lane.
    case open
    /// Its time.
    case scheduled
    /// Jobs that it depends on.
    case blocked
  }

  public var gate: Gate
  /// The job that runs and shares its exclusive key.
  public var laneHolder: JobID?
  /// While none runs: the job of its lane, type and priority that goes first, unless that is the job itself.
  public var laneHead: JobID?

  public init(gate: Gate, laneHolder: JobID? = nil, laneHead: JobID? = nil) {
    self.gate = gate
    self.laneHolder = laneHolder
    self.laneHead = laneHead
  }
}

/// The figures of a project before and after a refresh, as JSON object texts.
public struct RefreshFigures: Sendable, Hashable {
  /// Nil when it was the first.
  public var before: String?
  public var after: String?

  public init(before: String?, after: String?) {
    self.before = before
    self.after = after
  }
}
