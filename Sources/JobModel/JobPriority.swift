/// How urgent a job is; among equals the older goes first.
public enum JobPriority: Int, Sendable, CaseIterable, Comparable {
  case low = 0
  case normal = 1
  case high = 2

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The name on the wire.
  public var name: String {
    switch self {
    case .low: "low"
    case .normal: "normal"
    case .high: "high"
    }
  }

  /// The priority of that name on the wire, if there is one.
  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}
