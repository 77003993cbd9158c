import Projects
import Testing

/// Plans as the tools of this world write them, each with its exact figures.
@Suite struct PlanDialectTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let path: String
    let text: String
    let source: PlanSource
    let dialect: PlanDialect
    let done: Int
    let total: Int
    let percentage: Double?

    init(
      _ name: String, path: String = "PLAN.md", source: PlanSource, dialect: PlanDialect = .markdown, done: Int,
      total: Int, percentage: Double?, _ text: String
    ) {
      self.name = name
      self.path = path
      self.text = text
      self.source = source
      self.dialect = dialect
      self.done = done
      self.total = total
      self.percentage = percentage
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      "spec-kit", path: "specs/001-login/tasks.md", source: .boxes, dialect: .specKit, done: 2, total: 5,
      percentage: 40,
      """
      # Tasks: Login

      ## Format: `[ID] [P?] [Story] Description`

      - **[P]**: may run beside others
      - [P] the same, as some write it

      ## Phase 1: Setup (Shared Infrastructure)

      - [X] T001 Create the package
      - [x] T002 [P] Add a linter

      ## Phase 2: User Story 1 (Priority: P1)

      - [ ] T003 [P] [US1] Form in src/form.ts
      - [ ] T004 [US1] Session in src/session.ts (depends on T003)
      - [ ] T005 Docs
      """),
    Case(
      "OpenSpec", path: "openspec/changes/add-search/tasks.md", source: .boxes, dialect: .openSpec, done: 2, total: 6,
      percentage: 33.3,
      """
      ## 1. Index

      - [x] 1.1 Tokenize
      + [x] 1.2 Store
        - [ ] 1.2.1 Compact
      1. [ ] 1.3 Sort

      ## 2. Query

      - [~] 2.1 Parse
      * [ ] 2.2 Rank
      """),
    Case(
      "Kiro", path: ".kiro/specs/chat/tasks.md", source: .boxes, dialect: .kiro, done: 3, total: 6, percentage: 50,
      """
      # Implementation Plan

      - [x] 1. Model
        - Fields
        - _Requirements: 1.1_

      - [x] 1.1 Messages
      - [x]* 1.2 Property tests
      - [-] 2. Server
      - [ ]* 2.1 Load test
      - [ ] 3. Checkpoint
      """),
    Case(
      "Backlog.md: the state of the file decides", path: "backlog/tasks/task-7 - Search.md", source: .frontMatter,
      dialect: .backlog, done: 0, total: 1, percentage: 0,
      """
      ---
      id: task-7
      title: 'Search: first cut'
      status: In Progress
      assignee:
        - '@ada'
      created_date: '2026-01-01'
      ---

      ## Acceptance Criteria
      <!-- AC:BEGIN -->
      - [x] #1 It finds words
      - [x] #2 It finds phrases
      <!-- AC:END -->
      """),
    Case(
      "Backlog.md, done", path: "backlog/tasks/task-8.md", source: .frontMatter, dialect: .backlog, done: 1, total: 1,
      percentage: 100, "---\nid: task-8\ntitle: Sort\nstatus: Done\n---\n\n- [ ] #1 forgotten\n"),
    Case(
      "Cursor", path: ".cursor/plans/auth.plan.md", source: .frontMatter, dialect: .cursor, done: 1, total: 3,
      percentage: 33.3,
      """
      ---
      name: Auth
      overview: "Sessions: the second try"
      todos:
        - id: model
          content: "Write the model"
          status: completed
        - id: routes
          content: Add routes # and tests
          status: in_progress
          dependencies:
            - model
        - id: docs
          content: 'Describe it'
          status: pending
        - id: drop
          content: Drop the old one
          status: cancelled
      isProject: false
      ---

      # Auth

      - [ ] an example in the body
      """),
    Case(
      "Obsidian", source: .boxes, dialect: .obsidian, done: 1, total: 4, percentage: 25,
      """
      - [x] Call 📅 2026-01-05 ✅ 2026-01-04
      - [/] Write ⏫ 🆔 w1
      - [-] Never mind ❌ 2026-01-02
      - [ ] Send ⛔ w1 📅 2026-02-01
      - [!] Ask
      """),
    Case(
      "cookies in headings", source: .phaseHeadings, done: 1, total: 3, percentage: 46.6,
      """
      # Plan

      ## Phase 1: Model [3/3]
      Words.
      ## Phase 2: Server [2/5]
      ## Phase 3: Client [0%]
      """),
    Case(
      "boxes in headings", source: .headingBoxes, done: 1, total: 3, percentage: 33.3,
      """
      # Work packages

      ### [x] WP-010 Parser
      Words.
      ### [ ] WP-020 Printer
      ### [~] WP-030 Linter
      """),
    Case(
      "boxes in headings and below them", source: .boxes, done: 2, total: 4, percentage: 50,
      "## [x] One\n- [x] a\n- [ ] b\n## [ ] Two\n"),
    Case(
      "a table with a column of states", source: .statusTable, done: 2, total: 5, percentage: 40,
      """
      | # | Feature | Status | Owner |
      |---|---------|--------|-------|
      | 1 | Parser | ✅ Done | ada |
      | 2 | Printer | Complete (Nov 3) | |
      | 3 | Linter | 🚧 In progress | |
      | 4 | Server | | |
      | 5 | Client | [ ] | |
      | | Total | 2/5 | |
      """),
    Case(
      "a table with shares", source: .statusTable, done: 1, total: 2, percentage: 90,
      "| Milestone | Progress |\n|---|---|\n| One | 100% |\n| Two | 80% |\n"),
    Case(
      "a table without a head for it", source: .statusTable, done: 1, total: 2, percentage: 50,
      "| What | Where we are |\n|---|:-:|\n| Parser | ✅ |\n| Printer | ⬜ |\n"),
    Case(
      "a table that explains signs", source: .none, done: 0, total: 0, percentage: nil,
      "| Sign | Meaning |\n|---|---|\n| ✅ | Done |\n| ⬜ | Not started |\n"),
    Case(
      "ticked headings", source: .phaseHeadings, done: 2, total: 4, percentage: 50,
      """
      # Plan
      ## Overview
      ## Phase 1: Model ✅
      ### Files
      ## ✔️ Phase 2: Server
      ## Phase 3: Client 🚧
      ## Phase 4: Docs
      ## Notes
      """),
    Case(
      "headings with words and status lines", source: .phaseHeadings, done: 2, total: 5, percentage: 56,
      """
      ## Phase 1 - COMPLETED
      ## Phase 2 (80%)
      ## Phase 3
      **Status:** ✅ Complete
      ## Phase 4
      - **Status**: in progress
      ## Phase 5 (Not Started)
      """),
    Case(
      "words in front", source: .statusWords, done: 2, total: 5, percentage: 40,
      """
      1. [DONE] TASK-001: parser
      2. [OPEN] TASK-002: printer
      - ✅ linter
      - TODO: server
      - WIP client
      - A plain line
      """),
    Case(
      "boxes outrank tables and ticked headings", source: .boxes, done: 0, total: 1, percentage: 0,
      "## Phase 1 ✅\n| Task | Status |\n|---|---|\n| a | Done |\n\n- [ ] b\n"),
    Case(
      "a legend is no work", source: .boxes, done: 1, total: 3, percentage: 33.3,
      """
      # Plan

      Legend:

      - [ ] Not started
      - [~] In progress
      - [-] Deprecated
      - [x] Done

      ## Work
      - [x] a
      - [~] b
      - [-] c
      - [ ] d
      """),
    Case(
      "templates and examples are work unless they explain themselves", source: .boxes, done: 1, total: 2,
      percentage: 50, "## Templates\n- [ ] Issue template\n- [x] Pull request template\n"),
    Case(
      "a share in front matter, and nothing else", source: .frontMatter, done: 0, total: 1, percentage: 40,
      "---\ntitle: Move\nprogress: 40\n---\n# Move\n"),
    Case(
      "only marks", source: .boxes, done: 0, total: 2, percentage: 0, "- [~] a\n- [>] b\n"),
    Case("words only", source: .none, done: 0, total: 0, percentage: nil, "# Plan\n- a\n- b\n"),
  ]

  @Test(arguments: cases) func `a dialect has its figures`(_ one: Case) {
    let document = PlanParser.parse(Array((one.text + "\n").utf8), path: one.path)
    #expect(document.source == one.source)
    #expect(document.dialect == one.dialect)
    #expect(document.tally.done == one.done)
    #expect(document.tally.total == one.total)
    #expect(PlanProgress(document).percentage == one.percentage)
    #expect(document.tasks.map(\.ordinal) == Array(document.tasks.indices))
    #expect(document.tasks.map(\.line) == document.tasks.map(\.line).sorted())
  }
}
