import GantryTestSupport
import Glibc
import JSON
import Testing

/// Errors of what methods are asked to do to jobs and projects.
enum WorkErrorProvocations {
  private static let nowhere: JSON = "01890000-0000-7000-8000-000000000000"

  static let all: [ErrorProvocation] = [
    ErrorProvocation("jobNotFound") { try $0.error($0.start(), "getJobStatus", ["job_id": nowhere]) },
    ErrorProvocation("invalidState") { stage in
      let client = try stage.start()
      let job = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
      return try stage.error(client, "retryJob", ["job_id": job])
    },
    ErrorProvocation("projectNotFound") { try $0.error($0.start(), "getProject", ["project_id": nowhere]) },
    ErrorProvocation("scheduleNotFound") { try $0.error($0.start(), "deleteSchedule", ["schedule_id": nowhere]) },
    ErrorProvocation("duplicateJob") { stage in
      let client = try stage.start(ErrorStage.external)
      let attempt = try stage.claim(client, ["unique_key": "k", "max_retries": 5])
      _ = try client.call("failJob", .object(attempt.merging(["message": "m", "retryable": false])))
      _ = try client.call("createJob", ["type": "echo", "unique_key": "k"])
      return try stage.error(client, "retryJob", ["job_id": try #require(attempt["job_id"])])
    },
    ErrorProvocation("notRetryable") { stage in
      let client = try stage.start(ErrorStage.external)
      let attempt = try stage.claim(client)
      _ = try client.call("failJob", .object(attempt.merging(["message": "m"])))
      return try stage.error(client, "retryJob", ["job_id": try #require(attempt["job_id"])])
    },
    ErrorProvocation("conflict") { stage in
      let client = try stage.start(ErrorStage.external)
      _ = try client.call("createJob", ["type": "noop", "idempotency_key": "k"])
      return try stage.error(client, "createJob", ["type": "echo", "idempotency_key": "k"])
    },
    ErrorProvocation("storageUnavailable") { stage in
      let faults = try Faults()
      let client = try stage.start(environment: faults.environment)
      faults.failSyncs(of: .log)
      defer { faults.heal() }
      return try stage.error(client, "createJob", ["type": "noop"])
    },
    ErrorProvocation("rateLimited") { stage in
      let client = try stage.start("[rate_limits.create_project]\ncount = 1\n")
      _ = try stage.project(client)
      let other = try GitRepository(in: stage.directory, named: "other")
      return try stage.error(client, "createProject", ["source": .string(other.path)])
    },
    ErrorProvocation("notARepository") { try $0.error($0.start(), "refreshProject", ["path": "/"]) },
    ErrorProvocation("unknownJobType") { try $0.error($0.start(), "createJob", ["type": "nothing"]) },
    ErrorProvocation("urlNotAllowed") {
      try $0.error($0.start(), "createProject", ["source": "ftp://example.org/x.git"])
    },
    ErrorProvocation("staleAttempt") { stage in
      let client = try stage.start(ErrorStage.external)
      let attempt = try stage.claim(client)
      _ = try client.call("completeJob", .object(attempt))
      return try stage.error(client, "heartbeatJob", .object(attempt))
    },
  ]
}
