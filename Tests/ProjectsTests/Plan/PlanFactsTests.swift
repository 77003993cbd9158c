import Projects
import Testing

/// What plans tell besides boxes: ids, phases, weeks, what comes next, what waits.
@Suite struct PlanFactsTests {
  private func parse(_ markdown: String, path: String = "PLAN.md") -> PlanDocument {
    PlanParser.parse(Array(markdown.utf8), path: path)
  }

  @Test(
    arguments: [
      ("T001 [P] [US1] Add it", "T001"), ("1.2.3 Add", "1.2.3"), ("1. Group", "1"), ("2) Second", "2"),
      ("#12 Fix", "#12"),
      ("WP-010: Parser", "WP-010"), ("**T001** bold", "T001"), ("[TASK-7] a", "TASK-7"), ("T001a part", "T001a"),
      ("3 tests", nil), ("V8 is fast", "V8"), ("Add T001", nil), ("", nil), ("1.2.", "1.2"), ("Http2 x", nil),
      ("#a", nil),
    ] as [(String, String?)])
  func `an id stands in front`(text: String, key: String?) {
    #expect(parse("- [ ] \(text)\n").tasks.first?.facts.key == (text.isEmpty ? nil : key))
  }

  @Test func `spec-kit tells what may run beside others and for which story`() {
    let facts = parse("- [ ] T001 [P] [US12] a\n- [ ] T002 [US1] b\n- [ ] c [P]\n").tasks.map(\.facts)
    #expect(facts.map(\.isParallel) == [true, false, false])
    #expect(facts.map(\.story) == ["US12", "US1", nil])
  }

  @Test func `dates stand behind signs or in front`() {
    let facts = parse(
      "- [x] a 📅 2026-01-05 ✅ 2026-01-04\n- [x] (2026-01-06 13:00Z) b\n- [ ] c 📅 soon\n"
    ).tasks.map(\.facts)
    #expect(facts.map(\.due) == ["2026-01-05", nil, nil])
    #expect(facts.map(\.doneOn) == ["2026-01-04", "2026-01-06 13:00Z", nil])
  }

  @Test func `a task that waits for an open one is blocked`() {
    let document = parse(
      """
      - [x] T001 a
      - [ ] T002 b (depends on T001)
      - [ ] T003 c, blocked by T002 and T001
      - [ ] T004 BLOCKED: no key
      - [ ] BLOCKED no key
      - [!] T005 d
      - [ ] T006 Unblocked at last
      - [ ] T007 Depends on T999
      - [ ] 🚫 e
      """)
    #expect(document.tasks.map(\.isBlocked) == [false, false, true, false, true, true, false, false, true])
    #expect(document.tasks[2].facts.waitsFor == ["T002", "T001"])
    #expect(PlanProgress(document).blockedCount == 4)
  }

  @Test func `the next task is the first that can be done`() {
    let document = parse(
      """
      # Acceptance criteria
      - [ ] It works
      # Archive
      - [ ] old
      # Phase 1
      - [x] T1 a
      - [ ] T2 BLOCKED by weather
      - [ ] T3 b
        - [x] T4 c
        - [ ] T5 d
      """)
    #expect(PlanProgress(document).nextTask.map { document.tasks[$0].facts.key } == "T2")
    let rest = parse("# Exit criteria\n- [ ] It works\n# Work\n- [x] a\n- [ ]* b\n")
    #expect(PlanProgress(rest).nextTask == 0)
    #expect(PlanProgress(parse("- [x] a\n")).nextTask == nil)
  }

  @Test(
    arguments: [
      ("Week 3: Server", PlanPeriod(unit: .week, first: 3, last: 3)),
      ("Weeks 9-12 (Nov 9-13)", PlanPeriod(unit: .week, first: 9, last: 12)),
      ("Weeks 9 to 12", PlanPeriod(unit: .week, first: 9, last: 12)),
      ("Phase 2 (Weeks 3–4)", PlanPeriod(unit: .week, first: 3, last: 4)),
      ("W3-D10: Lexer", PlanPeriod(unit: .week, first: 3, last: 3)),
      ("W1-W2", PlanPeriod(unit: .week, first: 1, last: 2)),
      ("Sprint 2", PlanPeriod(unit: .sprint, first: 2, last: 2)),
      ("Day 4 (Nov 5)", PlanPeriod(unit: .day, first: 4, last: 4)),
      ("Q1 2026", PlanPeriod(unit: .quarter, first: 8104, last: 8104)),
      ("Freeze 2026-01-05 to 2026-02-01", PlanPeriod(unit: .date, first: 20_260_105, last: 20_260_201)),
      ("Phase 3", nil), ("Weekly 3", nil), ("Q7", nil), ("", nil),
    ] as [(String, PlanPeriod?)])
  func `headings tell when`(heading: String, period: PlanPeriod?) {
    #expect(PlanPeriod(heading: heading) == period)
  }

