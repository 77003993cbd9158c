import GantryProtocol
import GantryTestSupport
import JSON
import ProtocolGenerator
import Testing

/// The running daemon does what the document says, and nothing else.
@Suite("The document and the daemon")
struct ProtocolDocumentTests {
  private static func document() throws -> ProtocolDocument {
    try ProtocolDocument(JSON.parse(PackageFiles.text("protocol/openrpc.json")))
  }

  @Test("rpc.discover gives the document of the repository, on one line")
  func discover() throws {
    try converse { client in
      try client.send(request("1", "rpc.discover"))
      let reply = try JSON.parse(client.expectLine())
      #expect(try reply.member("result") == Self.document().root)
    }
  }

  @Test("Every method of the document is known to the daemon")
  func everyMethodIsServed() throws {
    let methods = try Self.document().methods
    try converse { client in
      for method in methods where method.result != nil {
        // A parameter that no method has: known methods complain about it, and do nothing.
        try client.send(request("1", method.name, #"{"no such parameter":1}"#))
        try client.expect(error(-32602, id: "1", "unknownParam", field: "no such parameter"))
      }
    }
  }

  @Test("A notification of the document is no method, and gets no answer")
  func notifications() throws {
    let notifications = try Self.document().methods.filter { $0.result == nil }
    #expect(!notifications.isEmpty)
    try converse { client in
      for notification in notifications {
        try client.send(request("1", notification.name, #"{"id":9}"#))
        try client.expect(error(-32601, id: "1", "methodNotFound"))
        try client.send(#"{"jsonrpc":"2.0","method":"\#(notification.name)","params":{"id":9}}"#)
      }
    }
  }

  @Test("Every example can be tried, and is answered as its schema says")
  func examples() throws {
    let document = try Self.document()
    let validator = SchemaValidator(schemas: document.schemas)
    for method in document.methods {
      for example in method.examples {
        guard let schema = method.result else { continue }
        let stage = try ExampleStage()
        let client = try stage.daemon.connect()
        let params = try stage.parameters(of: example, client)
        let result = try client.call(method.name, .object(params))
        let errors = validator.errors(in: result, against: schema)
        #expect(errors == [], "\(method.name): \(example.name): \(result)")
        try client.expectAlive()
      }
    }
  }

  @Test("What a refresh finds out is described, member by member")
  func refreshResult() throws {
    let document = try Self.document()
    let validator = SchemaValidator(schemas: document.schemas)
    let stage = try ExampleStage()
    let client = try stage.daemon.connect()
    for type in ["refresh", "project_processing", "skills_extraction"] {
      let id = try client.call(
        "createJob", .object(["type": .string(type), "project_id": .string(stage.project(client))])
      ).member("job_id")
      let job = try client.call("waitJob", .object(["job_id": id])).member("job")
      let result = try job.member("result")
      let schema: JSON = ["$ref": "#/components/schemas/RefreshResult"]
      #expect(validator.errors(in: result, against: schema) == [], "\(type): \(result)")
      let described = document.schemas["RefreshResult"]?["properties"]?.objectValue?.keys ?? []
      let keys = result.objectValue?.keys ?? []
      #expect(Set(keys).subtracting(described) == [], "\(type)")
      if type == "refresh" { #expect(Set(keys) == Set(described)) }
    }
    let project = JSON.string(try stage.project(client))
    let plan = try client.call("getProjectPlan", .object(["project_id": project]))
    let task = try #require(plan["tasks"]?[0])
    for (value, name) in [(try plan.member("plan"), "PlanSummary"), (task, "PlanTask")] {
      let described = document.schemas[name]?["properties"]?.objectValue?.keys ?? []
      let required = document.schemas[name]?["required"]?.arrayValue?.compactMap(\.stringValue) ?? []
      let keys = Set(value.objectValue?.keys.map { String($0) } ?? [])
      #expect(keys.subtracting(described.map { String($0) }) == [], "\(name)")
      #expect(Set(required).subtracting(keys) == [], "\(name)")
    }
  }
}

/// A daemon with a project, and with the jobs that the examples' placeholders stand for.
private final class ExampleStage {
  let daemon: Daemon
  let repository: GitRepository
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    repository = try GitRepository(in: directory)
    try repository.write("PLAN.md", "## Engine\n\n- [x] cut the gears\n- [~] oil them\n- [ ] punch the cards\n")
    try repository.write("Package.swift", "// swift-tools-version: 6.0\nimport PackageDescription\n")
    try repository.commit()
    daemon = try Daemon(configuration: "[job_types.thumbnails]\nexternal = true\n")
  }

  /// The job that the worker of an example has, with its token.
  private var claimed: JSON?

  private func claimed(_ client: Conversation) throws -> JSON {
    if let claimed { return claimed }
    _ = try client.call("createJob", ["type": "thumbnails"])
    let jobs = try client.call("claimJobs", ["worker": "w", "types": ["thumbnails"]]).member("jobs")
    let job = try #require(jobs[0])
    claimed = job
    return job
  }

  /// A refreshed project.
  func project(_ client: Conversation) throws -> String {
    let known = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
    return try #require(try known.member("project_id").stringValue)
  }

  func parameters(of example: ProtocolDocument.Example, _ client: Conversation) throws -> JSONObject {
    var parameters = JSONObject()
    for (name, value) in example.parameters { parameters.append(name, try actual(value, client)) }
    return parameters
  }

  private func actual(_ value: JSON, _ client: Conversation) throws -> JSON {
    if let elements = value.arrayValue { return .array(try elements.map { try actual($0, client) }) }
    switch value.stringValue {
    case "<repository>":
      _ = try project(client)
      return .string(repository.path)
    case "<new_path>": return .string(directory.appending("copy.db"))
    case "<project_id>": return .string(try project(client))
    case "<external_type>":
      _ = try client.call("createJob", ["type": "thumbnails"])
      return "thumbnails"
    case "<leased_job_id>": return try claimed(client).member("job").member("id")
    case "<attempt_token>": return try claimed(client).member("attempt_token")
    case "<job_id>":
      let id = try client.call("createJob", ["type": "noop"]).member("job_id")
      #expect(try client.call("waitJob", .object(["job_id": id]))["job"]?["status"] == "completed")
      return id
    case "<waiting_job_id>":
      return try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
    case "<schedule_id>":
      return try client.call("createSchedule", ["cron": "@yearly", "type": "noop"]).member("schedule_id")
    case "<failed_job_id>":
      let project = try project(client)
      try directory.remove("project")
      let id = try client.call(
        "createJob", .object(["type": "refresh", "project_id": .string(project), "max_retries": 0])
      ).member("job_id")
      #expect(try client.call("waitJob", .object(["job_id": id]))["job"]?["status"] == "failed")
      return id
    default: return value
    }
  }
}
