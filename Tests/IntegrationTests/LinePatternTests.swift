import GantryTestSupport
import JSON
import Testing

/// What the expectations of these tests let through, and what not.
@Suite("Patterns of expected lines")
struct LinePatternTests {
  private func matches(_ line: String, _ pattern: String) -> Bool {
    var captures: [String: JSON] = [:]
    return LinePattern.mismatch(of: line, with: pattern, captures: &captures) == nil
  }

  @Test("Without placeholders a line has to be the same value, numbers literally and members in any order")
  func literal() {
    #expect(matches(#"{"a":1,"b":[true,null]}"#, #"{"b":[true,null],"a":1}"#))
    #expect(!matches(#"{"a":1.0}"#, #"{"a":1}"#))
    #expect(!matches(#"{"a":1,"b":2}"#, #"{"a":1}"#))
    #expect(!matches(#"{"a":1}"#, #"{"a":1,"b":2}"#))
    #expect(!matches("[1,2]", "[1]"))
    #expect(!matches("not JSON", #""<any>""#))
  }

  @Test("A placeholder matches its kind and nothing else")
  func kinds() {
    let uuid = #""0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b""#
    #expect(matches(uuid, #""<uuid>""#))
    #expect(!matches(uuid.uppercased(), #""<uuid>""#))
    #expect(matches(#""2026-11-24T12:00:00.000Z""#, #""<time>""#))
    #expect(!matches(#""2026-11-24T12:00:00Z""#, #""<time>""#))
    #expect(matches("1e400", #""<number>""#))
    #expect(!matches(#""1""#, #""<number>""#))
    #expect(matches("null", #""<any>""#))
    #expect(!matches("null", #""<string>""#))
    #expect(matches(#"{"a":1,"b":2}"#, #"{"a":1,"<others>":"<any>"}"#))
    #expect(!matches(#"{"b":2}"#, #"{"a":1,"<others>":"<any>"}"#))
  }

  @Test("A named placeholder is the same value every time")
  func captures() {
    #expect(matches("[1,1]", #"["<number:n>","<number:n>"]"#))
    #expect(!matches("[1,2]", #"["<number:n>","<number:n>"]"#))
  }
}
