import GantryTestSupport
import JSON
import SQLite
import Testing

/// A daemon with an external job type, and what workers and their clients say to it.
final class WorkerStage {
  let daemon: Daemon
  /// Creates jobs and waits for them; never a worker.
  let client: Conversation

  static let type = """
    [job_types.echo]
    external = true
    retry_base_seconds = 0.01
    """

  init(
    queue: String = "", type: String = WorkerStage.type, top: String = "", environment: [String: String] = [:]
  ) throws {
    daemon = try Daemon(
      configuration: top + "\n[queue]\n" + queue + "\n" + type + "\n", environment: environment)
    client = try daemon.connect(patience: 60)
  }

  func create(_ more: JSONObject = [:]) throws -> JSON {
    var params: JSONObject = ["type": "echo"]
    for (key, value) in more { params[key] = value }
    return try client.call("createJob", .object(params)).member("job_id")
  }

  func status(_ job: JSON) throws -> JSON {
    try client.call("getJobStatus", .object(["job_id": job]))
  }

  /// Waits until the job looks so.
  func wait(for job: JSON, until isSo: (JSON) -> Bool) throws {
    try client.call("getJobStatus", .object(["job_id": job]), until: isSo)
  }

  /// Makes the store refuse that jobs come to that status, as if it had a bug.
  func forbid(_ status: String) throws {
    let database = try SQLite.Connection(path: daemon.statePath + "/gantry.db", mode: .readWrite)
    try database.execute(
      "forbid a status",
      "CREATE TRIGGER forbidden BEFORE UPDATE ON jobs WHEN NEW.status = '\(status)' BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    try database.close()
  }

  func allowAgain() throws {
    let database = try SQLite.Connection(path: daemon.statePath + "/gantry.db", mode: .readWrite)
    try database.execute("allow it again", "DROP TRIGGER forbidden")
    try database.close()
  }

  /// The job as it is when it has ended.
  func end(of job: JSON) throws -> JSON {
    let reply = try client.call("waitJob", .object(["job_id": job, "timeout_seconds": 50]))
    try #require(reply["timed_out"] == false, "the job did not end: \(reply)")
    return try reply.member("job")
  }

  /// What a worker is given when it asks, one job.
  func claim(_ worker: Conversation, _ more: JSONObject = [:]) throws -> Attempt {
    var params: JSONObject = ["worker": "w", "types": ["echo"]]
    for (key, value) in more { params[key] = value }
    let jobs = try worker.call("claimJobs", .object(params)).member("jobs")
    let first = try #require(jobs[0], "no job was given out")
    return Attempt(
      claimed: first, id: try first.member("job").member("id"), token: try first.member("attempt_token"))
  }

  struct Attempt {
    let claimed: JSON
    let id: JSON
    let token: JSON

    func params(_ more: JSONObject = [:]) -> JSON {
      var params: JSONObject = ["job_id": id, "attempt_token": token]
      for (key, value) in more { params[key] = value }
      return .object(params)
    }
  }
}

/// Calls a method that is refused, and gives the error's data.
@discardableResult
func refusal(_ conversation: Conversation, _ method: String, _ params: JSON, code: Int64) throws -> JSON {
  try conversation.send(request("\"r\"", method, params.description))
  let reply = try JSON.parse(try conversation.expectLine())
  let error = try #require(reply["error"], "\(method) was not refused: \(reply)")
  #expect(error["code"]?.intValue == code, "\(error)")
  return try error.member("data")
}
