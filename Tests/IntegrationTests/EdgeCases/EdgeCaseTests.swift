import GantryTestSupport
import JSON
import Testing

/// The numbered cases of `protocol/EDGE-CASES.md`, each against the real daemon and each followed by a ping that is
/// answered: no input costs the connection.
@Suite("Edge cases of the wire")
struct EdgeCaseTests {}

// Envelopes and batches.
extension EdgeCaseTests {
  @Test("1: a line that is not JSON is a parse error")
  func case1() throws {
    try converse { client in
      try client.send(#"{"jsonrpc":"2.0","method":"foobar, "params":"bar","baz]"#)
      try client.expect(parseError)
    }
  }

  @Test("2: a method that is no string is invalid even without an id")
  func case2() throws {
    try converse { client in
      try client.send(#"{"jsonrpc":"2.0","method":1,"params":"bar"}"#)
      try client.expect(invalidRequest)
    }
  }

  @Test("3: a batch cut short is one parse error")
  func case3() throws {
    try converse { client in
      try client.send(#"[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method"]"#)
      try client.expect(parseError)
    }
  }

  @Test("4: an empty batch is one invalid request, not an array")
  func case4() throws {
    try converse { client in
      try client.send("[]")
      try client.expect(invalidRequest)
    }
  }

  @Test("5: members of a batch that are no objects are answered one by one")
  func case5() throws {
    try converse { client in
      try client.send("[1]")
      try client.expect("[\(invalidRequest)]")
      try client.send("[1,2,3]")
      try client.expect("[\(invalidRequest),\(invalidRequest),\(invalidRequest)]")
      try client.send("[null]")
      try client.expect("[\(invalidRequest)]")
    }
  }

  @Test("6: a mixed batch gets one array with an answer for every request")
  func case6() throws {
    try converse { client in
      let notification = #"{"jsonrpc":"2.0","method":"ping"}"#
      let members = [
        request("\"1\"", "ping"), notification, request("\"2\"", "listJobs"), #"{"foo":"boo"}"#,
        request("\"5\"", "foo.get", #"{"name":"myself"}"#), request("\"9\"", "ping"),
      ]
      try client.send("[" + members.joined(separator: ",") + "]")
      try client.expect(
        "[" + pong("\"1\"") + #",{"jsonrpc":"2.0","id":"2","result":{"jobs":[],"next_cursor":null}},"# + invalidRequest
          + "," + error(-32601, id: "\"5\"", "methodNotFound") + "," + pong("\"9\"") + "]")
    }
  }

  @Test("7: a batch of notifications gets no answer")
  func case7() throws {
    try converse { client in
      try client.send(#"[{"jsonrpc":"2.0","method":"ping"},{"jsonrpc":"2.0","method":"no such"}]"#)
    }
  }

  @Test("8: a batch inside a batch is an invalid member")
  func case8() throws {
    try converse { client in
      try client.send("[[\(request("1", "ping"))]]")
      try client.expect("[\(invalidRequest)]")
    }
  }

  @Test("9: a batch of 101 is refused as a whole, and nothing of it happens")
  func case9() throws {
    try converse { client in
      let create = (1...101).map { request("\($0)", "createJob", #"{"type":"noop"}"#) }
      try client.send("[" + create.joined(separator: ",") + "]")
      try client.expect("[" + error(-32600, id: "1", "batchTooLarge") + "]")
      #expect(try client.call("listJobs")["jobs"] == [])
      try client.send("[" + (1...100).map { request("\($0)", "ping") }.joined(separator: ",") + "]")
      try client.expect("[" + (1...100).map { pong("\($0)") }.joined(separator: ",") + "]")
    }
  }

  @Test("10: two members of a batch with one id are both answered")
  func case10() throws {
    try converse { client in
      try client.send("[\(request("1", "ping")),\(request("1", "ping"))]")
      try client.expect("[\(pong("1")),\(pong("1"))]")
    }
  }

  @Test("11: a scalar is valid JSON and no request", arguments: ["1", "null", "true", #""x""#])
  func case11(line: String) throws {
    try converse { client in
      try client.send(line)
      try client.expect(invalidRequest)
    }
  }

  @Test("12: an incomplete request is answered under its id if it has one")
  func case12() throws {
    try converse { client in
      try client.send("{}")
      try client.expect(invalidRequest)
      try client.send(#"{"id":1}"#)
      try client.expect(error(-32600, id: "1", "invalidRequest"))
      try client.send(#"{"jsonrpc":"2.0","id":1}"#)
      try client.expect(error(-32600, id: "1", "invalidRequest"))
    }
  }

  @Test("13: a version other than the string 2.0 is refused")
  func case13() throws {
    try converse { client in
      for version in ["", #""jsonrpc":"1.0","#, #""jsonrpc":"2.1","#, #""jsonrpc":2.0,"#, #""jsonrpc":2,"#] {
        try client.send(#"{\#(version)"id":"v","method":"ping"}"#)
        try client.expect(error(-32600, id: "\"v\"", "invalidRequest"))
      }
    }
  }

  @Test("14: a notification is not answered, whatever is wrong with it")
  func case14() throws {
    try converse { client in
      try client.send(#"{"jsonrpc":"2.0","method":"no such"}"#)
      try client.send(#"{"jsonrpc":"2.0","method":"getJobStatus","params":{"nonsense":1}}"#)
      try client.send(#"{"jsonrpc":"2.0","method":"ping"}"#)
    }
  }

  @Test("15: the id null makes a request")
  func case15() throws {
    try converse { client in
      try client.send(request("null", "ping"))
      try client.expect(pong("null"))
    }
  }

  @Test("16: an id that is no string, number or null is invalid", arguments: ["true", "[]", "{}"])
  func case16(id: String) throws {
    try converse { client in
      try client.send(request(id, "ping"))
      try client.expect(invalidRequest)
    }
  }

  @Test("17: a numeric id is echoed byte for byte")
  func case17() throws {
    try converse { client in
      for id in [
        "1.5", "1.0", "1e2", "-0", "1E400", "123456789012345678901234567890", "9007199254740993",
        "18446744073709551616",
      ] {
        try client.send(request(id, "ping"))
        #expect(try client.expectLine().hasPrefix(#"{"jsonrpc":"2.0","id":\#(id),"result":{"#))
      }
    }
  }

  @Test("18: the escapes of an id are echoed as they came")
  func case18() throws {
    try converse { client in
      let id = #""a\/b\u00e9\ud83d\ude00\"\\\n""#
      try client.send(request(id, "ping"))
      #expect(try client.expectLine().hasPrefix(#"{"jsonrpc":"2.0","id":\#(id),"result":{"#))
    }
  }

  @Test("19: an id may be empty and 1 KiB long, and not longer")
  func case19() throws {
    try converse { client in
      for id in [
        #""""#, "\"" + String(repeating: "x", count: 126) + "\"", "\"" + String(repeating: "x", count: 1022) + "\"",
      ] {
        try client.send(request(id, "ping"))
        try client.expect(pong(id))
      }
      try client.send(request("\"" + String(repeating: "x", count: 1023) + "\"", "ping"))
      try client.expect(error(-32600, "idTooLong"))
    }
  }

  @Test("20: half a surrogate pair is a parse error")
  func case20() throws {
    try converse { client in
      try client.send(request(#""\ud800""#, "ping"))
      try client.expect(parseError)
    }
  }

  @Test("21: a member of the envelope that comes twice makes it invalid")
  func case21() throws {
    try converse { client in
      try client.send(#"{"jsonrpc":"2.0","id":1,"method":"ping","method":"listJobs"}"#)
      try client.expect(invalidRequest)
      try client.send(#"{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}"#)
      try client.expect(invalidRequest)
    }
  }
}
