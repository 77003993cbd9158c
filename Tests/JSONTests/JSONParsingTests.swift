import JSON
import Testing

@Suite("Parsing JSON")
struct JSONParsingTests {
  @Test("Every kind of value is read as what it is")
  func kinds() throws {
    let value = try JSON.parse(
      #" {"n": null, "t": true, "f": false, "i": -12, "d": 1.5e3, "s": "x", "a": [1, [], {}], "o": {"k": "v"}} "#)
    #expect(
      value == [
        "n": .null, "t": true, "f": false, "i": -12, "d": .number(try number("1.5e3")), "s": "x", "a": [1, [], [:]],
        "o": ["k": "v"],
      ])
    #expect(value["d"]?.doubleValue == 1500)
    #expect(value["a"]?[0]?.intValue == 1)
    #expect(value["a"]?[3] == nil)
    #expect(value["n"]?.isNull == true)
    #expect(value["missing"] == nil)
  }

  @Test("Members keep the order in which they were written")
  func order() throws {
    let object = try #require(try JSON.parse(#"{"z":1,"a":2,"m":3}"#).objectValue)
    #expect(object.keys == ["z", "a", "m"])
  }

  @Test("The first duplicate name is recorded, in small and in large objects")
  func duplicates() throws {
    #expect(try JSON.parse(#"{"a":1,"b":2,"\u0061":3,"b":4}"#).objectValue?.duplicateKey == "a")
    #expect(try JSON.parse(#"{"a":1,"b":2}"#).objectValue?.duplicateKey == nil)
    let many = (0..<100).map { "\"k\($0)\":0" }.joined(separator: ",")
    #expect(try JSON.parse("{\(many)}").objectValue?.duplicateKey == nil)
    #expect(try JSON.parse("{\(many),\"k57\":1}").objectValue?.duplicateKey == "k57")
    #expect(try JSON.parse(#"{"x":[{"a/b":{"c":1,"c":2}}]}"#).firstDuplicateKey() == "/x/0/a~1b/c")
  }

  @Test("Names that are only canonically equivalent are different names")
  func canonicalEquivalence() throws {
    let object = try #require(try JSON.parse("{\"\u{E9}\":1,\"e\u{301}\":2}").objectValue)
    #expect(object.duplicateKey == nil)
    #expect(object["\u{E9}"] == 1)
    #expect(object["e\u{301}"] == 2)
    #expect(JSON.string("\u{E9}") != JSON.string("e\u{301}"))
  }

  @Test("Escapes become the characters they stand for")
  func escapes() throws {
    let value = try JSON.parse(#""\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC\ud83d\ude00\u0000""#)
    #expect(value == .string("\"\\/\u{8}\u{C}\n\r\tA\u{E9}\u{20AC}\u{1F600}\u{0}"))
  }

  @Test(
    "An error names its code and the byte where it is",
    arguments: [
      ("", JSONError.Code.unexpectedEnd, 0), ("[1,2", .unexpectedEnd, 4), ("{\"a\":1} x", .trailingData, 8),
      ("[1,]", .unexpectedByte, 3), ("\"\u{1}\"", .controlCharacter, 1), (#""\x""#, .invalidEscape, 1),
      (#"["\ud800"]"#, .loneSurrogate, 2), ("01", .invalidNumber, 0), ("nul!", .invalidLiteral, 0),
    ])
  func errors(text: String, code: JSONError.Code, offset: Int) {
    #expect(throws: JSONError(code, at: offset)) { try JSON.parse(text) }
  }

  @Test("Bytes that are not UTF-8 are refused where they begin")
  func invalidUTF8() {
    for bytes: [UInt8] in [
      [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80], [0xFF],
    ] {
      let text = Array("[\"".utf8) + bytes + Array("\"]".utf8)
      #expect(throws: JSONError(.invalidUTF8, at: 2)) { try JSON.parse(text) }
      #expect(throws: JSONError(.invalidUTF8, at: 2)) { try scan(text) }
    }
  }

  @Test("Depth is counted for arrays and objects alike and ends at the limit")
  func depth() throws {
    let limits = JSONLimits(maximumDepth: 3)
    _ = try JSON.parse(#"[{"a":[1]}]"#, limits: limits)
    #expect(throws: JSONError(.nestingTooDeep, at: 6)) {
      try JSON.parse(#"[{"a":[[]]}]"#, limits: JSONLimits(maximumDepth: 2))
    }
    #expect(throws: JSONError(.nestingTooDeep, at: 128)) {
      try JSON.parse(String(repeating: "[", count: 100_000))
    }
    _ = try JSON.parse(
      String(repeating: "[", count: 1024) + String(repeating: "]", count: 1024),
      limits: JSONLimits(maximumDepth: .max))
    #expect(throws: JSONError(.nestingTooDeep, at: 1024)) {
      try JSON.parse(String(repeating: "[", count: 1025), limits: JSONLimits(maximumDepth: .max))
    }
  }

  @Test("A text longer than the limit is refused before it is read")
  func size() {
    #expect(throws: JSONError(.tooLarge, at: 4)) { try JSON.parse("[1,2]", limits: JSONLimits(maximumBytes: 4)) }
  }

  private func number(_ literal: String) throws -> JSONNumber {
    try #require(try JSON.parse(literal).numberValue)
  }

  private func scan(_ bytes: [UInt8]) throws {
    _ = try RawJSON(validating: bytes)
  }
}
