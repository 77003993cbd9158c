import Testing

@testable import Projects

@Suite struct RedactionTests {
  @Test(arguments: [
    ("fatal: unable to access 'https://u:p@h/r/'", "fatal: unable to access 'https://***@h/r/'"),
    ("https://u:p@ss@h/r and ssh://v:q@i/s", "https://***@h/r and ssh://***@i/s"),
    ("https://0123456789abcdef0123456789@h/r", "https://***@h/r"),
    ("token ghp_0123456789abcdefABCD is bad", "token *** is bad"),
    ("remote: glpat-0123456789abcdef.", "remote: ***."),
    ("GET /r?private_token=abc&x=1", "GET /r?private_token=***&x=1"),
    ("Password=hunter2;", "Password=***;"),
    ("> Authorization: Basic dTpw\nnext", "> Authorization: ***\nnext"),
    ("Bearer abcdefghijklmnop", "Bearer ***"),
  ])
  func `secrets are taken out`(text: String, expected: String) {
    #expect(Redaction.redact(text) == expected)
  }

  @Test(arguments: [
    "", "fatal: repository 'https://example.com/r' not found", "ssh://git@example.com/r", "git@github.com:o/r.git",
    "https://alice@example.com/r", "mail a@b.example: basic auth failed", "a://b c@d", "Grüße ✓ – 100 %",
    "the token is missing",
  ])
  func `everything else stays as it is`(text: String) {
    #expect(Redaction.redact(text) == text)
  }
}
