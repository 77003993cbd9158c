import Projects
import Testing

@Suite struct PlanFinderTests {
  private func find(_ paths: [String], planPath: String? = nil) -> [String] {
    PlanFinder.find(
      in: paths.map { TreeEntry(path: $0, size: 100, oid: nil, isExecutable: false) }, planPath: planPath
    ).map(\.entry.path)
  }

  @Test func thePlanOfTheRootComesBeforeAllOthers() {
    let found = find(["TODO.md", "docs/PLAN.md", "ROADMAP.md", "PLAN.md", "README.md"])
    #expect(found.first == "PLAN.md")
    #expect(found.firstIndex(of: "docs/PLAN.md")! < found.firstIndex(of: "ROADMAP.md")!)
    #expect(found.firstIndex(of: "ROADMAP.md")! < found.firstIndex(of: "TODO.md")!)
    #expect(found.last == "README.md")
  }

  @Test func anExplicitPathComesFirstAndOthersStandInForOneThatIsGone() {
    #expect(find(["PLAN.md", "notes/mine.md"], planPath: "notes/mine.md").first == "notes/mine.md")
    #expect(find(["PLAN.md"], planPath: "gone.md") == ["PLAN.md"])
  }

  @Test(arguments: [
    "node_modules/x/PLAN.md", "vendor/x/PLAN.md", "templates/PLAN.md", "openspec/changes/archive/a/tasks.md",
    "tests/fixtures/PLAN.md", ".claude/commands/plan.md",
  ])
  func plansOfOthersAreLeftOut(path: String) {
    #expect(find([path]).isEmpty)
  }

  @Test(arguments: [
    "openspec/changes/a/tasks.md", "specs/001-a/tasks.md", ".kiro/specs/a/tasks.md", "docs/plan/phase-1.md",
    "phase-1-setup.md", "IMPLEMENTATION_PLAN.md",
  ])
  func plansOfTheUsualToolsAreFound(path: String) {
    #expect(find([path, "src/main.swift"]) == [path])
  }
}
