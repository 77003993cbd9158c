import GantryTestSupport
import JSON
import Testing

/// More changes than the disk takes: they wait in memory up to a bound that all connections share.
@Suite struct OverloadTests {
  @Test func changesBeyondWhatMayWaitAreRefusedAndTheOthersAreKept() throws {
    let faults = try Faults()
    let daemon = try Daemon(environment: faults.environment)
    // The disk takes its time: nothing gets written, so everything waits.
    faults.holdSyncs(of: .log)
    let clients = [try daemon.connect(), try daemon.connect()]
    let payload = String(repeating: "x", count: 1_000_000)
    let each = 40
    for client in clients {
      for number in 0..<each {
        try client.send(
          request("\(number)", "createJob", #"{"type":"noop","delay_seconds":3600,"payload":{"x":"\#(payload)"}}"#))
      }
    }
    // All of them together are more than 64 MiB: one of the last ones is answered while all else waits.
    try clients[1].expect(
      #"""
      {"jsonrpc":"2.0","id":"<number>","error":{"code":-32000,"message":"<string>",
      "data":{"kind":"overloaded","waiting":"<number>","retry_after_seconds":1}}}
      """#.replacing("\n", with: ""))
    // What only reads is served.
    try daemon.connect().expectAlive()
    faults.heal()
    var kept = 0
    var refused = 1
    for (client, answers) in [(clients[0], each), (clients[1], each - 1)] {
      for _ in 0..<answers {
        let reply = try JSON.parse(try client.expectLine())
        if reply["result"] != nil {
          kept += 1
        } else {
          #expect(reply["error"]?["data"]?["kind"] == "overloaded")
          refused += 1
        }
      }
    }
    #expect(kept + refused == each * 2)
    #expect(kept >= 60)
    #expect(try clients[0].call("queueStatus")["pending"]?.intValue == Int64(kept))
    _ = try clients[0].call("createJob", ["type": "noop"])
  }
}
