/// What a section is about, guessed from the words of its heading; it never changes a count.
public enum PlanSectionKind: String, Hashable, Sendable, CaseIterable {
  /// A step of the plan: phase, milestone, epic, sprint, week.
  case phase
  /// Conditions rather than work: acceptance or exit criteria, definition of done.
  case acceptance
  /// Explains the notation: legend, example, template.
  case legend
  /// Kept for the record: legacy, historical, archive.
  case historical
  case other

  /// The kind for a heading's text.
  ///
  /// A heading that begins with a step ("Phase 3: migrate the legacy format") is a phase whatever its subject, unless
  /// it names criteria ("Week 9 success criteria"). Otherwise historical outranks acceptance, legend and phase.
  public init(heading: String) {
    let words = Self.words(of: heading)
    let namesCriteria =
      words.contains { $0 == "criteria" || $0 == "criterion" } || words.first == "acceptance"
      || Self.namesDefinitionOfDone(words)
    if let first = words.first, Self.steps.contains(first), words.count > 1 || heading.utf8.last != 0x3A {
      self = namesCriteria ? .acceptance : .phase
    } else if words.contains(where: Self.past.contains) {
      self = .historical
    } else if namesCriteria || words.contains(where: Self.conditions.contains) {
      self = .acceptance
    } else if words.contains("legend") || (words.count <= 3 && words.contains(where: Self.notation.contains)) {
      self = .legend
    } else if words.contains(where: Self.steps.contains) {
      self = .phase
    } else {
      self = .other
    }
  }

  private static let steps: Set<String> = [
    "phase", "phases", "milestone", "milestones", "epic", "epics", "sprint", "sprints", "week", "weeks", "stage",
    "iteration",
  ]
  private static let past: Set<String> = ["historical", "history", "legacy", "archive", "archived"]
  private static let conditions: Set<String> = ["acceptance", "gate", "gates", "verification", "exit"]
  private static let notation: Set<String> = [
    "example", "examples", "template", "templates", "format", "notation", "key",
  ]

  /// Runs of ASCII letters in lower case; anything else separates.
  private static func words(of heading: String) -> [String] {
    var words: [String] = []
    var word = ""
    for byte in heading.utf8 {
      if byte.isASCIILetter {
        word.unicodeScalars.append(Unicode.Scalar(byte.asciiLowercased))
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func namesDefinitionOfDone(_ words: [String]) -> Bool {
    guard let start = words.firstIndex(of: "definition") else { return false }
    return words[start...].starts(with: ["definition", "of", "done"])
  }
}
