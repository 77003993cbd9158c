import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import SQLite
import Testing

/// Errors of lines, requests and connections.
enum WireErrorProvocations {
  static let all: [ErrorProvocation] = [
    ErrorProvocation("parseError") { try $0.error($0.start(), line: #"{"jsonrpc":"2.0","id":1"#) },
    ErrorProvocation("nestingTooDeep") { try $0.error($0.start(), line: String(repeating: "[", count: 200)) },
    ErrorProvocation("invalidRequest") { try $0.error($0.start(), line: #"{"jsonrpc":"2.0","id":1}"#) },
    ErrorProvocation("batchTooLarge") { stage in
      let ping = request("1", "ping")
      return try stage.error(stage.start("[limits]\nbatch = 1\n"), line: "[\(ping),\(ping)]")
    },
    ErrorProvocation("idTooLong") {
      try $0.error($0.start(), line: request("\"\(String(repeating: "x", count: 1100))\"", "ping"))
    },
    ErrorProvocation("methodNotFound") { try $0.error($0.start(), "createJobs") },
    ErrorProvocation("invalidParams") { try $0.error($0.start(), "getJobStatus", ["job_id": "x"]) },
    ErrorProvocation("unknownParam") { try $0.error($0.start(), "ping", ["colour": "red"]) },
    ErrorProvocation("duplicateKey") {
      try $0.error($0.start(), line: request("1", "getJobStatus", #"{"job_id":"a","job_id":"b"}"#))
    },
    ErrorProvocation("internalError") { stage in
      let client = try stage.start()
      let daemon = try #require(stage.daemon)
      // A rule that the daemon knows nothing of makes every new job look like a bug of its own.
      let database = try SQLite.Connection(path: daemon.statePath + "/gantry.db", mode: .readWrite)
      try database.execute(
        "forbid jobs", "CREATE TRIGGER no_jobs BEFORE INSERT ON jobs BEGIN SELECT RAISE(ABORT, 'no'); END")
      try database.close()
      return try stage.error(client, "createJob", ["type": "noop"])
    },
    ErrorProvocation("overloaded") { stage in
      let faults = try Faults()
      defer { faults.heal() }
      try stage.start(environment: faults.environment)
      faults.holdSyncs(of: .log)
      stage.survivor = nil
      let daemon = try #require(stage.daemon)
      let payload = String(repeating: "x", count: 1_000_000)
      let params = #"{"type":"noop","delay_seconds":3600,"payload":{"x":"\#(payload)"}}"#
      let clients = [try daemon.connect(patience: 60), try daemon.connect(patience: 60)]
      for client in clients {
        for _ in 0..<40 { try client.send(request("1", "createJob", params)) }
      }
      return try stage.error(clients[1])
    },
    ErrorProvocation("messageTooLarge") { stage in
      let client = try stage.start("[limits]\nline_bytes = 65536\n")
      return try stage.error(client, line: String(repeating: "x", count: 70_000))
    },
    ErrorProvocation("responseTooLarge") { stage in
      let client = try stage.start("[limits]\nanswer_bytes = 65536\n")
      let text = JSON.string(String(repeating: "x", count: 70_000))
      let job = try client.call("createJob", ["type": "noop", "payload": ["text": text]]).member("job_id")
      return try stage.error(client, "getJobStatus", ["job_id": job])
    },
    ErrorProvocation("shuttingDown") { stage in
      let client = try stage.start("drain_seconds = 60\n" + ErrorStage.external)
      let attempt = try stage.claim(client)
      stage.daemon?.signal(SIGTERM)
      try stage.daemon?.waitForLog(containing: "draining")
      stage.survivor = nil
      let error = try stage.error(client, "ping")
      _ = try client.call("completeJob", .object(attempt))
      return error
    },
    ErrorProvocation("permissionDenied", needsRoot: true) { stage in
      try stage.start()
      let daemon = try #require(stage.daemon)
      // Nothing but the daemon's own look keeps the other user away.
      for path in [daemon.directory.path, daemon.socketPath] { #expect(chmod(path, 0o777) == 0) }
      let program = """
        import os, socket, sys
        os.setgroups([])
        os.setuid(65534)
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(sys.argv[1])
        sys.stdout.write(connection.makefile().readline())
        """
      let said = try ChildCommand("/usr/bin/python3", ["-c", program, daemon.socketPath]).run()
      return try JSON.parse(said.output).member("error")
    },
    ErrorProvocation("tooManyConnections") { stage in
      try stage.start("[limits]\nconnections = 1\n")
      return try stage.error(try #require(stage.daemon).connect())
    },
    ErrorProvocation("requestCancelled") { stage in
      let client = try stage.start()
      let job = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
      try client.send(request("7", "waitJob", JSON.object(["job_id": job]).description))
      return try stage.error(client, line: #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":7}}"#)
    },
    ErrorProvocation("unsupportedProtocol") { try $0.error($0.start(), "hello", ["protocol": "99.0.0"]) },
    ErrorProvocation("tooManySubscriptions") { stage in
      let client = try stage.start()
      for _ in 0..<32 { _ = try client.call("subscribe", ["events": ["job.failed"]]) }
      return try stage.error(client, "subscribe", ["events": ["job.failed"]])
    },
  ]
}
