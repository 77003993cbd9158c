import GantryTestSupport
import JSON
import Testing

extension EdgeCaseTests {
  @Test("35: bytes that are not UTF-8 are a parse error that does not repeat them")
  func case35() throws {
    try converse { client in
      for bytes: [UInt8] in [[0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xFF]] {
        try client.send(bytes: Array(#"{"jsonrpc":"2.0","id":1,"method":""#.utf8) + bytes + Array("\"}\n".utf8))
        let reply = try client.expect(parseError)
        #expect(reply.serialized().allSatisfy { $0 < 0x80 })
      }
    }
  }

  @Test("36: a byte order mark is skipped before the first message and an error before any other")
  func case36() throws {
    try converse { client in
      try client.send("\u{FEFF}" + request("1", "ping"))
      try client.expect(pong("1"))
      try client.send("\u{FEFF}" + request("2", "ping"))
      try client.expect(parseError)
    }
  }

  @Test("37: UTF-16 is a parse error")
  func case37() throws {
    try converse { client in
      let text = request("1", "ping").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      try client.send(bytes: text + [0x0A])
      try client.expect(parseError)
    }
  }

  @Test("38: nesting beyond the limit is an error of its own and not a crash")
  func case38() throws {
    try converse { client in
      try client.send(String(repeating: "[", count: 100_000))
      try client.expect(error(-32700, "nestingTooDeep"))
      try client.send(String(repeating: #"{"a":"#, count: 100_000))
      try client.expect(error(-32700, "nestingTooDeep"))
      // The envelope and the params are two of the 128 levels.
      let deepest = String(repeating: "[", count: 125) + String(repeating: "]", count: 125)
      try client.send(request("1", "createJob", #"{"type":"noop","payload":{"a":\#(deepest)}}"#))
      try client.expect(#"{"jsonrpc":"2.0","id":1,"result":{"job_id":"<uuid:job>","<others>":"<any>"}}"#)
      try client.send(request("2", "getJobStatus", #"{"job_id":"<uuid:job>"}"#))
      try client.expect(#"{"jsonrpc":"2.0","id":2,"result":{"payload":{"a":\#(deepest)},"<others>":"<any>"}}"#)
      try client.send(request("3", "createJob", #"{"type":"noop","payload":{"a":[\#(deepest)]}}"#))
      try client.expect(error(-32700, "nestingTooDeep"))
    }
  }

  @Test("39: blanks around a message and a carriage return before the newline are accepted")
  func case39() throws {
    try converse { client in
      for line in [
        " \t" + request("1", "ping") + "\t ", request("1", "ping") + "\r", " " + request("1", "ping") + " \r",
      ] {
        try client.send(line)
        try client.expect(pong("1"))
      }
    }
  }

  @Test("40: other kinds of space outside strings are a parse error")
  func case40() throws {
    try converse { client in
      for space in ["\u{C}", "\u{A0}", "\u{2060}"] {
        try client.send(space + request("1", "ping"))
        try client.expect(parseError)
      }
    }
  }

  @Test("41: blank lines are not answered")
  func case41() throws {
    try converse { client in
      try client.send(bytes: Array("\n\n  \n\t\n\r\n \r\n".utf8))
    }
  }

  @Test("42: two values on one line are one parse error")
  func case42() throws {
    try converse { client in
      try client.send(request("1", "ping") + " " + request("2", "ping"))
      try client.expect(parseError)
    }
  }

  @Test("43: a message over several lines is an error for each line, with the hint that says why")
  func case43() throws {
    try converse { client in
      let lines = ["{", #"  "jsonrpc": "2.0","#, #"  "id": 1,"#, #"  "method": "ping""#, "}"]
      for line in lines { try client.send(line) }
      for _ in lines {
        try client.expect(
          #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"<string>","#
            + #""data":{"kind":"parseError","hint":"one message per line","<others>":"<any>"}}}"#)
      }
    }
  }

  @Test("44: what only looks like JSON is a parse error")
  func case44() throws {
    try converse { client in
      for params in [
        "[1,]", #"{"a":1,}"#, "[1] // no", "/* no */[]", "{'a':1}", "[NaN]", "[+1]", "[01]", "[.5]", "[1.]", "[True]",
      ] {
        try client.send(request("1", "ping", params))
        try client.expect(parseError)
      }
    }
  }
}
