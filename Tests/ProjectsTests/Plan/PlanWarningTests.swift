import Projects
import Testing

/// Boxes that are no tasks are pointed at, with their lines.
@Suite struct PlanWarningTests {
  private func warnings(_ markdown: String) -> [String] {
    PlanParser.parse(Array(markdown.utf8)).warnings.map { "\($0.line) \($0.kind.rawValue)" }
  }

  @Test func aCleanPlanHasNone() {
    #expect(warnings("# Plan\n\n- [ ] a\n  - [x] b [x](url)\n\n1. [ ] c\n\n```\n- [ ] example\n```\n").isEmpty)
  }

  @Test func aBoxWithoutTextOrSpaceIsNamed() {
    #expect(warnings("- [x] a\n- [ ]\n- [x]b\n- [x](url)\n") == ["2 empty_box", "3 no_space_after_box"])
  }

  @Test func anUnknownMarkIsReportedAtItsFirstLineAndCountedAtAll() throws {
    let document = PlanParser.parse(Array("- [x] a\n- [~] b\n- [~] c\n- [P] d\n".utf8))
    #expect(document.warnings.map(\.kind) == [.unknownMarker])
    #expect(document.warnings.map(\.line) == [2])
    #expect(
      document.markers == [
        PlanMarker(marker: "[~]", isOpen: true, count: 2, lines: [2, 3]),
        PlanMarker(marker: "[P]", isOpen: false, count: 1, lines: [4]),
      ])
    #expect(document.openMarkersCount == 3, "a letter beside boxes counts too")
  }

  @Test func aBoxInAParagraphIsPointedAt() {
    #expect(warnings("para\n2. [ ] a\n\n• [ ] b\n\n[x] c\n") == ["2", "4", "6"].map { $0 + " box_outside_list" })
  }

  @Test func anIndentedBoxIsPointedAt() {
    #expect(warnings("para\n\n    - [ ] a\n") == ["3 indented_box"])
  }

  @Test func whatNeverEndsIsReportedOnlyWhenItHidesBoxes() {
    #expect(warnings("a\n```\n- [ ] b\n") == ["2 unclosed_fence"])
    #expect(warnings("a\n```\nb\n").isEmpty)
    #expect(warnings("<!--\n- [ ] b\n") == ["1 unclosed_html"])
    #expect(warnings("<!--\n- [ ] b\n-->\n").isEmpty)
  }

  @Test func boxesInFrontMatterAreReportedOnce() {
    #expect(warnings("---\nx:\n- [ ] a\n- [ ] b\n---\n- [x] c\n") == ["3 box_in_front_matter"])
  }

  @Test func otherEncodingsAreNamed() {
    #expect(PlanParser.parse([0xFF, 0xFE, 0x2D, 0x00]).warnings.map(\.kind) == [.notUTF8])
    #expect(PlanParser.parse([0x2D, 0x20, 0xE4]).warnings.map(\.kind) == [.notUTF8])
  }

  @Test func onlySoManyAreKeptAndAllAreCounted() {
    let text = String(repeating: "- [ ]\n", count: 300)
    let document = PlanParser.parse(Array(text.utf8), limits: PlanLimits(warnings: 7))
    #expect(document.warnings.count == 7)
    #expect(document.warningsCount == 300)
  }
}
