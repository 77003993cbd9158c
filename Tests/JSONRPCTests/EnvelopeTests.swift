import JSON
import JSONRPC
import Testing

/// The numbered cases of `protocol/EDGE-CASES.md` as far as the envelope decides them.
@Suite("The envelope of JSON-RPC 2.0")
struct EnvelopeTests {
  private let parseError = "E(-32700 null parseError)"
  private let invalid = "E(-32600 null invalidRequest)"

  private func ping(_ id: String) -> String { #"{"jsonrpc":"2.0","id":\#(id),"method":"ping"}"# }

  @Test("1: a line that is not JSON is a parse error")
  func case1() {
    #expect(decoded(#"{"jsonrpc":"2.0","method":"foobar, "params":"bar","baz]"#) == parseError)
  }

  @Test("2: a method that is no string is invalid even without an id")
  func case2() {
    #expect(decoded(#"{"jsonrpc":"2.0","method":1,"params":"bar"}"#) == invalid)
  }

  @Test("3: a batch cut short is one parse error")
  func case3() {
    #expect(decoded(#"[\#(ping("1")),{"jsonrpc":"2.0","method"]"#) == parseError)
  }

  @Test("4: an empty batch is one invalid request")
  func case4() {
    #expect(decoded("[]") == invalid)
    #expect(decoded(" [ ] ") == invalid)
  }

  @Test("5: members that are no objects are invalid, each for itself")
  func case5() {
    #expect(decoded("[1]") == "[\(invalid)]")
    #expect(decoded("[1,2,3]") == "[\(invalid), \(invalid), \(invalid)]")
    #expect(decoded("[null]") == "[\(invalid)]")
  }

  @Test("6: a batch may mix good and bad members")
  func case6() {
    let line = """
      [{"jsonrpc":"2.0","method":"sum","params":[1,2,4],"id":"1"},{"jsonrpc":"2.0","method":"notify_hello","params":[7]},\
      {"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":"2"},{"foo":"boo"},\
      {"jsonrpc":"2.0","method":"foo.get","params":{"name":"myself"},"id":"5"},\
      {"jsonrpc":"2.0","method":"get_data","id":"9"}]
      """
    #expect(
      decoded(line)
        == #"[call("1" sum [1,2,4]), notify(notify_hello [7]), call("2" subtract [42,23]), \#(invalid), "#
        + #"call("5" foo.get {"name":"myself"}), call("9" get_data)]"#)
  }

  @Test("7: a batch of notifications owes no reply")
  func case7() {
    #expect(decoded(#"[{"jsonrpc":"2.0","method":"a"},{"jsonrpc":"2.0","method":"b"}]"#) == "[notify(a), notify(b)]")
    #expect(Reply.batch([]) == nil)
  }

  @Test("8: a batch inside a batch is an invalid member")
  func case8() {
    #expect(decoded("[[\(ping("1"))],\(ping("2"))]") == "[\(invalid), call(2 ping)]")
  }

  @Test("9: a batch of 100 passes, of 101 is refused as a whole under its first call's id")
  func case9() {
    func batch(_ count: Int) -> String { "[" + (1...count).map { ping("\($0)") }.joined(separator: ",") + "]" }
    #expect(decoded(batch(100)).hasSuffix("call(100 ping)]"))
    #expect(decoded(batch(101)) == "[E(-32600 1 batchTooLarge)]")
    #expect(
      decoded("[" + [String](repeating: "1", count: 101).joined(separator: ",") + "]")
        == "[E(-32600 null batchTooLarge)]")
  }

  @Test("10: two members with one id are both answered")
  func case10() {
    #expect(decoded("[\(ping("1")),\(ping("1"))]") == "[call(1 ping), call(1 ping)]")
  }

