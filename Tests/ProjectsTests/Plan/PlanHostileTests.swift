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
    ("breaks that are none", String(repeating: "- ", count: 300_000) + "x"),
    (
      "deep lists and blank lines",
      String(repeating: "- ", count: 1_000) + "a\n" + String(repeating: "\n", count: 500_000)
    ),
    ("open titles", "[a]: b \"\n" + String(repeating: "x\n", count: 300_000)),
    ("attributes without an end", "<a x=" + String(repeating: "\"", count: 500_000)),
    ("carriage returns", String(repeating: "\r", count: 1_000_000)),
    ("as many markers as scalars", (0..<5_000).map { "- [\(Unicode.Scalar(0x4E00 + $0)!)] a\n" }.joined()),
    ("control characters", String(repeating: "- [\u{0}] \u{1}\r", count: 100_000)),
  ]

  @Test(arguments: inputs.indices) func aHostileFileComesToAnEnd(index: Int) {
    let document = PlanParser.parse(Array(Self.inputs[index].text.utf8))
    #expect(document.counts.done <= document.counts.total, "\(Self.inputs[index].name)")
    #expect(document.tasks.count(where: \.isGFM) == document.counts.total)
  }

  @Test func aFileBeyondTheLimitIsCutBehindALineAndSaysSo() {
    let bytes = Array(String(repeating: "- [x] a\n", count: 1000).utf8)
    let document = PlanParser.parse(bytes, limits: PlanLimits(fileBytes: 100 * 8 + 7))
    #expect(document.isTruncated)
    #expect(document.counts == PlanCounts(total: 100, done: 100))
    #expect(document.warnings.map(\.kind) == [.fileTooLong])
    #expect(document.warnings.map(\.line) == [101])
    #expect(PlanLimits.default.fileBytes == 4 << 20)
  }

  @Test func nestingEndsAtItsLimitAndSaysSoOnce() {
    let text = (0..<40).map { String(repeating: " ", count: $0 * 2) + "- [x] a\n" }.joined()
    let document = PlanParser.parse(Array(text.utf8), limits: PlanLimits(nesting: 10))
    #expect(document.tasks.map(\.depth).max() == 9)
    #expect(document.warnings.filter { $0.kind == .nestingTooDeep }.map(\.line) == [11])
  }

  @Test(arguments: ["\u{FC}", "\u{20AC}", "\u{1F600}"]) func aLongTextIsCutBetweenTwoScalars(scalar: String) throws {
    for shift in 0..<4 {
      let text = String(repeating: "a", count: shift) + String(repeating: scalar, count: 300)
      let task = try #require(PlanParser.parse(Array("- [ ] \(text)\n".utf8)).tasks.first)
      #expect(text.hasPrefix(task.text))
      #expect((500 - scalar.utf8.count + 1...500).contains(task.text.utf8.count))
    }
  }

  @Test func repairedTextIsCappedToo() throws {
    let bytes = Array("- [ ] ".utf8) + [UInt8](repeating: 0xA0, count: 2_000)
    let task = try #require(PlanParser.parse(bytes).tasks.first)
    #expect((498...500).contains(task.text.utf8.count))
  }

  @Test func invalidUTF8IsNoObstacle() {
    let document = PlanParser.parse([
      0x2D, 0x20, 0x5B, 0x78, 0x5D, 0x20, 0xFF, 0xFE, 0x0A, 0x2D, 0x20, 0x5B, 0x20, 0x5D, 0x20, 0x80, 0x0A,
    ])
    #expect(document.counts == PlanCounts(total: 2, done: 1))
  }
}
