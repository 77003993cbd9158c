import GantryTestSupport

/// Makes Markdown that no one would write: from a grammar of our own, or by damaging a text that someone wrote.
struct OracleCases {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Some lines, each of containers, indentation and the beginning of a block.
  mutating func invented() -> String {
    var lines: [String] = []
    for _ in 0..<Int.random(in: 2...14, using: &random) { lines.append(line()) }
    return joined(lines)
  }

  /// A stretch of a text with a few changes.
  mutating func damaged(_ text: [Substring]) -> String {
    let count = min(text.count, Int.random(in: 4...40, using: &random))
    let start = Int.random(in: 0...(text.count - count), using: &random)
    var lines = text[start..<start + count].map { String($0) }
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      guard let index = lines.indices.randomElement(using: &random) else { break }
      switch Int.random(in: 0..<9, using: &random) {
      case 0: lines.remove(at: index)
      case 1: lines.insert(lines[index], at: index)
      case 2: lines.swapAt(index, lines.indices.randomElement(using: &random)!)
      case 3: lines[index] = indentation() + lines[index]
      case 4: lines[index] = String(lines[index].drop { $0 == " " })
      case 5: lines.insert(line(), at: index)
      case 6: lines[index] = containers() + lines[index]
      case 7: lines[index] = String(lines[index].prefix(Int.random(in: 0...8, using: &random)))
      default: lines.insert("", at: index)
      }
    }
    return joined(lines)
  }

  private mutating func joined(_ lines: [String]) -> String {
    let ending = ["\n", "\n", "\n", "\r\n"].randomElement(using: &random)!
    return lines.joined(separator: ending) + ending
  }

  private mutating func line() -> String {
    if Int.random(in: 0..<6, using: &random) == 0 { return indentation() }
    return indentation() + containers() + block()
  }

  private mutating func indentation() -> String {
    ["", "", "", " ", "  ", "   ", "    ", "     ", "\t", " \t", "      "].randomElement(using: &random)!
  }

  private mutating func containers() -> String {
    var text = ""
    while Bool.random(using: &random), text.utf8.count < 16 {
      text += ["- ", "* ", "+ ", "1. ", "2) ", "10. ", "> ", ">", "-\t", "-   ", "-", "1."].randomElement(
        using: &random)!
    }
    return text
  }

  private mutating func block() -> String {
    let blocks = [
      "[ ] a", "[x] b", "[X] c", "[ ]", "[x]", "[x]d", "[ ]  e", "[ ] f | g", "[~] h", "text", "two words", "# heading",
      "## [x] heading", "---", "- - -", "***", "===", "```", "````", "```swift", "~~~", "<!--", "-->", "<!-- c -->",
      "<div>", "</div>", "<details><summary>s</summary>", "<b>", "<?php", "?>", "<pre>", "</pre>", "| a | b |",
      "|---|---|", "--|--", "[l]: /url", "[l]: /url 'title'", "[l]:", "\\[ ] escaped", "\t[ ] tab", "1) [x] number",
    ]
    return blocks.randomElement(using: &random)!
  }
}
