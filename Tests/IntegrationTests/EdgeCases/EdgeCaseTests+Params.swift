import GantryTestSupport
import JSON
import Testing

extension EdgeCaseTests {
  @Test("22: a member that comes twice inside the params is refused before anything happens")
  func case22() throws {
    try converse { client in
      try client.send(request("1", "createJob", #"{"type":"noop","type":"noop"}"#))
      try client.expect(error(-32602, id: "1", "duplicateKey", field: "type"))
      try client.send(request("2", "createJob", #"{"type":"noop","payload":{"a":[{"b":1,"b":2}]}}"#))
      try client.expect(error(-32602, id: "2", "duplicateKey", field: "payload"))
      #expect(try client.call("listJobs")["jobs"] == [])
    }
  }

  @Test("23: params are taken by position, by name or not at all")
  func case23() throws {
    try converse { client in
      try client.send(request("1", "createJob", #"{"type":"noop","delay_seconds":3600}"#))
      try client.expect(
        #"{"jsonrpc":"2.0","id":1,"result":{"job_id":"<uuid:job>","status":"pending","outcome":"created"}}"#)
      let found = #"{"jsonrpc":"2.0","id":2,"result":{"id":"<uuid:job>","status":"pending","<others>":"<any>"}}"#
      try client.send(request("2", "getJobStatus", #"["<uuid:job>"]"#))
      try client.expect(found)
      try client.send(request("2", "getJobStatus", #"{"job_id":"<uuid:job>"}"#))
      try client.expect(found)
      for params in ["{}", "[]"] {
        try client.send(request("3", "ping", params))
        try client.expect(pong("3"))
      }
    }
  }

  @Test("24: too many or too few params by position say how many are expected")
  func case24() throws {
    try converse { client in
      func counted(_ id: String) -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"error":{"code":-32602,"message":"<string>","#
          + #""data":{"kind":"invalidParams","expected":"<any>","<others>":"<any>"}}}"#
      }
      try client.send(request("1", "ping", "[1]"))
      try client.expect(counted("1"))
      try client.send(request("2", "getJobStatus", "[]"))
      try client.expect(counted("2"))
      try client.send(request("3", "createJob", #"["noop"]"#))
      try client.expect(#"{"jsonrpc":"2.0","id":3,"result":{"outcome":"created","<others>":"<any>"}}"#)
    }
  }

  @Test("25: params null are no params")
  func case25() throws {
    try converse { client in
      try client.send(request("1", "ping", "null"))
      try client.expect(pong("1"))
    }
  }

  @Test("26: params that are neither array nor object are invalid", arguments: [#""bar""#, "5"])
  func case26(params: String) throws {
    try converse { client in
      try client.send(request("1", "ping", params))
      try client.expect(error(-32600, id: "1", "invalidRequest"))
    }
  }

  @Test("27: a member that the envelope does not know is ignored")
  func case27() throws {
    try converse { client in
      try client.send(#"{"jsonrpc":"2.0","meta":1,"id":1,"method":"ping"}"#)
      try client.expect(pong("1"))
    }
  }

  @Test("28: a parameter that the method does not know is refused before anything happens")
  func case28() throws {
    try converse { client in
      try client.send(request("1", "createJob", #"{"type":"noop","priorty":"high"}"#))
      try client.expect(error(-32602, id: "1", "unknownParam", field: "priorty"))
      #expect(try client.call("listJobs")["jobs"] == [])
    }
  }

  @Test("29: the names of members are case-sensitive")
  func case29() throws {
    try converse { client in
      try client.send(#"{"JSONRPC":"2.0","id":1,"method":"ping"}"#)
      try client.expect(error(-32600, id: "1", "invalidRequest"))
      try client.send(#"{"jsonrpc":"2.0","id":1,"Method":"ping"}"#)
      try client.expect(error(-32600, id: "1", "invalidRequest"))
    }
  }

  @Test("30: a method that does not exist is said not to exist, and not repeated at length")
  func case30() throws {
    try converse { client in
      for method in ["", "rpc.foo", "Ping", String(repeating: "x", count: 2048)] {
        try client.send(request("1", method))
        let reply = try client.expect(error(-32601, id: "1", "methodNotFound"))
        #expect(reply.serialized().count < 600)
      }
    }
  }

  @Test("31: a response is never answered")
  func case31() throws {
    try converse { client in
      try client.send(#"{"jsonrpc":"2.0","id":1,"result":5}"#)
      try client.send(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}}"#)
      try client.send(#"[{"jsonrpc":"2.0","id":1,"result":5}]"#)
    }
  }

  @Test("32: a method together with a result is invalid")
  func case32() throws {
    try converse { client in
      try client.send(#"{"jsonrpc":"2.0","id":1,"method":"ping","result":5}"#)
      try client.expect(error(-32600, id: "1", "invalidRequest"))
    }
  }

  @Test("33: a raw control character is a parse error", arguments: [0, 1, 9, 0x1F] as [UInt8])
  func case33(byte: UInt8) throws {
    try converse { client in
      try client.send(bytes: Array(#"{"jsonrpc":"2.0","id":1,"method":"pi"#.utf8) + [byte] + Array("ng\"}\n".utf8))
      try client.expect(parseError)
    }
  }

  @Test("34: an escaped NUL is text, but not in a path")
  func case34() throws {
    try converse { client in
      try client.send(request("1", "createJob", #"{"type":"noop","payload":{"text":"a\u0000b"}}"#))
      try client.expect(#"{"jsonrpc":"2.0","id":1,"result":{"outcome":"created","<others>":"<any>"}}"#)
      try client.send(request("2", "refreshProject", #"{"path":"/tmp/a\u0000b"}"#))
      try client.expect(error(-32602, id: "2", "invalidParams", field: "path"))
      try client.send(request("3", "createProject", #"{"source":"/tmp/a\u0000b"}"#))
      try client.expect(error(-32602, id: "3", "invalidParams", field: "source"))
    }
  }

  @Test(
    "45: a number that does not fit its parameter is refused",
    arguments: ["1e400", "9223372036854775808", "1.5", "26", "-1"])
  func case45(number: String) throws {
    try converse { client in
      try client.send(request("1", "createJob", #"{"type":"noop","max_retries":\#(number)}"#))
      try client.expect(error(-32602, id: "1", "invalidParams", field: "max_retries"))
    }
  }
}
