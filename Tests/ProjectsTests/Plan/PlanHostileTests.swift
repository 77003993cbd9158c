import Projects
import Testing

/// Files made to hurt: each must come to an end, without a crash, and say what it left out.
@Suite struct PlanHostileTests {
  static let inputs: [(name: String, text: String)] = [
    ("quotes in quotes", String(repeating: ">", count: 200_000) + " - [ ] a\n"),
    ("lists in lists on one line", String(repeating: "- ", count: 100_000) + "[ ] a\n"),
    ("ever deeper lists", (0..<2_000).map { String(repeating: " ", count: $0 * 2) + "- [ ] a\n" }.joined()),
    ("brackets", String(repeating: "[", count: 1_000_000)),
    ("boxes without lists", String(repeating: "[ ] ", count: 250_000)),
    ("unclosed comments", String(repeating: "<!-- ", count: 200_000)),
    ("processing instructions", String(repeating: "<?", count: 400_000)),
    (
      "table starts",
      "|" + String(repeating: "a|", count: 200_000) + "\n|" + String(repeating: "-|", count: 200_000) + "\n"
    ),
    ("fences", String(repeating: "```\n~~~\n", count: 100_000)),
    ("setext underlines", String(repeating: "a\n=\n", count: 200_000)),
    ("link reference definitions", String(repeating: "[a]: b\n", count: 100_000)),
    ("open link references", String(repeating: "[a\n", count: 200_000)),
    ("tabs", String(repeating: "\t", count: 1_000_000) + "- [ ] a\n"),
    ("lazy continuations", String(repeating: "> ", count: 500) + "a\n" + String(repeating: "b\n", count: 100_000)),
    ("empty items", String(repeating: "-\n", count: 300_000)),
    ("control characters", String(repeating: "- [\u{0}] \u{1}\r", count: 100_000)),
  ]

  @Test(arguments: inputs.indices) func aHostileFileComesToAnEnd(index: Int) {
    let document = PlanParser.parse(Array(Self.inputs[index].text.utf8))
    #expect(document.counts.done <= document.counts.total, "\(Self.inputs[index].name)")
    #expect(document.tasks.count == document.counts.total)
  }

  @Test func aFileBeyondTheLimitIsCutAndSaysSo() {
    let line = "- [x] a\n"
    let bytes = Array(String(repeating: line, count: PlanLimits.default.fileBytes / line.utf8.count + 1000).utf8)
    let document = PlanParser.parse(bytes)
    #expect(document.isTruncated)
    #expect(document.warningsCount > 0)
    #expect(document.counts.total <= PlanLimits.default.fileBytes / line.utf8.count)
  }

  @Test func invalidUTF8IsNoObstacle() {
    let document = PlanParser.parse([
      0x2D, 0x20, 0x5B, 0x78, 0x5D, 0x20, 0xFF, 0xFE, 0x0A, 0x2D, 0x20, 0x5B, 0x20, 0x5D, 0x20, 0x80, 0x0A,
    ])
    #expect(document.counts == PlanCounts(total: 2, done: 1))
  }
}
