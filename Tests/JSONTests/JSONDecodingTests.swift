import JSON
import Testing

@Suite("Decoding from JSON")
struct JSONDecodingTests {
  private let object: JSONObject = ["name": "x", "count": 3, "nothing": .null, "list": [1, "two"], "a/b": true]

  @Test("Required and optional members are decoded to the asked type")
  func members() throws {
    #expect(try object.required("name") == "x")
    #expect(try object.required("count", as: Int.self) == 3)
    #expect(try object.optional("nothing", as: String.self) == nil)
    #expect(try object.optional("absent", as: String.self) == nil)
    #expect(try object.required("nothing", as: Int?.self) == nil)
  }

  @Test("An error says where and what")
  func errors() {
    let missing = #expect(throws: JSONDecodingError.self) { try object.required("absent", as: String.self) }
    #expect(missing?.kind == .missing)
    #expect(missing?.description == "/absent is required")
    let wrong = #expect(throws: JSONDecodingError.self) { try object.required("list", as: [Int].self) }
    #expect(wrong?.kind == .wrongType)
    #expect(wrong?.path == "/list/1")
    #expect(wrong?.field == "list")
    #expect(wrong?.reason == "must be an integer, not a string")
    let slash = #expect(throws: JSONDecodingError.self) { try object.required("a/b", as: String.self) }
    #expect(slash?.path == "/a~1b")
    #expect(slash?.field == "a/b")
  }

  @Test("A member nobody declared is refused by name")
  func unknown() {
    let error = #expect(throws: JSONDecodingError.self) {
      try object.rejectUnknown(besides: ["name", "count", "nothing", "a/b"])
    }
    #expect(error == JSONDecodingError(.unknownField, field: "list", reason: "is not a known member"))
  }

  @Test("Raw text passes through unchanged and is checked when asked for")
  func raw() throws {
    let raw = try RawJSON(validating: #"{"a": 1.0}"#)
    #expect([raw, raw].serialized() == Array(#"[{"a": 1.0},{"a": 1.0}]"#.utf8))
    #expect(throws: JSONError(.unexpectedByte, at: 5)) { try RawJSON(validating: #"{"a":}"#) }
    #expect(try raw.parsed() == ["a": .number(try #require(try JSON.parse("1.0").numberValue))])
  }
}
