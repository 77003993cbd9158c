import GantryTestSupport
import JSON
import SQLite
import Testing

/// More changes than the disk takes: they wait in memory up to a bound that all connections share.
@Suite struct OverloadTests {
  @Test func changesBeyondWhatMayWaitAreRefusedAndTheOthersAreKept() throws {
    let daemon = try Daemon()
    // Another program holds the database: nothing can be written, so everything waits.
    let other = try Connection(path: daemon.statePath + "/gantry.db", mode: .readWrite)
    try other.execute("hold", "BEGIN IMMEDIATE")
    let clients = [try daemon.connect(), try daemon.connect()]
    let payload = String(repeating: "x", count: 1_000_000)
    let each = 40
    for client in clients {
      for number in 0..<each {
        try client.send(
          request("\(number)", "createJob", #"{"type":"noop","delay_seconds":3600,"payload":{"x":"\#(payload)"}}"#))
      }
    }
    // All of them together are more than 64 MiB: one of the last ones is answered while all else waits. On a slow machine
    // the daemon gives up on the lock meanwhile, and says that of the first ones.
    var kept = 0
    var refused = 0
    var isOverloaded = false
    while !isOverloaded, refused < each {
      let reply = try JSON.parse(try clients[1].expectLine())
      let kind = reply["error"]?["data"]?["kind"]
      isOverloaded = kind == "overloaded"
      #expect(isOverloaded || kind == "storageUnavailable")
      if isOverloaded { #expect(reply["error"]?["data"]?["retry_after_seconds"] == 1) }
      refused += 1
    }
    if !isOverloaded { print("nothing was refused for want of room: this machine is too slow to fill it in time") }
    // What only reads is served, and who makes less work is heard.
    try daemon.connect().expectAlive()
    try other.execute("let go", "ROLLBACK")
    try other.close()
    for (client, answers) in [(clients[0], each), (clients[1], each - refused)] {
      for _ in 0..<answers {
        let reply = try JSON.parse(try client.expectLine())
        if reply["result"] != nil {
          kept += 1
        } else {
          let kind = reply["error"]?["data"]?["kind"]
          #expect(kind == "overloaded" || kind == "storageUnavailable")
          refused += 1
        }
      }
    }
    #expect(kept + refused == each * 2)
    #expect(try clients[0].call("queueStatus")["pending"]?.intValue == Int64(kept))
    _ = try clients[0].call("createJob", ["type": "noop"])
  }
}
