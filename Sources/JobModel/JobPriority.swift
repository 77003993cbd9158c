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

  /// What it counts as after `waited` seconds: one more for each `ageingSeconds`, so that nothing waits forever behind
  /// what is more urgent.
  ///
  /// - Parameter ageingSeconds: 0 for no ageing.
  public func aged(waited: Double, ageingSeconds: Double) -> JobPriority {
    guard ageingSeconds > 0, waited >= ageingSeconds else { return self }
    let steps = min(waited / ageingSeconds, 2)
    return JobPriority(rawValue: min(rawValue + Int(steps), Self.high.rawValue)) ?? .high
  }
}