  @Test func `periods are written for people`() throws {
    let texts = ["Weeks 9-12", "Q1 2026", "Q3", "2026-01-05"].compactMap { PlanPeriod(heading: $0)?.texts }
    #expect(texts.map(\.first) == ["9", "2026-Q1", "Q3", "2026-01-05"])
    #expect(texts.map(\.last) == ["12", "2026-Q1", "Q3", "2026-01-05"])
  }

  @Test func `phases and weeks tell where the plan stands`() throws {
    let progress = PlanProgress(
      parse(
        """
        # Plan
        ## Phase 1 (Weeks 1-2)
        - [x] a
        ### Week 2
        - [x] b
        ## Phase 2 (Weeks 3-4)
        - [x] c
        - [ ] d
        - [ ] e
        ## Phase 3 (Week 8)
        - [ ] f
        ## Notes
        """))
    #expect(progress.phases == PlanCounts(total: 3, done: 1))
    #expect(progress.phasePercentage == 44.4)
    #expect(progress.currentPhase == 3)
    let weeks = try #require(progress.weeks)
    #expect([weeks.first, weeks.last, weeks.current] == [1, 8, 3])
  }

  @Test func `conditions and history are told apart from work`() {
    let progress = PlanProgress(
      parse("# A\n- [x] a\n# Exit criteria\n- [ ] b\n# Archive\n## Old phase\n- [ ] c\n- [x] d\n"))
    #expect(progress.percentage == 50)
    #expect(progress.work == PlanTally(total: 1, done: 1))
    #expect(progress.acceptance == PlanCounts(total: 1, done: 0))
    #expect(progress.historical == PlanTally(total: 2, done: 1))
  }

  @Test func `sections with other boxes left are not complete`() {
    let document = parse("# A\n- [x] a\n- [~] b\n")
    #expect(document.sections.first?.subtree == PlanCounts(total: 1, done: 1))
    #expect(document.sections.first?.tally.percentage == 50)
  }

  @Test func `groups by number have parts without indentation`() {
    let document = parse("- [ ] 1. Group\n- [x] 1.1 a\n- [x] 1.2 b\n- [ ] 2. Alone\n")
    #expect(document.leafCounts.total == 4)
    #expect(document.leafTally.total == 3)
    #expect(PlanProgress(document).leafPercentage == 66.6)
  }

  @Test func `a heading that says more than its boxes is pointed at`() {
    let document = parse(
      "# One ✅\n- [ ] a\n# Two (80%)\n- [x] b\n- [ ] c\n# Three [1/2]\n- [x] d\n- [ ] e\n# Four ✅\n- [x] f\n")
    #expect(
      document.warnings.map { "\($0.line) \($0.kind.rawValue)" } == ["1 heading_disagrees", "3 heading_disagrees"])
  }

  @Test(
    arguments: [
      ("✅ Done", PlanState.done, 1000), ("Complete (Nov 3)", .done, 1000), ("COMPLETED", .done, 1000),
      ("[x]", .done, 1000),
      ("100%", .done, 1000), ("80%", .inProgress, 800), ("3/5", .inProgress, 600), ("0/5", .todo, 0),
      ("✅ not started", .todo, 0),
      ("In Progress", .inProgress, 0), ("in_progress", .inProgress, 0), ("N/A", .cancelled, 0),
      ("on hold", .blocked, 0),
      ("⬜", .todo, 0), ("Done 50%", .inProgress, 500), ("Planned", .todo, 0), ("🚧 done", .inProgress, 0),
      ("5/5", .done, 1000),
    ] as [(String, PlanState, Int)])
  func `a cell tells a state`(text: String, state: PlanState, share: Int) {
    let plan = parse("| Task | Status |\n|---|---|\n| a | \(text) |\n")
    #expect(plan.tasks.first?.state == state)
    #expect(plan.tasks.first?.share == share)
  }
}
