import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import Testing

/// Errors that jobs end with.
enum JobErrorProvocations {
  static let all: [ErrorProvocation] = projects + queue + programs

  private static let projects: [ErrorProvocation] = [
    ErrorProvocation("gitFailed") { stage in
      let client = try stage.start(git: "echo 'fatal: out of luck' >&2\nexit 128")
      return try stage.jobError(client, "refresh", ["project_id": stage.project(client).id])
    },
    ErrorProvocation("gitMissing") { stage in
      let client = try stage.start(environment: ["PATH": stage.directory.path])
      return try stage.jobError(client, "refresh", ["project_id": stage.project(client).id])
    },
    ErrorProvocation("gitTimedOut") { stage in
      let client = try stage.start(git: "exec sleep 1000", "[git]\ntimeout_seconds = 1\n")
      return try stage.jobError(client, "refresh", ["project_id": stage.project(client).id])
    },
    ErrorProvocation("mirrorBusy") { stage in
      let client = try stage.start("[git]\ntimeout_seconds = 1\n")
      let project = try client.call("createProject", ["source": "https://127.0.0.1:1/x.git"]).member("id")
      // Another process has the mirror.
      let mirrors = try #require(stage.daemon).statePath + "/mirrors"
      #expect(mkdir(mirrors, 0o700) == 0 || errno == EEXIST)
      let lock = Glibc.open("\(mirrors)/\(try #require(project.stringValue)).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      let holder = Descriptor(owning: lock)
      #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
      defer { withExtendedLifetime(holder) {} }
      return try stage.jobError(client, "refresh", ["project_id": project])
    },
    ErrorProvocation("pathNotFound") { stage in
      let client = try stage.start()
      let project = try stage.project(client)
      #expect(rename(project.path, project.path + ".gone") == 0)
      return try stage.jobError(client, "refresh", ["project_id": project.id])
    },
    ErrorProvocation("repositoryTooLarge") { stage in
      // More branches than anybody has.
      let client = try stage.start(git: "exec yes 0123456789012345678901234567890123456789")
      let project = try client.call("createProject", ["source": "https://127.0.0.1:1/x.git"]).member("id")
      return try stage.jobError(client, "refresh", ["project_id": project])
    },
  ]

  private static let queue: [ErrorProvocation] = [
    ErrorProvocation("jobTimeout") { stage in
      let client = try stage.start(ErrorStage.external)
      let attempt = try stage.claim(client, ["timeout_seconds": 0.05])
      return try stage.jobError(client, of: try #require(attempt["job_id"]))
    },
    ErrorProvocation("queueTimeout") { stage in
      try stage.jobError(stage.start(ErrorStage.external), "echo", ["queue_timeout_seconds": 0.05])
    },
    ErrorProvocation("dependencyFailed") { stage in
      let client = try stage.start(ErrorStage.external)
      let parent = try client.call("createJob", ["type": "echo"]).member("job_id")
      let child = try client.call("createJob", ["type": "noop", "depends_on": [parent]]).member("job_id")
      _ = try client.call("cancelJob", ["job_id": parent])
      return try stage.jobError(client, of: child)
    },
    ErrorProvocation("workerCrashed") { stage in
      let client = try stage.start(ErrorStage.external)
      let attempt = try stage.claim(try #require(stage.daemon).connect())
      return try stage.jobError(client, of: try #require(attempt["job_id"]))
    },
    ErrorProvocation("workerFailed") { stage in
      let client = try stage.start(ErrorStage.external)
      let attempt = try stage.claim(client)
      let message: JSON = "The picture is not there. Create the job again once it is."
      _ = try client.call("failJob", .object(attempt.merging(["message": message])))
      return try stage.jobError(client, of: try #require(attempt["job_id"]))
    },
  ]

  private static let programs: [ErrorProvocation] = [
    ErrorProvocation("commandFailed") { stage in
      let client = try stage.start(#"job_types.own.command = ["/bin/sh", "-c", "exit 3"]"# + "\n")
      return try stage.jobError(client, "own")
    },
    ErrorProvocation("commandUnusable") { stage in
      let client = try stage.start(#"job_types.own.command = ["/nonexistent/program"]"# + "\n")
      return try stage.jobError(client, "own")
    },
    ErrorProvocation("resultTooLarge") { stage in
      let program =
        "exec awk 'BEGIN { printf \\\"[\\\"; for (i = 0; i < 3000000; i++) printf \\\"1,\\\"; print \\\"1]\\\" }'"
      let client = try stage.start("job_types.own.command = [\"/bin/sh\", \"-c\", \"\(program)\"]\n")
      return try stage.jobError(client, "own")
    },
  ]
}
