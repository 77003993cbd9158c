import GantryTestSupport
import Glibc
import JSON
import Testing

/// A daemon to be provoked, and short ways to do so.
final class ErrorStage {
  let directory: TemporaryDirectory
  private(set) var daemon: Daemon?
  /// The connection that must go on afterwards; nil where the error ends it.
  var survivor: Conversation?

  init() throws {
    directory = try TemporaryDirectory()
  }

  /// Starts the daemon.
  @discardableResult
  func start(_ configuration: String = "", environment: [String: String] = [:]) throws -> Conversation {
    let daemon = try Daemon(configuration: configuration, environment: environment)
    self.daemon = daemon
    let client = try daemon.connect(patience: 60)
    survivor = client
    return client
  }

  /// Starts the daemon with a program in the place of git.
  func start(git script: String, _ configuration: String = "") throws -> Conversation {
    let programs = try directory.makeDirectory("programs")
    _ = try directory.writeScript("programs/git", script)
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return try start(configuration, environment: ["PATH": "\(programs):\(path)"])
  }

  /// The error that the next line brings, or the first of a batch.
  func error(_ client: Conversation) throws -> JSON {
    let reply = try JSON.parse(try client.expectLine())
    return try #require((reply[0] ?? reply)["error"], "\(reply)")
  }

  /// The error that a line of bytes is answered with.
  func error(_ client: Conversation, line: String) throws -> JSON {
    try client.send(bytes: Array(line.utf8) + [0x0A])
    return try error(client)
  }

  /// The error that a call is answered with.
  func error(_ client: Conversation, _ method: String, _ params: JSON? = nil) throws -> JSON {
    try error(client, line: request("1", method, params?.description))
  }

  /// The error that a job ends with which is tried once.
  func jobError(_ client: Conversation, _ type: String, _ more: JSONObject = [:]) throws -> JSON {
    let params = JSONObject([("type", .string(type)), ("max_retries", 0)]).merging(more)
    return try jobError(client, of: try client.call("createJob", .object(params)).member("job_id"))
  }

  /// The error that a job ends with.
  func jobError(_ client: Conversation, of job: JSON) throws -> JSON {
    let end = try client.call("waitJob", ["job_id": job, "timeout_seconds": 50])
    try #require(end["timed_out"] == false, "\(end)")
    #expect(end["job"]?["status"] == "failed")
    return try end.member("job").member("error")
  }

  /// A project whose source is a repository of the test.
  func project(_ client: Conversation) throws -> (id: JSON, path: String) {
    let repository = try GitRepository(in: directory)
    try repository.write("PLAN.md", "- [x] one\n")
    _ = try repository.commit()
    let id = try client.call("createProject", ["source": .string(repository.path)]).member("id")
    return (id, repository.path)
  }

  /// A job type for workers on the socket, whose jobs come back quickly.
  static let external = """
    [queue]
    retry_base_seconds = 0.01
    max_crashes = 1
    [job_types.echo]
    external = true

    """

  /// What a worker is given.
  func claim(_ client: Conversation, _ more: JSONObject = [:]) throws -> JSONObject {
    let params = JSONObject([("type", "echo"), ("max_retries", 0)]).merging(more)
    _ = try client.call("createJob", .object(params))
    let jobs = try client.call("claimJobs", ["worker": "w", "types": ["echo"]]).member("jobs")
    let claimed = try #require(jobs[0])
    return ["job_id": try claimed.member("job").member("id"), "attempt_token": try claimed.member("attempt_token")]
  }
}

extension JSONObject {
  /// The same with the members of another one.
  func merging(_ more: JSONObject) -> JSONObject {
    var merged = self
    for (key, value) in more { merged[key] = value }
    return merged
  }
}
