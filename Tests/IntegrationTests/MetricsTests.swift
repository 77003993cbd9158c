import GantryTestSupport
import JSON
import Testing

@Suite("Metrics")
struct MetricsTests {
  /// A daemon that has completed one job, failed to start none and answered one error.
  private func busy(_ body: (Conversation) throws -> Void) throws {
    try converse { client in
      let id = try client.call("createJob", ["type": "noop"]).member("job_id")
      _ = try client.call("waitJob", .object(["job_id": id]))
      try client.send(request("1", "getJobStatus", #"{"job_id":"01997a3e-8c00-7d1e-a1b2-3c4d5e6f7081"}"#))
      try client.expect(error(1001, id: "1", "jobNotFound"))
      try client.send("nonsense")
      try client.expect(parseError)
      try client.send(request("2", "noSuchMethod"))
      try client.expect(error(-32601, id: "2", "methodNotFound"))
      try body(client)
    }
  }

  @Test("The JSON counts jobs, requests and errors")
  func json() throws {
    try busy { client in
      let metrics = try client.call("metrics", [:])
      #expect(metrics["jobs"]?["completed_total"] == 1)
      #expect(metrics["jobs"]?["success_rate"]?.doubleValue == 1)
      let noop = try #require(metrics["types"]?.arrayValue?.first { $0["type"] == "noop" })
      #expect(noop["completed"] == 1)
      #expect(noop["started_total"] == 1)
      #expect(noop["wait_seconds"]?["count"] == 1)
      #expect(noop["run_seconds"]?["count"] == 1)
      let methods = metrics["methods"]?.arrayValue ?? []
      let status = try #require(methods.first { $0["method"] == "getJobStatus" })
      #expect(status["requests_total"] == 1)
      #expect(status["errors"] == [["name": "jobNotFound", "count": 1]])
      #expect(methods.contains { $0["method"] == "unknown" && $0["requests_total"] == 1 })
      #expect(metrics["connections"]?["bad_lines"] == [["name": "parseError", "count": 1]])
      #expect(metrics["connections"]?["open"] == 1)
      #expect(metrics["text"] == nil)
    }
  }

  @Test("The text is what Prometheus reads: every series once, under its type, buckets growing to the count")
  func prometheus() throws {
    try busy { client in
      let result = try client.call("metrics", ["format": "prometheus"])
      #expect(result["content_type"] == "text/plain; version=0.0.4; charset=utf-8")
      #expect(Set(result.objectValue?.keys ?? []) == ["text", "content_type"])
      let metrics = try PrometheusParser(try #require(result["text"]?.stringValue))
      for (name, type) in metrics.types {
        #expect(name.hasPrefix("gantry_"))
        #expect((type == "counter") == name.hasSuffix("_total"), "\(name)")
      }
      #expect(metrics.value("gantry_jobs", ["type": "noop", "status": "completed"]) == 1)
      #expect(metrics.value("gantry_jobs_completed_total", ["type": "noop"]) == 1)
      #expect(metrics.value("gantry_rpc_errors_total", ["method": "getJobStatus", "kind": "jobNotFound"]) == 1)
      #expect(metrics.value("gantry_rpc_bad_lines_total", ["kind": "parseError"]) == 1)
      let histograms = try metrics.histograms()
      #expect(Set(histograms.keys.map(\.name)) == Set(metrics.types.filter { $0.value == "histogram" }.keys))
      for (series, buckets) in histograms {
        #expect(buckets.map(\.bound) == buckets.map(\.bound).sorted(), "\(series)")
        #expect(buckets.map(\.count) == buckets.map(\.count).sorted(), "\(series)")
        #expect(buckets.last?.bound == .infinity)
        #expect(buckets.last?.count == metrics.value(series.name + "_count", series.labels), "\(series)")
        #expect(metrics.value(series.name + "_sum", series.labels) != nil)
      }
      #expect(metrics.value("gantry_job_run_seconds_count", ["type": "noop"]) == 1)
    }
  }

  @Test("A failed job is counted by the kind of its error, and a refresh by its user")
  func errorPatterns() throws {
    let directory = try TemporaryDirectory()
    let repository = try GitRepository(in: directory)
    try repository.write("PLAN.md", "- [x] one\n")
    try repository.commit()
    try converse { client in
      let refresh = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
      let project = try refresh.member("project_id")
      try directory.remove("project")
      let id = try client.call("createJob", .object(["type": "refresh", "project_id": project, "max_retries": 0]))
        .member("job_id")
      let job = try client.call("waitJob", .object(["job_id": id])).member("job")
      let metrics = try client.call("metrics", [:])
      #expect(metrics["error_patterns"] == [.object(["name": try job.member("error").member("kind"), "count": 1])])
      #expect(metrics["refreshes_by_user"] == [.object(["name": try job.member("user_id"), "count": 2])])
      let type = try #require(metrics["types"]?.arrayValue?.first { $0["type"] == "refresh" })
      #expect(type["success_rate"]?.doubleValue == 0.5)
    }
  }

  @Test("An unknown format is refused")
  func unknownFormat() throws {
    try converse { client in
      try client.send(request("1", "metrics", #"{"format":"xml"}"#))
      try client.expect(error(-32602, id: "1", "invalidParams", field: "format"))
    }
  }
}
