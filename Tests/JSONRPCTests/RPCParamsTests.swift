import JSON
import JSONRPC
import Testing

private struct Greeting: RPCParams, Hashable {
  static let parameterNames = ["name", "count", "note"]
  static let requiredCount = 1

  var name: String
  var count: Int?
  var note: RawJSON?

  init(name: String, count: Int? = nil, note: RawJSON? = nil) {
    self.name = name
    self.count = count
    self.note = note
  }

  init(members: JSONObject) throws(JSONDecodingError) {
    name = try members.required("name")
    count = try members.optional("count")
    note = try members.optional("note")
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.memberIfPresent("count", count)
    writer.memberIfPresent("note", note)
    writer.endObject()
  }
}

@Suite("Reading params")
struct RPCParamsTests {
  private func decode(_ text: String?) throws -> Greeting {
    try Greeting.decode(try text.map { try RawJSON(validating: $0) })
  }

  private func failure(_ text: String?) throws -> RPCError {
    let error = #expect(throws: RPCError.self) { try decode(text) }
    return try #require(error)
  }

  @Test("23: by name, by position in declared order, or not at all")
  func case23() throws {
    #expect(try decode(#"{"count":2,"name":"x"}"#) == Greeting(name: "x", count: 2))
    #expect(try decode(#"["x",2]"#) == Greeting(name: "x", count: 2))
    #expect(try NoParams.decode(nil) == NoParams())
    #expect(try NoParams.decode(.emptyObject) == NoParams())
    #expect(try NoParams.decode(RawJSON(unchecked: "[]".utf8)) == NoParams())
    let missing = try failure(nil)
    #expect(missing.kind == "invalidParams")
    #expect(missing.data["field"] == "name")
    #expect(missing.data["reason"] == "is required")
  }

  @Test("24: too many or too few by position, and the error says how many")
  func case24() throws {
    #expect(try decode(#"["x"]"#) == Greeting(name: "x"))
    #expect(try decode(#"["x",null,{"a":1}]"#) == Greeting(name: "x", note: RawJSON(unchecked: #"{"a":1}"#.utf8)))
    for text in ["[]", #"["x",1,2,3]"#] {
      let error = try failure(text)
      #expect(error.code == -32602)
      #expect(error.data["expected"] == ["minimum": 1, "maximum": 3, "names": ["name", "count", "note"]])
    }
  }

  @Test("22: a member that comes twice, at any depth, is refused by its path")
  func case22() throws {
    let top = try failure(#"{"name":"x","name":"y"}"#)
    #expect(top.kind == "duplicateKey")
    #expect(top.code == -32602)
    #expect(top.data["field"] == "name")
    let deep = try failure(#"{"name":"x","note":[{"k":1,"k":2}]}"#)
    #expect(deep.data["field"] == "note")
    #expect(deep.data["pointer"] == "/note/0/k")
  }

  @Test("28: a member that is not declared is refused and the known ones are listed")
  func case28() throws {
    let error = try failure(#"{"name":"x","nmae":"y"}"#)
    #expect(error.code == -32602)
    #expect(error.kind == "unknownParam")
    #expect(error.data["field"] == "nmae")
    #expect(error.data["known"] == ["name", "count", "note"])
  }

  @Test("45: a number that does not fit is an invalid parameter", arguments: ["1e400", "9223372036854775808", "1.5"])
  func case45(number: String) throws {
    let error = try failure(#"{"name":"x","count":\#(number)}"#)
    #expect(error.kind == "invalidParams")
    #expect(error.data["field"] == "count")
  }

  @Test("A value of the wrong type is named with its place")
  func wrongType() throws {
    let error = try failure(#"{"name":5}"#)
    #expect(error.message == "The parameter \"name\": must be a string, not a number.")
    #expect(error.data == ["field": "name", "reason": "must be a string, not a number"])
  }

  @Test("Params that are written are read back the same")
  func roundTrip() throws {
    let params = Greeting(name: "a/b", count: 3, note: RawJSON(unchecked: "[1.0]".utf8))
    #expect(try Greeting.decode(RawJSON(params)) == params)
  }
}
