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
}