  @Test("11: a scalar is valid JSON and no request", arguments: ["1", "null", "true", #""x""#])
  func case11(line: String) {
    #expect(decoded(line) == invalid)
  }

  @Test("12: an incomplete request is answered under its id if it has a usable one")
  func case12() {
    #expect(decoded("{}") == invalid)
    #expect(decoded(#"{"id":1}"#) == "E(-32600 1 invalidRequest)")
    #expect(decoded(#"{"jsonrpc":"2.0","id":1}"#) == "E(-32600 1 invalidRequest)")
  }

  @Test("13: the version is the string 2.0", arguments: [#""1.0""#, #""2.1""#, "2.0", "2", #""2.0 ""#, "null"])
  func case13(version: String) {
    #expect(decoded(#"{"jsonrpc":\#(version),"id":7,"method":"ping"}"#) == "E(-32600 7 invalidRequest)")
    #expect(decoded(#"{"id":7,"method":"ping"}"#) == "E(-32600 7 invalidRequest)")
    #expect(decoded(#"{"jsonrpc":"\u0032.0","id":7,"method":"ping"}"#) == "call(7 ping)")
  }

  @Test("14: without an id a call is a notification")
  func case14() {
    #expect(decoded(#"{"jsonrpc":"2.0","method":"no such"}"#) == "notify(no such)")
  }

  @Test("15: the id null makes a request, not a notification")
  func case15() {
    #expect(decoded(ping("null")) == "call(null ping)")
  }

  @Test("16: an id of another type is invalid", arguments: ["true", "false", "[]", "{}", "[1]"])
  func case16(id: String) {
    #expect(decoded(ping(id)) == invalid)
  }

  @Test(
    "17: a numeric id is echoed byte for byte",
    arguments: [
      "1.5", "1.0", "1e2", "-0", "1E400", "123456789012345678901234567890", "9007199254740993", "18446744073709551616",
    ])
  func case17(id: String) {
    #expect(decoded(ping(id)) == "call(\(id) ping)")
    #expect(
      Reply.result(id: RequestID(unchecked: id.utf8), true)
        == Array("{\"jsonrpc\":\"2.0\",\"id\":\(id),\"result\":true}\n".utf8))
  }

  @Test("18: the escapes of an id are echoed as they came")
  func case18() {
    let id = #""a\/b\u00e9\ud83d\ude00\"\\\n""#
    #expect(decoded(ping(id)) == "call(\(id) ping)")
  }

  @Test("19: an id may be empty and up to 1 KiB long")
  func case19() {
    func id(_ length: Int) -> String { "\"" + String(repeating: "x", count: length - 2) + "\"" }
    #expect(decoded(ping(#""""#)) == #"call("" ping)"#)
    #expect(decoded(ping(id(128))) == "call(\(id(128)) ping)")
    #expect(decoded(ping(id(1024))) == "call(\(id(1024)) ping)")
    #expect(decoded(ping(id(1025))) == "E(-32600 null idTooLong)")
  }

  @Test(
    "20: half a surrogate pair is a parse error", arguments: [#"\ud800"#, #"\udc00"#, #"\ud800\ud800"#, #"\ud800x"#])
  func case20(text: String) {
    #expect(decoded(ping("\"\(text)\"")) == parseError)
  }

  @Test("21: a member of the envelope that comes twice makes it invalid, however it is spelt")
  func case21() {
    #expect(decoded(#"{"jsonrpc":"2.0","id":1,"method":"a","method":"b"}"#) == invalid)
    #expect(decoded(#"{"jsonrpc":"2.0","id":1,"id":2,"method":"a"}"#) == invalid)
    #expect(decoded(#"{"jsonrpc":"2.0","id":1,"method":"a","m\u0065thod":"b"}"#) == invalid)
    #expect(decoded(#"{"jsonrpc":"2.0","id":1,"method":"a","params":[],"params":[]}"#) == invalid)
  }

  @Test("23: params are an array, an object or absent")
  func case23() {
    func call(_ params: String) -> String { #"{"jsonrpc":"2.0","id":1,"method":"m","params":\#(params)}"# }
    #expect(decoded(call("[1, 2]")) == "call(1 m [1, 2])")
    #expect(decoded(call(#"{"a" : 1}"#)) == #"call(1 m {"a" : 1})"#)
    #expect(decoded(call("{}")) == "call(1 m {})")
  }

  @Test("25: params null are no params")
  func case25() {
    #expect(decoded(#"{"jsonrpc":"2.0","id":1,"method":"m","params":null}"#) == "call(1 m)")
  }

  @Test("26: params of another type are invalid", arguments: [#""bar""#, "5", "true"])
  func case26(params: String) {
    #expect(decoded(#"{"jsonrpc":"2.0","id":3,"method":"m","params":\#(params)}"#) == "E(-32600 3 invalidRequest)")
    #expect(decoded(#"{"jsonrpc":"2.0","method":"m","params":\#(params)}"#) == invalid)
  }

  @Test("27: a member that the envelope does not know is ignored")
  func case27() {
    #expect(decoded(#"{"meta":{"a":[1]},"jsonrpc":"2.0","id":1,"method":"m","meta":1}"#) == "call(1 m)")
  }

  @Test("29: the names of members are case-sensitive")
  func case29() {
    #expect(decoded(#"{"JSONRPC":"2.0","id":1,"method":"m"}"#) == "E(-32600 1 invalidRequest)")
    #expect(decoded(#"{"jsonrpc":"2.0","id":1,"Method":"m"}"#) == "E(-32600 1 invalidRequest)")
  }

  @Test("30: any string is a method name as far as the envelope goes")
  func case30() {
    let long = String(repeating: "x", count: 2048)
    for method in ["", long, "rpc.foo"] {
      #expect(decoded(#"{"jsonrpc":"2.0","id":1,"method":"\#(method)"}"#) == "call(1 \(method))")
    }
    #expect(RPCError.methodNotFound(long).serialized().count < 400)
  }

  @Test("31: a response is never answered")
  func case31() {
    #expect(decoded(#"{"jsonrpc":"2.0","id":1,"result":5}"#) == "response")
    #expect(decoded(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}}"#) == "response")
    #expect(decoded(#"[{"jsonrpc":"2.0","id":1,"result":5},\#(ping("2"))]"#) == "[response, call(2 ping)]")
  }

  @Test("32: a method together with a result is invalid")
  func case32() {
    #expect(decoded(#"{"jsonrpc":"2.0","id":1,"method":"m","result":5}"#) == "E(-32600 1 invalidRequest)")
    #expect(decoded(#"{"jsonrpc":"2.0","id":1,"method":"m","error":{}}"#) == "E(-32600 1 invalidRequest)")
  }

  @Test("33: a raw control character is a parse error", arguments: [0, 1, 9, 0x1F] as [UInt8])
  func case33(byte: UInt8) {
    #expect(decoded(Array(#"{"jsonrpc":"2.0","id":1,"method":"a"#.utf8) + [byte] + Array("\"}".utf8)) == parseError)
    #expect(decoded([byte == 9 ? 0 : byte] + Array(ping("1").utf8)) == parseError)
  }

  @Test("34: an escaped NUL is data like any other")
  func case34() {
    #expect(
      decoded(#"{"jsonrpc":"2.0","id":1,"method":"m","params":["\u0000"]}"#) == #"call(1 m ["\u0000"])"#)
  }

  @Test(
    "35: bytes that are not UTF-8 are a parse error whose text does not repeat them",
    arguments: [[0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF8, 0x88, 0x80, 0x80, 0x80]] as [[UInt8]])
  func case35(bytes: [UInt8]) throws {
    let line = Array(#"{"jsonrpc":"2.0","id":1,"method":""#.utf8) + bytes + Array("\"}".utf8)
    #expect(decoded(line) == parseError)
    guard case .rejected(let error) = line.withUnsafeBytes({ Envelope.decode($0) }) else { return }
    #expect(error.serialized().allSatisfy { $0 < 0x80 })
  }

  @Test("36: a byte order mark that the framer has left in place is a parse error")
  func case36() {
    #expect(decoded("\u{FEFF}" + ping("1")) == parseError)
  }

  @Test("37: UTF-16 is a parse error")
  func case37() {
    #expect(decoded(ping("1").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == parseError)
    #expect(decoded([0xFE, 0xFF] + ping("1").utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == parseError)
  }

  @Test("38: nesting beyond the limit is an error of its own and not a crash")
  func case38() {
    let tooDeep = "E(-32700 null nestingTooDeep)"
    #expect(decoded(String(repeating: "[", count: 100_000)) == tooDeep)
    #expect(decoded(String(repeating: #"{"a":"#, count: 100_000)) == tooDeep)
    func nested(_ depth: Int) -> String {
      let open = String(repeating: "[", count: depth - 1)
      let close = String(repeating: "]", count: depth - 1)
      return #"{"jsonrpc":"2.0","id":1,"method":"m","params":\#(open)\#(close)}"#
    }
    #expect(decoded(nested(128)).hasPrefix("call(1 m"))
    #expect(decoded(nested(129)) == tooDeep)
    #expect(decoded("[\(nested(127))]").hasPrefix("[call(1 m"))
    #expect(decoded("[\(nested(128))]") == tooDeep)
  }

  @Test("39: spaces, tabs and carriage returns around a message are accepted")
  func case39() {
    #expect(decoded(" \t " + ping("1") + " \t\r") == "call(1 ping)")
  }

  @Test("40: other kinds of space are a parse error", arguments: ["\u{C}", "\u{A0}", "\u{2060}", "\u{B}"])
  func case40(space: String) {
    #expect(decoded(space + ping("1")) == parseError)
    #expect(decoded(ping("1") + space) == parseError)
  }

  @Test("42: two values on one line are a parse error")
  func case42() {
    #expect(decoded(ping("1") + ping("2")) == parseError)
    #expect(decoded(ping("1") + " " + ping("2")) == parseError)
    #expect(decoded("[] []") == parseError)
    #expect(decoded("1 2") == parseError)
  }

  @Test("43: each line of a pretty-printed message is a parse error with the hint")
  func case43() throws {
    for line in ["{", #"  "jsonrpc": "2.0","#, #"  "id": 1,"#, #"  "method": "ping""#, "}"] {
      guard case .rejected(let error) = Array(line.utf8).withUnsafeBytes({ Envelope.decode($0) }) else {
        Issue.record("\(line) was accepted")
        continue
      }
      #expect(error.code == -32700)
      #expect(error.data["hint"] == "one message per line")
    }
  }

  @Test(
    "44: what looks like JSON and is not is a parse error",
    arguments: [
      "[1,]", #"{"a":1,}"#, "[1] // no", "/* */ 1", "{'a':1}", "NaN", "Infinity", "+1", "01", "-01", ".5", "1.", "1.e1",
      "1e", "0x10", "[,1]", "[1,,2]", "{a:1}", #"{"a"}"#, "True", "nul", "-",
    ])
  func case44(line: String) {
    #expect(decoded(line) == parseError)
  }

  @Test("53: a protocol method nobody knows is a call or a notification like any other")
  func case53() {
    #expect(decoded(#"{"jsonrpc":"2.0","method":"$/unknown"}"#) == "notify($/unknown)")
    #expect(decoded(#"{"jsonrpc":"2.0","id":1,"method":"$/unknown"}"#) == "call(1 $/unknown)")
  }

  @Test("52: an id written anew names the same request however it is escaped")
  func case52() {
    func id(_ text: String) -> RequestID { RequestID(unchecked: text.utf8) }
    #expect(id(#""\u00e9\/""#).isEquivalent(to: id("\"\u{E9}/\"")))
    #expect(id("1.0").isEquivalent(to: id("1.0")))
    #expect(!id("1.0").isEquivalent(to: id("1")))
    #expect(!id("1").isEquivalent(to: id(#""1""#)))
  }
}
