import Testing

@testable import gantry

@Suite("What people type")
struct ArgumentTests {
  @Test(arguments: [
    (["jobs"], ["jobs"]),
    (["--json", "jobs", "--limit", "3"], ["jobs", "--json", "--limit", "3"]),
    (["--socket", "/s", "--timeout=3", "ping"], ["ping", "--socket", "/s", "--timeout=3"]),
    (["--socket=/s", "call", "ping", "--json"], ["call", "--socket=/s", "ping", "--json"]),
    (["--help"], ["--help"]), (["--version"], ["--version"]), ([], []), (["--json"], ["--json"]),
    (["--socket"], ["--socket"]), (["--json", "schedule", "list"], ["schedule", "list", "--json"]),
    (["--json", "schedule", "--help"], ["schedule", "--json", "--help"]),
  ])
  func `global options may stand before the command`(typed: [String], parsed: [String]) {
    #expect(GlobalOptions.hoisted(typed, groups: ["schedule"]) == parsed)
  }

  @Test(arguments: [
    "https://example.com/a.git", "ssh://git@example.com/a", "git@example.com:a/b.git", "file:///srv/a",
  ])
  func `an address is told from a directory`(text: String) {
    guard case .source(text) = ProjectSelector(text) else {
      Issue.record("\(text) was taken for something else")
      return
    }
  }

  @Test(arguments: [("/a/b/../c", "/a/c"), ("/odd:name", "/odd:name"), ("/a/x:y/", "/a/x:y")])
  func `a directory is made absolute and may contain colons`(text: String, path: String) {
    guard case .path(path) = ProjectSelector(text) else {
      Issue.record("\(text) was taken for something else")
      return
    }
  }

  @Test func `a relative directory with a colon is written with a dot`() {
    guard case .path(let path) = ProjectSelector("./odd:name") else {
      Issue.record("taken for an address")
      return
    }
    #expect(path.hasPrefix("/") && path.hasSuffix("/odd:name"))
  }

  @Test func `a project id is told from a directory`() {
    guard case .id = ProjectSelector("0193a5b0-1234-7000-8000-0123456789ab") else {
      Issue.record("taken for a directory")
      return
    }
    guard case .path = ProjectSelector("0193a5b0-1234-7000-8000-0123456789a") else {
      Issue.record("taken for an id")
      return
    }
  }

  @Test(arguments: [
    ("plain", "plain"), ("/a/b.c_d-e", "/a/b.c_d-e"), ("git@h:x/y.git", "git@h:x/y.git"), ("", "''"),
    ("two words", "'two words'"), ("it's", #"'it'\''s'"#), ("$HOME", "'$HOME'"), ("ä", "'ä'"), ("a;b", "'a;b'"),
  ])
  func `a word of a hint is one for the shell too`(word: String, quoted: String) {
    #expect(GlobalOptions.quoted(word) == quoted)
  }

  @Test func `what cannot be an id is told from a directory and an address`() throws {
    for text in ["plan", ".", "2024-01-01", "dead-beef", "https://example.com/a-b-c-d-e-f", "feed-face-cafe-x"] {
      #expect(try Identifier.project(text) == text)
    }
    for text in ["0193a5b0-1234-7000-8000-0123456789a", "0193a5b0-1234"] {
      #expect(throws: (any Error).self) { try Identifier.project(text) }
    }
    for text in ["", "x", "0193a5b012347000800001234567890ab", "0193a5b0-1234-7000-8000-0123456789ag"] {
      #expect(throws: (any Error).self) { try Identifier.job(text) }
    }
    #expect(try Identifier.job(Identifier.example) == Identifier.example)
  }
}
