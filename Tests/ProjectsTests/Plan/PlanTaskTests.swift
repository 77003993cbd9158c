import JSON
import Projects
import Testing

/// What a task and a section carry besides their counts.
@Suite struct PlanTaskTests {
  private func parse(_ markdown: String) -> PlanDocument { PlanParser.parse(Array(markdown.utf8)) }

  @Test func aTaskKeepsItsInlineMarkup() {
    let document = parse("-   [ ]  **Bold** `code` [link](u)  \n* [x] two - [ ] boxes\r\n- [ ]\n  below\n")
    #expect(document.tasks.map(\.text) == ["**Bold** `code` [link](u)", "two - [ ] boxes", "below"])
    #expect(document.tasks.map(\.marker) == [" ", "x", " "])
    #expect(document.tasks.map(\.line) == [1, 2, 3])
  }

  @Test func parentsAreTheTasksAroundNotTheItems() {
    let document = parse("- [ ] a\n  - plain\n    - [ ] b\n      > 1. [x] c\n- plain\n  - [ ] d\n")
    #expect(document.tasks.map(\.parent) == [nil, 0, 1, nil])
    #expect(document.tasks.map(\.depth) == [0, 1, 2, 0])
    #expect(document.leafCounts == PlanCounts(total: 2, done: 1))
  }

  @Test func offsetsCountTheByteOrderMarkAndFrontMatter() {
    let text = "\u{FEFF}---\na: b\n---\n\n- [x] a\n"
    let bytes = Array(text.utf8)
    let task = PlanParser.parse(bytes).tasks.first
    #expect(task?.offset == bytes.firstIndex(of: UInt8(ascii: "[")))
    #expect(task?.line == 5)
  }

  @Test func tasksBelongToTheLastHeadingOutsideQuotesAndItems() {
    let document = parse("- [ ] a\n# One ##\n> ## Quoted\n> - [ ] b\n\nTwo\nlines\n---\n- ## In an item\n- [ ] c\n")
    #expect(document.sections.map(\.title) == ["One", "Two lines"])
    #expect(document.sections.map(\.level) == [1, 2])
    #expect(document.sections.map(\.line) == [2, 6])
    #expect(document.tasks.map(\.section) == [nil, 0, 1])
    #expect(document.headingsCount == 4)
  }

  @Test(arguments: [
    ("Phase 3: Migrate the legacy format", PlanSectionKind.phase), ("Week 9 Success Criteria", .acceptance),
    ("Legacy Sprint Snapshot (Week 9, Historical)", .historical), ("Definition of Done", .acceptance),
    ("Acceptance Criteria", .acceptance), ("Exit gate", .acceptance), ("Legend", .legend), ("Task format", .legend),
    ("Milestone 2", .phase), ("Current sprint", .phase), ("Notes", .other), ("", .other), ("Фаза 1", .other),
  ])
  func headingsTellTheKindOfTheirSection(heading: String, kind: PlanSectionKind) {
    #expect(PlanSectionKind(heading: heading) == kind)
  }

  @Test func marksUnderALegendExplainAndAreNotOpenWork() {
    let document = parse("# Legend\n- [~] in progress\n## More\n- [-] dropped\n# Plan\n- [x] a\n")
    #expect(document.openMarkersCount == 0)
    #expect(PlanProgress(document).percentage == 100)
  }

  @Test func acceptanceBoxesAreCountedApart() {
    let progress = PlanProgress(
      parse("# Phase 1\n- [x] a\n## Acceptance\n- [ ] b\n### Speed\n- [x] c\n# Phase 2\n- [x] d\n"))
    #expect(progress.acceptance == PlanCounts(total: 2, done: 1))
    #expect(progress.sections == PlanCounts(total: 4, done: 2))
  }

  @Test func theTextsHaveTheMembersOfTheProtocol() throws {
    let document = parse("# Phase 1\n- [x] a\n  - [ ] b \"c\"\n")
    let summary = try JSON.parse(PlanJSON.summary(document, path: "PLAN.md"))
    #expect(summary["path"]?.stringValue == "PLAN.md")
    #expect(summary["tasks_count"]?.intValue == 2)
    #expect(summary["progress_percentage"]?.doubleValue == 50)
    #expect(
      summary["sections"]?[0]?.objectValue?.keys.map { String($0) } == [
        "title", "level", "line", "kind", "parent", "tasks_total", "tasks_done", "percentage", "direct_total",
        "direct_done", "items_count", "items_done",
      ])
    let items = try PlanJSON.items(document).map { try JSON.parse($0) }
    #expect(
      items.last?.objectValue?.keys.map { String($0) } == [
        "ordinal", "text", "line", "offset", "depth", "checked", "marker", "section", "parent", "state",
        "counted",
      ])
    #expect(items.last?["text"]?.stringValue == "b \"c\"")
    #expect(items.first?["parent"] == .null)
  }
}
