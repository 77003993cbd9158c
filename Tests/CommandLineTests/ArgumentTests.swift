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
    (["ping", "--timeout", "-1"], ["ping", "--timeout=-1"]),
    (["jobs", "--limit=-1"], ["jobs", "--limit=-1"]), (["call", "x", "-1"], ["call", "x", "-1"]),
    (["jobs", "--limit", "1"], ["jobs", "--limit", "1"]),
    (["call", "x", "--", "--a", "-1"], ["call", "x", "--", "--a", "-1"]),
  ])
  func `a negative number is the value of the option before it`(typed: [String], parsed: [String]) {
    #expect(GlobalOptions.negativesJoined(typed) == parsed)
  }

  @Test(arguments: [
    ("statsu", "status"), ("sttus", "status"), ("Jobs", "jobs"), ("job", "jobs"), ("ref", "refresh"), ("x", nil),
    ("frobnicate", nil), ("", nil),
  ])
  func `a mistyped name is known by the nearest one`(typed: String, meant: String?) {
    #expect(Suggestion.nearest(to: typed, among: ["refresh", "status", "jobs", "queue"]) == meant)
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("", "ab", 2), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abxc", 1),
    ("kitten", "sitting", 3),
  ])
  func `a distance counts the typing errors`(one: String, other: String, errors: Int) {
    #expect(Suggestion.distance(one, other) == errors)
  }

  @Test(arguments: [
    ["status", "x"], ["schedule", "list"], ["schedule", "rm", "x"], ["schedule"], ["help"], ["help", "jobs"], [],
    ["help", "schedule", "add"], ["--version"], ["call", "frobnicate"],
  ])
  func `what may be a command is left to the parser`(arguments: [String]) throws {
    try Gantry.checkCommand(arguments)
  }

  @Test func `a command that there is not is refused with what there is`() throws {
    for (arguments, said) in [
      (["statsu"], "no command 'statsu'. Did you mean 'status'?"),
      (["schedule", "lst"], "no command 'lst' of 'gantry schedule'. Did you mean 'list'?"),
      (["help", "jbos"], "no command 'jbos'. Did you mean 'jobs'?"), (["frobnicate"], "gantry help"),
    ] {
      let failure = #expect(throws: Failure.self) { try Gantry.checkCommand(arguments) }
      #expect(failure?.status == .usage)
      #expect(failure?.message.contains(said) == true, "\(arguments): \(failure?.message ?? "")")
    }
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
    for text in ["0193a5b0-1234-7000-8000-0123456789a", "0193a5b0-1234", ""] {
      #expect(throws: (any Error).self) { try Identifier.project(text) }
    }
    for text in ["", "x", "0193a5b012347000800001234567890ab", "0193a5b0-1234-7000-8000-0123456789ag"] {
      #expect(throws: (any Error).self) { try Identifier.job(text) }
    }
    #expect(try Identifier.job(Identifier.example) == Identifier.example)
  }
}
