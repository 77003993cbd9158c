import Projects
import Testing

@Suite struct PlanProgressTests {
  private func progress(_ markdown: String) -> PlanProgress {
    PlanProgress(PlanParser.parse(Array(markdown.utf8)))
  }

  @Test func aPlanWithoutTasksHasNoPercentage() {
    let none = progress("# Plan\n\nNothing yet.\n")
    #expect(none.percentage == nil)
    #expect(none.leafPercentage == nil)
    #expect(none.basis == .none)
  }

  @Test func aHundredIsKeptForTheLastBox() {
    let open = "- [x] a\n"
    let almost = String(repeating: open, count: 1999) + "- [ ] last\n"
    #expect(progress(almost).percentage == 99.9)
    #expect(progress(String(repeating: open, count: 2000)).percentage == 100)
  }

  @Test func zeroIsKeptForNothingDone() {
    let one = "- [x] a\n" + String(repeating: "- [ ] b\n", count: 5000)
    #expect(progress(one).percentage == 0.1)
    #expect(progress("- [ ] a\n").percentage == 0)
  }

  @Test func aBoxInProgressKeepsAPlanFromBeingComplete() {
    let plan = progress("- [x] a\n- [~] b\n")
    #expect(plan.tasksCount == 1)
    #expect(plan.tasksDone == 1)
    #expect(plan.percentage == 50)
    #expect(plan.basis == .tasksAndOpenMarkers)
  }

  @Test func leavesCountWithoutTheirParents() {
    let plan = progress("- [ ] group\n  - [x] a\n  - [x] b\n")
    #expect(plan.percentage == 66.6)
    #expect(plan.leafPercentage == 100)
  }

  @Test func sectionsCountTheirOwnTasksAndThoseBelow() {
    let document = PlanParser.parse(Array("# A\n- [x] a\n## B\n- [ ] b\n- [x] c\n# C\n- [x] d\n".utf8))
    #expect(document.sections.map(\.title) == ["A", "B", "C"])
    #expect(
      document.sections.map(\.direct) == [
        PlanCounts(total: 1, done: 1), PlanCounts(total: 2, done: 1), PlanCounts(total: 1, done: 1),
      ])
    #expect(
      document.sections.map(\.subtree) == [
        PlanCounts(total: 3, done: 2), PlanCounts(total: 2, done: 1), PlanCounts(total: 1, done: 1),
      ])
    #expect(document.sections.map(\.parent) == [nil, 0, nil])
  }
}
