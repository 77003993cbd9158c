/// Finds the headings that tell how far a plan is, in a plan without boxes.
enum PhaseHeadings {
  /// Sections with what their headings or status lines say; nil for one that says nothing beside others that do.
  ///
  /// They are those of the level on which most are marked. A phase without a mark counts as open, for one that is not
  /// ticked is not done; so does any other section beside marked ones, unless its title announces no work.
  static func find(in sections: [PlanSection]) -> [(index: Int, status: PlanStatus?)] {
    let statuses = sections.map { section in
      StatusWord.heading(section.title) ?? section.statusLine.flatMap { PlanStatus($0) }
    }
    var marked: [Int: Int] = [:]
    for (section, status) in zip(sections, statuses) where status != nil { marked[section.level, default: 0] += 1 }
    guard let level = marked.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else { return [] }
    let candidates = sections.indices.filter { sections[$0].level == level }
    let parents = Set(candidates.filter { statuses[$0] != nil }.map { sections[$0].parent })
    let hasPhases = candidates.contains { statuses[$0] != nil && sections[$0].kind == .phase }
    return candidates.filter { index in
      if statuses[index] != nil { return true }
      guard parents.contains(sections[index].parent) else { return false }
      if sections[index].kind == .phase { return isOne(sections[index].title) }
      return !hasPhases && sections[index].kind == .other && announcesWork(sections[index].title)
    }.map { ($0, statuses[$0]) }
  }

  /// `Phase 2`, not `Phase overview` or `Phases`.
  private static func isOne(_ title: String) -> Bool { title.utf8.contains(where: \.isASCIIDigit) }

  private static func announcesWork(_ title: String) -> Bool {
    let first = title.split { !$0.isLetter }.first.map { $0.lowercased() }
    return first.map { !talk.contains($0) } ?? false
  }

  /// First words of titles below which nothing is to be done.
  private static let talk: Set<String> = [
    "overview", "summary", "introduction", "intro", "background", "notes", "note", "references", "goal", "goals",
    "contents", "table", "architecture", "appendix", "context", "resources", "links", "glossary", "risks", "risk",
    "timeline", "progress", "status", "changelog", "license", "contributing", "installation", "usage", "requirements",
    "prerequisites", "dependencies", "success", "motivation", "design", "about", "faq", "scope", "assumptions",
    "executive", "conclusion", "metrics", "team", "budget", "vision", "purpose", "problem", "related", "see",
  ]
}
