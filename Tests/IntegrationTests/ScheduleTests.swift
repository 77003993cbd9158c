import ChildProcess
import Foundation
import GantryTestSupport
import JSON
import Testing

/// Jobs that come again and again.
@Suite struct ScheduleTests {
  /// The job that a schedule made last, once it is another one than `other`.
  private func lastJob(of schedule: JSON, _ client: Conversation, otherThan other: JSON = .null) throws -> JSON {
    func job(in page: JSON) -> JSON {
      page["schedules"]?.arrayValue?.first { $0["schedule_id"] == schedule }?["last_job_id"] ?? .null
    }
    return job(in: try client.call("listSchedules") { job(in: $0) != .null && job(in: $0) != other })
  }

  @Test func `a schedule makes jobs until it is removed, and they stay`() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let schedule = try client.call(
      "createSchedule",
      ["cron": "@every 1s", "type": "noop", "payload": ["a": 1], "priority": "low", "name": "tick"]
    ).member("schedule_id")
    let first = try lastJob(of: schedule, client)
    let second = try lastJob(of: schedule, client, otherThan: first)
    let job = try client.call("waitJob", .object(["job_id": second]))["job"]
    #expect(job?["status"] == "completed")
    #expect(job?["payload"] == ["a": 1])
    #expect(job?["priority"] == "low")
    #expect(try client.call("deleteSchedule", .object(["schedule_id": schedule]))["deleted"] == true)
    #expect(try client.call("listSchedules")["schedules"] == [])
    #expect(try client.call("getJobStatus", .object(["job_id": first]))["id"] == first)
  }

  @Test func `a schedule survives kill -9 and goes on`() throws {
    let daemon = try Daemon()
    var client = try daemon.connect()
    let schedule = try client.call("createSchedule", ["cron": "@every 1s", "type": "noop", "missed": "all"])
      .member("schedule_id")
    let before = try lastJob(of: schedule, client)
    try daemon.kill()
    try daemon.start()
    client = try daemon.connect()
    let after = try lastJob(of: schedule, client, otherThan: before)
    #expect(try client.call("waitJob", .object(["job_id": after]))["job"]?["status"] == "completed")
    #expect(try client.call("getJobStatus", .object(["job_id": before]))["id"] == before)
  }

  @Test func `a schedule whose zone has gone is told of, and can be removed`() throws {
    let zones = try TemporaryDirectory()
    try zones.makeDirectory("Europe")
    let file = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/Berlin"))
    try zones.write("Europe/Berlin", Array(file))
    let daemon = try Daemon(environment: ["TZDIR": zones.path])
    var client = try daemon.connect()
    func schedules() throws -> JSON? {
      try client.call("health")["checks"]?.arrayValue?.first { $0["name"] == "schedules" }
    }
    let schedule = try client.call("createSchedule", ["cron": "@daily", "type": "noop", "timezone": "Europe/Berlin"])
      .member("schedule_id")
    #expect(try schedules()?["ok"] == true)
    #expect(try daemon.terminate() == .exited(0))
    try zones.remove("Europe/Berlin")
    try daemon.start()
    client = try daemon.connect()
    #expect(try schedules()?["ok"] == false)
    let message = try schedules()?["message"]?.stringValue ?? ""
    #expect(message.contains("Europe/Berlin") && message.contains("deleteSchedule"), "\(message)")
    #expect(try client.call("listSchedules")["schedules"]?.arrayValue?.count == 1)
    _ = try client.call("deleteSchedule", .object(["schedule_id": schedule]))
    #expect(try schedules()?["ok"] == true)
  }

  @Test func `at the prompt a schedule is added for a directory, listed and removed`() throws {
    let directory = try TemporaryDirectory()
    let repository = try GitRepository(in: directory)
    try repository.write("PLAN.md", "- [ ] one\n")
    try repository.commit()
    let daemon = try Daemon()
    let gantry = CommandLine(daemon)
    #expect(try gantry("schedule", "list").output.contains("No schedules"))
    #expect(try gantry("refresh", repository.path, "--wait").status == 0)
    let added = try gantry(
      "schedule", "add", "0 7 * * MON-FRI", "refresh", "--project", repository.path, "--payload", #"{"a":1}"#, "--json")
    let id = try #require(try added.json()["schedule_id"]?.stringValue)
    #expect(try gantry("schedule", "list").output.contains("\(id)        0 7 * * MON-FRI  UTC   refresh"))
    #expect(try gantry("schedule", "add", "@daily", "noop", "--payload", "[]").status == 2)
    #expect(try gantry("schedule", "add", "@daily", "noop", "--payload", "{").status == 2)
    #expect(try gantry("schedule", "add", "daily", "noop").status == 2)
    #expect(try gantry("schedule", "remove", "it").status == 2)
    #expect(try gantry("schedule", "remove", id).status == 0)
    #expect(try gantry("schedule", "remove", id).status == 1)
  }

  @Test func `schedules are listed page by page, as they were asked for`() throws {
    try converse { client in
      for name in ["a", "b", "c"] {
        _ = try client.call(
          "createSchedule",
          .object([
            "cron": "30  6 * * MON-FRI", "type": "noop", "timezone": "Europe/Berlin", "missed": "skip",
            "name": .string(name),
          ]))
      }
      let page = try client.call("listSchedules", ["limit": 2])
      #expect(page["schedules"]?.arrayValue?.map { $0["name"] } == ["a", "b"])
      let rest = try client.call("listSchedules", .object(["cursor": page.member("next_cursor")]))
      let last = try #require(rest["schedules"]?.arrayValue?.first)
      #expect(last["name"] == "c")
      #expect(last["cron"] == "30 6 * * MON-FRI")
      #expect(last["timezone"] == "Europe/Berlin")
      #expect(last["missed"] == "skip")
      #expect(last["priority"] == "normal")
      #expect(last["last_job_id"] == .null)
      #expect(rest["next_cursor"] == .null)
    }
  }

  @Test func `what cannot be scheduled is refused`() throws {
    try converse { client in
      func refused(_ params: String, _ line: String) throws {
        try client.send(request("1", "createSchedule", params))
        try client.expect(line)
      }
      try refused(#"{"cron":"61 * * * *","type":"noop"}"#, error(-32602, id: "1", "invalidParams", field: "cron"))
      try refused(#"{"cron":"0 0 30 2 *","type":"noop"}"#, error(-32602, id: "1", "invalidParams", field: "cron"))
      try refused(
        #"{"cron":"@daily","type":"noop","timezone":"../etc/passwd"}"#,
        error(-32602, id: "1", "invalidParams", field: "timezone"))
      try refused(
        #"{"cron":"@daily","type":"noop","timezone":"Europe/Nowhere"}"#,
        error(-32602, id: "1", "invalidParams", field: "timezone"))
      try refused(#"{"cron":"@daily","type":"nothing"}"#, error(1011, id: "1", "unknownJobType"))
      try refused(
        #"{"cron":"@daily","type":"refresh"}"#, error(-32602, id: "1", "invalidParams", field: "project_id"))
      try refused(
        #"{"cron":"@daily","type":"refresh","project_id":"01890000-0000-7000-8000-000000000000"}"#,
        error(1003, id: "1", "projectNotFound"))
      #expect(try client.call("listSchedules")["schedules"] == [])
      try client.send(
        request("2", "deleteSchedule", #"{"schedule_id":"01890000-0000-7000-8000-000000000000"}"#))
      try client.expect(error(1013, id: "2", "scheduleNotFound"))
      try client.send(request("3", "deleteSchedule", #"{"schedule_id":"x"}"#))
      try client.expect(error(-32602, id: "3", "invalidParams", field: "schedule_id"))
    }
  }
}
