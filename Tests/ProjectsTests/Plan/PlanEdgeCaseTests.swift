import Projects
import Testing

/// What counts as a task and what does not, snippet by snippet (GFM 0.29, "Task list items" and the blocks around them).
@Suite struct PlanEdgeCaseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let markdown: String
    let counts: PlanCounts
    let markers: [String: Int]

    init(_ name: String, _ markdown: String, done: Int, total: Int, markers: [String: Int] = [:]) {
      self.name = name
      self.markdown = markdown
      counts = PlanCounts(total: total, done: done)
      self.markers = markers
    }

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case("basic", "- [ ] a\n- [x] b\n- [X] c\n", done: 2, total: 3),
    Case("star plus", "* [ ] a\n\n+ [x] b\n", done: 1, total: 2),
    Case("nested4", "- [ ] a\n    - [x] b\n    - [ ] c\n", done: 1, total: 3),
    Case("nested 6", "- [ ] a\n      - [x] b\n", done: 0, total: 1),
    Case("under 1. with 2sp", "1. a\n  - [ ] b\n", done: 0, total: 1),
    Case("fence", "```\n- [ ] a\n```\n- [x] b\n", done: 1, total: 1),
    Case("fence tilde unclosed", "~~~\n- [ ] a\n", done: 0, total: 0),
    Case("indented code", "para\n\n    - [ ] a\n", done: 0, total: 0),
    Case("para then 4sp", "para\n    - [ ] a\n", done: 0, total: 0),
    Case("html comment", "<!--\n- [ ] a\n-->\n- [x] b\n", done: 1, total: 1),
    Case("html comment inline", "- [ ] a <!-- - [x] b -->\n", done: 0, total: 1),
    Case("html details noblank", "<details>\n- [ ] a\n</details>\n", done: 0, total: 0),
    Case("blockquote", "> - [ ] a\n> - [x] b\n", done: 1, total: 2),
    Case("table", "| a | b |\n|---|---|\n| [ ] x | - [x] y |\n", done: 0, total: 0),
    Case("two tasks on a line", "- [x] - [ ] b\n", done: 1, total: 1),
    Case("marker nested", "- - [ ] a\n", done: 0, total: 1),
    Case("heading in item", "- # [ ] a\n", done: 0, total: 0),
    Case("bold before", "- **[ ] a**\n", done: 0, total: 0),
    Case("escaped", "- \\[ ] a\n", done: 0, total: 0),
    Case("2nd para", "- a\n\n  [ ] b\n", done: 0, total: 0),
    Case("blank then", "-\n  [ ] a\n", done: 0, total: 1),
    Case("nbsp", "- [\u{A0}] a\n", done: 0, total: 0, markers: ["[\u{A0}]": 1]),
    Case("frontmatter", "---\ntasks:\n- [ ] a\n---\n- [x] b\n", done: 1, total: 1),
    Case("unicode dash", "– [ ] a\n• [x] b\n", done: 0, total: 0),
    Case(
      "two spaces in", "- [  ] a\n- [ x] b\n- [x ] c\n", done: 0, total: 0, markers: ["[  ]": 1, "[ x]": 1, "[x ]": 1]),
    Case("strike", "- [ ] ~~a~~\n", done: 0, total: 1),
    Case("indent1-3", " - [ ] a\n   - [x] b\n", done: 1, total: 2),
    Case("5 spaces after marker", "-     [ ] a\n", done: 0, total: 0),
    Case("two spaces after marker", "-  [ ] a\n   [x] \n", done: 0, total: 1),
    Case("dup content", "- [x] [ ] a\n", done: 1, total: 1),
    Case("x elsewhere on line", "- [ ] implement [x] marker parsing\n", done: 0, total: 1),
    Case(
      "kiro optional", "- [x] 1. a\n- [ ]* 1.1 b\n- [x]* 1.2 c\n", done: 1, total: 1,
      markers: ["]* open": 1, "]* done": 1]),
    Case("multi-line html comment with blank line", "<!--\n\n- [ ] sample\n\n-->\n\n- [x] real\n", done: 1, total: 1),
    Case(
      "fence inside deeper list", "1. step\n\n   ```md\n   - [ ] example\n   ```\n\n   - [x] real\n", done: 1, total: 1),
    Case("unclosed fence swallows rest", "- [x] a\n\n```\ncode\n\n- [ ] b\n", done: 1, total: 1),
    Case("tilde inside backtick fence", "```\n~~~\n- [ ] no\n```\n- [x] yes\n", done: 1, total: 1),
    Case("setext heading section", "Phase 1\n=======\n\n- [x] a\n\nPhase 2\n-------\n\n- [ ] b\n", done: 1, total: 2),
    Case("tab indented child", "- [ ] a\n\t- [x] b\n", done: 1, total: 2),
    Case("nine digit ordered", "123456789. [x] a\n1234567890. [ ] not a list\n", done: 1, total: 1),
    Case("item in details with blank", "<details><summary>x</summary>\n\n- [x] a\n\n</details>\n", done: 1, total: 1),
    Case("script block", "<script>\n- [ ] no\n\n- [ ] still no\n</script>\n\n- [x] yes\n", done: 1, total: 1),
    Case("crlf nested", "- [ ] a\r\n  - [x] b\r\n\r\n## H\r\n\r\n* [X] c\r\n", done: 2, total: 3),
    Case("deeply nested bullets", "- [ ] a\n  - [x] b\n    - [x] c\n      - [ ] d\n", done: 2, total: 4),
    Case("ordered with parenthesis", "1) [x] a\n2) [ ] b\n", done: 1, total: 2),
    Case("a bullet interrupts a paragraph", "para\n- [ ] a\n", done: 0, total: 1),
    Case("a second number does not interrupt", "para\n2. [ ] a\n", done: 0, total: 0),
    Case("nothing behind the box", "- [ ]\n", done: 0, total: 0),
    Case("no space behind the box", "- [x]a\n- [x](url)\n- [] b\n", done: 0, total: 0),
    Case("a byte order mark", "\u{FEFF}- [x] a\n", done: 1, total: 1),
    Case("a lone carriage return ends a line", "- [x] a\r- [ ] b\r", done: 1, total: 2),
    Case("a longer fence is not closed by a shorter", "````\n```\n- [ ] no\n````\n- [x] yes\n", done: 1, total: 1),
    Case("a quote inside an item", "- a\n  > - [ ] b\n", done: 0, total: 1),
    Case("a link or a reference is no box", "- [x](url) a\n- [x][ref] b\n- [x]: /url\n", done: 0, total: 0),
    Case("ten digits are text, nine a number", "999999999) [x] a\n", done: 1, total: 1),
    Case("a tab between the brackets", "- [\t] a\n", done: 0, total: 1),
    Case("a tab behind the box", "- [x]\ta\n", done: 1, total: 1),
    Case("text on the line below the box", "- [ ]\n  a\n- [x]\nlazy\n", done: 1, total: 2),
    Case("blanks alone behind the box", "- [ ]   \n- [x]\u{0C}\n", done: 0, total: 0),
    Case("an underlined box is a heading", "- [ ] a\n  ===\n", done: 0, total: 0),
    Case("a box in the head of a table", "- [ ] a | b\n  ---|---\n", done: 0, total: 0),
    Case("a box above the head of a table", "- [ ] a\n  | b | c |\n  |---|---|\n", done: 0, total: 1),
    Case("a list ends a table", "| a |\n|---|\n| b |\n- [x] c\n", done: 1, total: 1),
    Case("a table may not continue an item lazily", "- [ ] |h\n-|-\n", done: 0, total: 1),
    Case("a definition is not the first block", "- [a]: /url\n  [ ] b\n", done: 0, total: 1),
    Case("a definition alone leaves its item empty", "- [a]: /url 'title'\n\n  [x] b\n", done: 1, total: 1),
    Case("a definition still is a paragraph for a number", "[a]: /url\n2. [x] b\n", done: 0, total: 0),
    Case("dashes below a definition underline nothing", "[a]: /url\n---\n- [x] b\n", done: 1, total: 1),
    Case("a mark of four columns opens no quote", ">\n    >- [ ] a\n", done: 0, total: 0),
    Case("tabs inside quotes count from the line's start", ">   >\t1. [ ] a\n>\t>\t* [X] b\n", done: 1, total: 2),
    Case("a number behind a lazy line", "> a\nb\n2. [x] c\n", done: 1, total: 1),
    Case("a quoted fence ends with its quote", "> ```\n> - [ ] a\n- [x] b\n", done: 1, total: 1),
    Case("a tag may not interrupt a paragraph", "a\n<b>\n- [x] c\n", done: 1, total: 1),
    Case("a tag alone on its line swallows the list below", "<b>\n- [ ] c\n", done: 0, total: 0),
    Case("a processing instruction", "<?php\n\n- [ ] a\n?>\n- [x] b\n", done: 1, total: 1),
    Case("character data", "<![CDATA[\n\n- [ ] a\n]]>\n- [x] b\n", done: 1, total: 1),
    Case("an empty item ends at a blank line", "-\n\n  [ ] a\n", done: 0, total: 0),
    Case("a thematic break is no list", "- - -\n* * *\n- [x] a\n", done: 1, total: 1),
    Case("a break of dashes in front is no front matter", "---\n\n- [x] a\n\n---\n", done: 1, total: 1),
    Case("front matter that never ends is none", "---\ntasks:\n- [x] a\n", done: 1, total: 1),
    Case("front matter may end in dots", "---\na: b\n...\n- [x] a\n", done: 1, total: 1),
    Case(
      "marks of other dialects", "- [~] a\n- [-] b\n- [/] c\n- [~] d\n- [] e\n- [P] f\n- [1] g\n", done: 0, total: 0,
      markers: ["[~]": 2, "[-]": 1, "[/]": 1, "[]": 1, "[P]": 1]),
  ]

  @Test(arguments: cases) func aSnippetCountsAsItShould(_ one: Case) {
    let document = PlanParser.parse(Array(one.markdown.utf8))
    #expect(document.counts == one.counts)
    if !one.markers.isEmpty {
      #expect(Dictionary(uniqueKeysWithValues: document.markers.map { ($0.marker, $0.count) }) == one.markers)
    }
  }

  @Test(arguments: cases) func linesAndOffsetsPointAtTheBox(_ one: Case) throws {
    let bytes = Array(one.markdown.utf8)
    for task in PlanParser.parse(bytes).tasks {
      #expect(bytes[task.offset] == UInt8(ascii: "["))
      let before = bytes[..<task.offset]
      let newlines = before.indices.count { index in
        before[index] == 0x0A || (before[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
      }
      #expect(task.line == newlines + 1)
    }
  }
}
