import Projects
import Testing

@Suite struct PlanChooserTests {
  private struct Gone: Error {}

  private func choose(_ files: KeyValuePairs<String, String?>, planPath: String? = nil) -> PlanChoice? {
    let contents = Dictionary(uniqueKeysWithValues: files.map { ($0.key, $0.value) })
    let entries = files.map { TreeEntry(path: $0.key, size: 1) }
    return PlanChooser.choose(from: PlanFinder.find(in: entries, planPath: planPath), planPath: planPath) { entry in
      guard let text = contents[entry.path] ?? nil else { throw Gone() }
      return Array(text.utf8)
    }
  }

  @Test func theFirstFileWithTasksWins() {
    #expect(choose(["PLAN.md": "prose", "TODO.md": "- [ ] a"])?.candidate.entry.path == "TODO.md")
    #expect(choose(["PLAN.md": "prose", "TODO.md": "words"])?.candidate.entry.path == "PLAN.md")
  }

  @Test func theReadmeIsAPlanOnlyWithTasks() {
    #expect(choose(["README.md": "words"]) == nil)
    #expect(choose(["README.md": "- [x] a"])?.candidate.rank == .readme)
  }

  @Test func anExplicitFileIsTakenAsItIs() {
    let choice = choose(["PLAN.md": "- [ ] a", "x/mine.txt": "words"], planPath: "./x/mine.txt")
    #expect(choice?.candidate.rank == .explicit)
    #expect(choice?.notes.isEmpty == true)
  }

  @Test func anExplicitFileThatIsGoneIsNoted() {
    let choice = choose(["PLAN.md": "- [ ] a"], planPath: "gone.md")
    #expect(choice?.candidate.entry.path == "PLAN.md")
    #expect(choice?.notes.count == 1)
  }

  @Test func aFileThatCannotBeReadIsPassedOverAndNoted() {
    let choice = choose(["PLAN.md": nil, "TODO.md": "- [ ] a"])
    #expect(choice?.candidate.entry.path == "TODO.md")
    #expect(choice?.notes.first?.contains("PLAN.md") == true)
  }

  @Test func numberedFilesComeInTheirOrder() {
    let paths = ["docs/plan/phase-10.md", "docs/plan/phase-2.md", "Plan.MD", "plan.md", "docs/Plan.md"]
    let found = PlanFinder.find(in: paths.map { TreeEntry(path: $0, size: 1) }).map(\.entry.path)
    #expect(found == ["Plan.MD", "plan.md", "docs/Plan.md", "docs/plan/phase-2.md", "docs/plan/phase-10.md"])
  }

  @Test func onlySoManyFilesAreRead() {
    let entries = (0..<PlanChooser.maximumReads + 5).map { TreeEntry(path: "specs/\($0)/tasks.md", size: 1) }
    var reads = 0
    let choice = PlanChooser.choose(from: PlanFinder.find(in: entries)) { _ in
      reads += 1
      return []
    }
    #expect(reads == PlanChooser.maximumReads)
    #expect(choice?.notes.count == 1)
  }

  @Test func `the files of a family make one plan`() throws {
    let choice = try #require(
      choose([
        "docs/plan/phase-1.md": "# Phase 1\n- [x] 1. a\n- [x] 1.1 b\n",
        "docs/plan/phase-2.md": "# Phase 2\n- [ ] 1. c\n",
        "docs/plan/notes.md": "words", "ROADMAP.md": "- [ ] far away",
      ]))
    #expect(choice.document.tally == PlanTally(total: 3, done: 2))
    #expect(choice.document.tasks.map(\.ordinal) == [0, 1, 2])
    #expect(choice.document.tasks.map(\.file) == [0, 0, 1])
    #expect(choice.document.tasks.map(\.section) == [0, 0, 1])
    #expect(choice.document.leafTally.total == 2, "numbers group within a file only")
    #expect(choice.files.filter(\.isUsed).map(\.path) == ["docs/plan/phase-1.md", "docs/plan/phase-2.md"])
    #expect(choice.files.filter { !$0.isUsed }.map(\.path).sorted() == ["ROADMAP.md", "docs/plan/notes.md"])
    #expect(choice.files.allSatisfy { !$0.reason.isEmpty })
  }

  @Test func `task files of several tools are one plan, each read in its dialect`() throws {
    let choice = try #require(
      choose([
        "specs/001-a/tasks.md": "- [x] T001 a\n", ".kiro/specs/b/tasks.md": "- [ ] 1. b\n- [-] 2. c\n",
        "backlog/tasks/task-1.md": "---\nid: task-1\ntitle: D\nstatus: Done\n---\n- [ ] #1 e\n",
      ]))
    #expect(choice.document.tally == PlanTally(total: 4, done: 2))
    #expect(choice.files.compactMap(\.dialect) == [.specKit, .kiro, .backlog])
    #expect(choice.files.compactMap(\.source) == [.boxes, .boxes, .frontMatter])
  }

  @Test func `a plan path may be a directory or a pattern`() {
    let files: KeyValuePairs<String, String?> = [
      "PLAN.md": "- [ ] a", "work/one.md": "- [x] b", "work/deep/two.md": "- [ ] c", "work/x.txt": "- [ ] no",
    ]
    #expect(choose(files, planPath: "work")?.document.counts == PlanCounts(total: 2, done: 1))
    #expect(choose(files, planPath: "work/")?.document.counts == PlanCounts(total: 2, done: 1))
    #expect(choose(files, planPath: "work/*.md")?.document.counts == PlanCounts(total: 1, done: 1))
    #expect(choose(files, planPath: "**/two.md")?.document.counts == PlanCounts(total: 1, done: 0))
    #expect(choose(files, planPath: "work/**")?.document.counts == PlanCounts(total: 2, done: 1))
    #expect(choose(files, planPath: "work/x.txt")?.document.counts == PlanCounts(total: 1, done: 0))
    #expect(choose(files, planPath: "wor")?.candidate.entry.path == "PLAN.md")
  }

  @Test func `what a README ticks are features`() {
    #expect(choose(["README.md": "## Fast ✅\n- ✅ small\n"]) == nil)
  }
}
