// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Show what the daemon has counted. Counters start at 0 with the daemon. As JSON by default; with the format
/// `prometheus` the same as text for a scraper, in `text`.
public enum ReadMetrics: RPCMethod {
  public static let name = "metrics"

  /// What `metrics` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// How to write them.
    public var format: MetricsFormatName?

    public init(
      format: MetricsFormatName? = nil
    ) {
      self.format = format
    }

    public static let parameterNames: [String] = ["format"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      format = try members.optional("format")
      try Check.known(format, "format")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("format", format)
      writer.endObject()
    }
  }

  /// What `metrics` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// Since the daemon started.
    public var uptimeSeconds: Double?
    /// All types together, since the daemon started.
    public var jobs: JobTotalsObject?
    /// By type, in order of their names.
    public var types: [JobTypeMetricsObject]?
    /// Failed attempts by the kind of their error, the most frequent first.
    public var errorPatterns: [NamedCountObject]?
    /// Refreshes added, for each user; beyond 100 users the rest is counted as `other`.
    public var refreshesByUser: [NamedCountObject]?
    /// What requests for a refresh met: `created`, `joined`, `queued_behind`.
    public var refreshOutcomes: [NamedCountObject]?
    /// What requests for a job met: `created`, `existing`, `joined`.
    public var createOutcomes: [NamedCountObject]?
    /// Requests refused by a rate limit, by action.
    public var rateLimited: [NamedCountObject]?
    /// Methods that were called, in order of their names.
    public var methods: [MethodMetricsObject]?
    /// Connections, since the daemon started.
    public var connections: ConnectionMetricsObject?
    /// Who runs jobs.
    public var workers: WorkerCounts?
    /// No job is started at the moment.
    public var paused: Bool?
    /// Of one turn of the loop; nobody else is served while it lasts.
    public var turnSeconds: HistogramObject?
    /// The database, since the daemon started.
    public var store: StoreMetricsObject?
    /// The process of the daemon; null where the system does not tell.
    public var process: ProcessMetricsObject?
    /// The metrics as Prometheus reads them; only with that format, and then alone with content_type.
    public var text: String?
    /// The media type of the text.
    public var contentType: String?

    public init(
      uptimeSeconds: Double? = nil,
      jobs: JobTotalsObject? = nil,
      types: [JobTypeMetricsObject]? = nil,
      errorPatterns: [NamedCountObject]? = nil,
      refreshesByUser: [NamedCountObject]? = nil,
      refreshOutcomes: [NamedCountObject]? = nil,
      createOutcomes: [NamedCountObject]? = nil,
      rateLimited: [NamedCountObject]? = nil,
      methods: [MethodMetricsObject]? = nil,
      connections: ConnectionMetricsObject? = nil,
      workers: WorkerCounts? = nil,
      paused: Bool? = nil,
      turnSeconds: HistogramObject? = nil,
      store: StoreMetricsObject? = nil,
      process: ProcessMetricsObject? = nil,
      text: String? = nil,
      contentType: String? = nil
    ) {
      self.uptimeSeconds = uptimeSeconds
      self.jobs = jobs
      self.types = types
      self.errorPatterns = errorPatterns
      self.refreshesByUser = refreshesByUser
      self.refreshOutcomes = refreshOutcomes
      self.createOutcomes = createOutcomes
      self.rateLimited = rateLimited
      self.methods = methods
      self.connections = connections
      self.workers = workers
      self.paused = paused
      self.turnSeconds = turnSeconds
      self.store = store
      self.process = process
      self.text = text
      self.contentType = contentType
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      uptimeSeconds = try members.optional("uptime_seconds")
      jobs = try members.optional("jobs")
      types = try members.optional("types")
      errorPatterns = try members.optional("error_patterns")
      refreshesByUser = try members.optional("refreshes_by_user")
      refreshOutcomes = try members.optional("refresh_outcomes")
      createOutcomes = try members.optional("create_outcomes")
      rateLimited = try members.optional("rate_limited")
      methods = try members.optional("methods")
      connections = try members.optional("connections")
      workers = try members.optional("workers")
      paused = try members.optional("paused")
      turnSeconds = try members.optional("turn_seconds")
      store = try members.optional("store")
      process = try members.optional("process")
      text = try members.optional("text")
      contentType = try members.optional("content_type")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("uptime_seconds", uptimeSeconds)
      writer.memberIfPresent("jobs", jobs)
      writer.memberIfPresent("types", types)
      writer.memberIfPresent("error_patterns", errorPatterns)
      writer.memberIfPresent("refreshes_by_user", refreshesByUser)
      writer.memberIfPresent("refresh_outcomes", refreshOutcomes)
      writer.memberIfPresent("create_outcomes", createOutcomes)
      writer.memberIfPresent("rate_limited", rateLimited)
      writer.memberIfPresent("methods", methods)
      writer.memberIfPresent("connections", connections)
      writer.memberIfPresent("workers", workers)
      writer.memberIfPresent("paused", paused)
      writer.memberIfPresent("turn_seconds", turnSeconds)
      writer.memberIfPresent("store", store)
      writer.memberIfPresent("process", process)
      writer.memberIfPresent("text", text)
      writer.memberIfPresent("content_type", contentType)
      writer.endObject()
    }
  }
}
