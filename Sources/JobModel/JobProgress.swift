/// How far a running job has come.
public struct JobProgress: Hashable, Sendable {
  /// Done share, 0…1.
  public var fraction: Double
  /// A short stable name of the step, such as `fetching`; empty before the first.
  public var stage: String
  /// A sentence for a person; may be empty.
  public var message: String
  /// Units done in this stage, when they can be counted.
  public var current: Int64?
  /// Units in this stage, when known.
  public var total: Int64?

  public init(fraction: Double, stage: String, message: String = "", current: Int64? = nil, total: Int64? = nil) {
    self.fraction = fraction.isFinite ? min(max(fraction, 0), 1) : 0
    self.stage = stage
    self.message = message
    self.current = current
    self.total = total
  }

  /// Nothing reported yet.
  public static let none = JobProgress(fraction: 0, stage: "")
}
