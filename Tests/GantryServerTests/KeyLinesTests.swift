import Testing

@testable import GantryServer

@Suite struct KeyLinesTests {
  @Test(arguments: [
    ("a = 1\nb = 2", ["b"], 2),
    ("# a = 1\n\na = 1", ["a"], 3),
    ("[s]\na = 1\n[t]\na = 2", ["t", "a"], 4),
    ("[s]\n[t]", ["t"], 2),
    ("[ s . t ]\n  a\t= 1", ["s", "t", "a"], 2),
    ("s.t.a = 1\ns.b = 2", ["s", "b"], 2),
    ("x = 1\ns.t.a = 1", ["s", "t"], 2),
    ("[s.\"a.b\"]\n'c d' = 1", ["s", "a.b", "c d"], 2),
    ("[[s]]\na = 1", ["s", "a"], 2),
    ("a = [\n  1, # ]\n  \"]\",\n]\nb = 2", ["b"], 5),
    ("a = '''\nb = 1\n'''\nb = 2", ["b"], 4),
    ("a = \"\"\"\nb = 1 \\\"\"\"\nx\"\"\"\"\"\nb = 2", ["b"], 4),
    ("a = \"\\\"\" # b = 1\nb = 2", ["b"], 2),
    ("a = 'C:\\'\nb = 2", ["b"], 2),
    ("a = 1\r\nb = 2\r\n", ["b"], 2),
  ])
  func aKeyIsFound(text: String, path: [String], line: Int) {
    #expect(KeyLines(text).line(of: path) == line)
  }

  @Test func aKeyOfAnInlineTableIsFoundByItsTable() {
    #expect(KeyLines("x = 1\ns = { a = 1, b = 2 }").line(of: ["s", "b"]) == 2)
    #expect(KeyLines("x = 1\n[s]").line(of: ["s", "missing"]) == 2)
  }

  @Test func whatStandsNowhereHasNoLine() {
    #expect(KeyLines("a = 1").line(of: ["b"]) == nil)
    #expect(KeyLines("").line(of: []) == nil)
  }

  /// Every beginning of a text is a text that ends somewhere unexpected; none may trap or loop.
  @Test func aTextThatBreaksOffIsSurvived() {
    let text = "[a.\"b\"]\nc = [1, '''\n''', { x = \"\\\"\" }]\n\"d\".e = \"\"\"\\\n\"\"\""
    for count in 0...text.utf8.count {
      #expect(KeyLines(String(decoding: text.utf8.prefix(count), as: UTF8.self)).line(of: ["z"]) == nil)
    }
  }
}
