/// Warnings up to a limit; what is over it is counted.
struct WarningLog {
  private let limit: Int
  private var warnings: [SkillsWarning] = []
  private var leftOut = 0

  init(limit: Int) { self.limit = limit }

  mutating func add(_ warning: SkillsWarning) {
    if warnings.contains(warning) { return }
    if warnings.count < limit { warnings.append(warning) } else { leftOut += 1 }
  }

  func finished() -> [SkillsWarning] {
    guard leftOut > 0 else { return warnings }
    return warnings + [SkillsWarning(code: .moreWarnings, message: "There are \(leftOut) more warnings.")]
  }
}
