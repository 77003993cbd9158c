import GantryTestSupport
import JSON
import Testing

/// What subscriptions are told, by the real daemon.
@Suite("Events")
struct EventTests {
  static func event(_ seq: String, _ type: String, _ data: String, subscription: String = "<any>") -> String {
    #"{"jsonrpc":"2.0","method":"event","params":{"subscription_id":"\#(subscription)","seq":"\#(seq)","#
      + #""type":"\#(type)","time":"<time>","data":\#(data)}}"#
  }

  static func jobData(_ status: String, attempt: Int, _ more: String = "") -> String {
    #"{"job_id":"<uuid:job>","type":"noop","project_id":null,"user_id":"<string>","status":"\#(status)","#
      + #""attempt":\#(attempt)\#(more)}"#
  }

  @Test("A subscription is told a job's life in order, after the answer that created it")
  func lifeOfAJob() throws {
    try converse { client in
      try client.send(request("1", "subscribe", #"{"events":["job."]}"#))
      try client.expect(#"{"jsonrpc":"2.0","id":1,"result":{"subscription_id":"<string:s>","seq":0,"gap":null}}"#)
      try client.send(request("2", "createJob", #"{"type":"noop"}"#))
      try client.expect(
        #"{"jsonrpc":"2.0","id":2,"result":{"job_id":"<uuid:job>","status":"<any>","outcome":"created"}}"#)
      try client.expect(Self.event("<number>", "job.created", Self.jobData("pending", attempt: 0)))
      try client.expect(Self.event("<number>", "job.started", Self.jobData("processing", attempt: 1)))
      try client.expect(Self.event("<number>", "job.completed", Self.jobData("completed", attempt: 1)))
    }
  }

  @Test("since_seq replays what happened, then goes on, without a seam")
  func replay() throws {
    try converse { client in
      let ids = try (0..<3).map { _ in try Self.finishedJob(client) }
      try client.send(request("1", "subscribe", #"{"events":["job.created"],"since_seq":0}"#))
      let newest = try client.expect(
        #"{"jsonrpc":"2.0","id":1,"result":{"subscription_id":"<any>","seq":"<number>","gap":null}}"#)
      #expect(newest["result"]?["seq"] == 9)
      for id in ids { #expect(try Self.nextEvent(client)["data"]?["job_id"] == id) }
      try client.send(request("2", "createJob", #"{"type":"noop","delay_seconds":3600}"#))
      let created = try client.expect(#"{"jsonrpc":"2.0","id":2,"result":"<any>"}"#)
      let event = try Self.nextEvent(client)
      #expect(event["data"]?["job_id"] == created["result"]?["job_id"])
      #expect(event["seq"] == 10)
    }
  }

  @Test("Filters by job and by project let through only what concerns them")
  func filters() throws {
    let directory = try TemporaryDirectory()
    let repository = try GitRepository(in: directory)
    try repository.write("PLAN.md", "- [ ] a task\n")
    try repository.commit()
    try converse { client in
      let project = try client.call("createProject", .object(["source": .string(repository.path)])).member("id")
      let job = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
      let byJob = try client.call("subscribe", .object(["job_id": job])).member("subscription_id")
      let byProject = try client.call("subscribe", .object(["project_id": project, "events": ["project."]]))
        .member("subscription_id")
      _ = try Self.finishedJob(client)
      let refresh = try client.call("refreshProject", .object(["project_id": project])).member("job_id")
      try client.send(request("9", "cancelJob", #"{"job_id":\#(job)}"#))
      var seen: [JSON] = []
      while seen.count < 3 {
        let line = try JSON.parse(client.expectLine())
        seen.append(line["params"] ?? "answer")
      }
      // The answer to cancelJob, the job's event and the project's, in whatever order the refresh comes to its end.
      let events = seen.filter { $0.objectValue != nil }
      #expect(
        Set(events.map { "\($0["subscription_id"] ?? .null) \($0["type"] ?? .null)" })
          == ["\(byJob) \"job.cancelled\"", "\(byProject) \"project.updated\""])
      #expect(try client.call("waitJob", .object(["job_id": refresh]))["job"]?["status"] == "completed")
    }
  }

  @Test("An unknown name, job or project is refused")
  func refusals() throws {
    let id = "01997a3e-8c00-7d1e-a1b2-3c4d5e6f7081"
    try converse { client in
      for names in [#"["job"]"#, #"["job.created","nothing."]"#, #"["."]"#, "[]", #"["Job."]"#] {
        try client.send(request("1", "subscribe", #"{"events":\#(names)}"#))
        try client.expect(error(-32602, id: "1", "invalidParams", field: "events"))
      }
      try client.send(request("2", "subscribe", #"{"job_id":"\#(id)"}"#))
      try client.expect(error(1001, id: "2", "jobNotFound"))
      try client.send(request("3", "subscribe", #"{"project_id":"\#(id)"}"#))
      try client.expect(error(1003, id: "3", "projectNotFound"))
      try client.send(request("4", "subscribe", #"{"since_seq":-1}"#))
      try client.expect(error(-32602, id: "4", "invalidParams", field: "since_seq"))
      // Of the past there may be events of what is gone.
      #expect(try client.call("subscribe", .object(["job_id": .string(id), "since_seq": 0]))["gap"] == .null)
    }
  }

  @Test("A connection has 32 subscriptions, and room again after one has ended")
  func tooMany() throws {
    try converse { client in
      let first = try client.call("subscribe", [:]).member("subscription_id")
      for _ in 1..<32 { _ = try client.call("subscribe", ["events": ["queue."]]) }
      try client.send(request("1", "subscribe"))
      try client.expect(error(1015, id: "1", "tooManySubscriptions"))
      #expect(try client.call("unsubscribe", .object(["subscription_id": first]))["unsubscribed"] == true)
      _ = try client.call("subscribe", ["events": ["queue."]])
    }
  }

  @Test("No event follows unsubscribe; a second one finds nothing, and so does another connection's")
  func unsubscribe() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let other = try daemon.connect()
    let id = try client.call("subscribe").member("subscription_id")
    #expect(try other.call("unsubscribe", .object(["subscription_id": id]))["unsubscribed"] == false)
    #expect(
      try client.call("unsubscribe", .object(["subscription_id": id]))
        == .object(["subscription_id": id, "unsubscribed": true]))
    #expect(try client.call("unsubscribe", .object(["subscription_id": id]))["unsubscribed"] == false)
    _ = try Self.finishedJob(client)
    try client.expectAlive()
  }

  @Test("In a batch, the answer comes before the first event of the subscription")
  func batch() throws {
    try converse { client in
      _ = try Self.finishedJob(client)
      try client.send(
        "[" + request("1", "subscribe", #"{"since_seq":0}"#) + ","
          + request("2", "createJob", #"{"type":"noop","delay_seconds":3600}"#)
          + "]")
      let answer = try client.expect(
        #"[{"jsonrpc":"2.0","id":1,"result":{"subscription_id":"<string:s>","seq":"<number>","gap":null}},"#
          + #"{"jsonrpc":"2.0","id":2,"result":"<any>"}]"#)
      for seq in 1...4 {
        let event = try Self.nextEvent(client)
        #expect(event["seq"] == JSON(seq))
        #expect(event["subscription_id"] == answer[0]?["result"]?["subscription_id"])
      }
    }
  }

  @Test("A number from another database is a gap, and delivery begins with the oldest event")
  func anotherDatabase() throws {
    try converse { client in
      try client.send(request("0", "subscribe", #"{"since_seq":77}"#))
      let empty = try client.expect(#"{"jsonrpc":"2.0","id":0,"result":"<any>"}"#)
      #expect(empty["result"]?["gap"] == ["requested_seq": 77, "oldest_seq": 1])
      let id = try #require(empty["result"]?["subscription_id"])
      _ = try client.call("unsubscribe", .object(["subscription_id": id]))
      _ = try Self.finishedJob(client)
      try client.send(request("1", "subscribe", #"{"since_seq":1000}"#))
      let answer = try client.expect(#"{"jsonrpc":"2.0","id":1,"result":"<any>"}"#)
      #expect(answer["result"]?["gap"] == ["requested_seq": 1000, "oldest_seq": 1])
      for seq in 1...3 { #expect(try Self.nextEvent(client)["seq"] == JSON(seq)) }
    }
  }

  /// Creates a job and waits for its end, on a connection that has no subscription.
  static func finishedJob(_ client: Conversation) throws -> JSON {
    let id = try client.call("createJob", ["type": "noop"]).member("job_id")
    _ = try client.call("waitJob", .object(["job_id": id]))
    return id
  }

  /// The params of the next line, which has to be an event.
  static func nextEvent(_ client: Conversation) throws -> JSON {
    try client.expect(#"{"jsonrpc":"2.0","method":"event","params":"<any>"}"#).member("params")
  }
}
