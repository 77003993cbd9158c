// Types of the wire, until they are generated from the protocol document.
import JSON
import JSONRPC
public struct JobStatusName: RawRepresentable, Hashable, Sendable, JSONEncodable, JSONDecodable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(json: JSON) throws(JSONDecodingError) { rawValue = try String(json: json) }
  public func write(to writer: inout JSONWriter) { writer.string(rawValue) }
  public static let pending = JobStatusName(rawValue: "pending")
  public static let processing = JobStatusName(rawValue: "processing")
  public static let completed = JobStatusName(rawValue: "completed")
  public static let failed = JobStatusName(rawValue: "failed")
  public static let cancelled = JobStatusName(rawValue: "cancelled")
}
public struct JobPriorityName: RawRepresentable, Hashable, Sendable, JSONEncodable, JSONDecodable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(json: JSON) throws(JSONDecodingError) { rawValue = try String(json: json) }
  public func write(to writer: inout JSONWriter) { writer.string(rawValue) }
  public static let low = JobPriorityName(rawValue: "low")
  public static let normal = JobPriorityName(rawValue: "normal")
  public static let high = JobPriorityName(rawValue: "high")
}
public struct CreateOutcomeName: RawRepresentable, Hashable, Sendable, JSONEncodable, JSONDecodable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(json: JSON) throws(JSONDecodingError) { rawValue = try String(json: json) }
  public func write(to writer: inout JSONWriter) { writer.string(rawValue) }
  public static let created = CreateOutcomeName(rawValue: "created")
  public static let existing = CreateOutcomeName(rawValue: "existing")
  public static let joined = CreateOutcomeName(rawValue: "joined")
}
public struct RefreshOutcomeName: RawRepresentable, Hashable, Sendable, JSONEncodable, JSONDecodable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(json: JSON) throws(JSONDecodingError) { rawValue = try String(json: json) }
  public func write(to writer: inout JSONWriter) { writer.string(rawValue) }
  public static let created = RefreshOutcomeName(rawValue: "created")
  public static let joined = RefreshOutcomeName(rawValue: "joined")
  public static let queuedBehind = RefreshOutcomeName(rawValue: "queued_behind")
}
public struct JobProgressObject: JSONEncodable, JSONDecodable, Sendable {
  public var fraction: Double
  public var stage: String
  public var message: String
  public var current: Int64?
  public var total: Int64?
  public init(fraction: Double, stage: String, message: String, current: Int64? = nil, total: Int64? = nil) {
    self.fraction = fraction
    self.stage = stage
    self.message = message
    self.current = current
    self.total = total
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    fraction = try object.required("fraction")
    stage = try object.required("stage")
    message = try object.required("message")
    current = try object.optional("current")
    total = try object.optional("total")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("fraction", fraction)
    writer.member("stage", stage)
    writer.member("message", message)
    writer.member("current", current)
    writer.member("total", total)
    writer.endObject()
  }
}
public struct JobErrorObject: JSONEncodable, JSONDecodable, Sendable {
  public var kind: String
  public var message: String
  public var step: String?
  public var exitCode: Int64?
  public var stderrTail: String?
  public init(kind: String, message: String, step: String? = nil, exitCode: Int64? = nil, stderrTail: String? = nil) {
    self.kind = kind
    self.message = message
    self.step = step
    self.exitCode = exitCode
    self.stderrTail = stderrTail
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    kind = try object.required("kind")
    message = try object.required("message")
    step = try object.optional("step")
    exitCode = try object.optional("exit_code")
    stderrTail = try object.optional("stderr_tail")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("kind", kind)
    writer.member("message", message)
    writer.member("step", step)
    writer.member("exit_code", exitCode)
    writer.member("stderr_tail", stderrTail)
    writer.endObject()
  }
}
public struct JobObject: JSONEncodable, JSONDecodable, Sendable {
  public var id: String
  public var type: String
  public var projectID: String?
  public var userID: String
  public var status: JobStatusName
  public var priority: JobPriorityName
  public var payload: RawJSON
  public var createdAt: String
  public var runAt: String
  public var startedAt: String?
  public var completedAt: String?
  public var result: RawJSON?
  public var error: JobErrorObject?
  public var retryCount: Int64
  public var maxRetries: Int64
  public var attempt: Int64
  public var progress: JobProgressObject
  public var cancelRequested: Bool
  public init(id: String, type: String, projectID: String? = nil, userID: String, status: JobStatusName, priority: JobPriorityName, payload: RawJSON, createdAt: String, runAt: String, startedAt: String? = nil, completedAt: String? = nil, result: RawJSON? = nil, error: JobErrorObject? = nil, retryCount: Int64, maxRetries: Int64, attempt: Int64, progress: JobProgressObject, cancelRequested: Bool) {
    self.id = id
    self.type = type
    self.projectID = projectID
    self.userID = userID
    self.status = status
    self.priority = priority
    self.payload = payload
    self.createdAt = createdAt
    self.runAt = runAt
    self.startedAt = startedAt
    self.completedAt = completedAt
    self.result = result
    self.error = error
    self.retryCount = retryCount
    self.maxRetries = maxRetries
    self.attempt = attempt
    self.progress = progress
    self.cancelRequested = cancelRequested
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    id = try object.required("id")
    type = try object.required("type")
    projectID = try object.optional("project_id")
    userID = try object.required("user_id")
    status = try object.required("status")
    priority = try object.required("priority")
    payload = try object.required("payload")
    createdAt = try object.required("created_at")
    runAt = try object.required("run_at")
    startedAt = try object.optional("started_at")
    completedAt = try object.optional("completed_at")
    result = try object.optional("result")
    error = try object.optional("error")
    retryCount = try object.required("retry_count")
    maxRetries = try object.required("max_retries")
    attempt = try object.required("attempt")
    progress = try object.required("progress")
    cancelRequested = try object.required("cancel_requested")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id)
    writer.member("type", type)
    writer.member("project_id", projectID)
    writer.member("user_id", userID)
    writer.member("status", status)
    writer.member("priority", priority)
    writer.member("payload", payload)
    writer.member("created_at", createdAt)
    writer.member("run_at", runAt)
    writer.member("started_at", startedAt)
    writer.member("completed_at", completedAt)
    writer.member("result", result)
    writer.member("error", error)
    writer.member("retry_count", retryCount)
    writer.member("max_retries", maxRetries)
    writer.member("attempt", attempt)
    writer.member("progress", progress)
    writer.member("cancel_requested", cancelRequested)
    writer.endObject()
  }
}
public struct ProjectObject: JSONEncodable, JSONDecodable, Sendable {
  public var id: String
  public var source: String
  public var kind: String
  public var name: String
  public var planPath: String?
  public var createdAt: String
  public var updatedAt: String
  public var lastRefreshedAt: String?
  public var head: String?
  public var branch: String?
  public var progress: RawJSON?
  public var skills: RawJSON?
  public init(id: String, source: String, kind: String, name: String, planPath: String? = nil, createdAt: String, updatedAt: String, lastRefreshedAt: String? = nil, head: String? = nil, branch: String? = nil, progress: RawJSON? = nil, skills: RawJSON? = nil) {
    self.id = id
    self.source = source
    self.kind = kind
    self.name = name
    self.planPath = planPath
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.lastRefreshedAt = lastRefreshedAt
    self.head = head
    self.branch = branch
    self.progress = progress
    self.skills = skills
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    id = try object.required("id")
    source = try object.required("source")
    kind = try object.required("kind")
    name = try object.required("name")
    planPath = try object.optional("plan_path")
    createdAt = try object.required("created_at")
    updatedAt = try object.required("updated_at")
    lastRefreshedAt = try object.optional("last_refreshed_at")
    head = try object.optional("head")
    branch = try object.optional("branch")
    progress = try object.optional("progress")
    skills = try object.optional("skills")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id)
    writer.member("source", source)
    writer.member("kind", kind)
    writer.member("name", name)
    writer.member("plan_path", planPath)
    writer.member("created_at", createdAt)
    writer.member("updated_at", updatedAt)
    writer.member("last_refreshed_at", lastRefreshedAt)
    writer.member("head", head)
    writer.member("branch", branch)
    writer.member("progress", progress)
    writer.member("skills", skills)
    writer.endObject()
  }
}
public struct HelloLimits: JSONEncodable, JSONDecodable, Sendable {
  public var lineBytes: Int64
  public var batch: Int64
  public var inFlight: Int64
  public var connections: Int64
  public var nestingDepth: Int64
  public var listLimit: Int64
  public init(lineBytes: Int64, batch: Int64, inFlight: Int64, connections: Int64, nestingDepth: Int64, listLimit: Int64) {
    self.lineBytes = lineBytes
    self.batch = batch
    self.inFlight = inFlight
    self.connections = connections
    self.nestingDepth = nestingDepth
    self.listLimit = listLimit
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    lineBytes = try object.required("line_bytes")
    batch = try object.required("batch")
    inFlight = try object.required("in_flight")
    connections = try object.required("connections")
    nestingDepth = try object.required("nesting_depth")
    listLimit = try object.required("list_limit")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("line_bytes", lineBytes)
    writer.member("batch", batch)
    writer.member("in_flight", inFlight)
    writer.member("connections", connections)
    writer.member("nesting_depth", nestingDepth)
    writer.member("list_limit", listLimit)
    writer.endObject()
  }
}
public struct WorkerCounts: JSONEncodable, JSONDecodable, Sendable {
  public var total: Int64
  public var busy: Int64
  public init(total: Int64, busy: Int64) {
    self.total = total
    self.busy = busy
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    total = try object.required("total")
    busy = try object.required("busy")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("total", total)
    writer.member("busy", busy)
    writer.endObject()
  }
}
public enum Ping: RPCMethod {
  public static let name = "ping"
public struct Params: RPCParams {
  public init() {
  }
  public static let parameterNames: [String] = []
  public static let requiredCount = 0
  public init(members object: JSONObject) throws(JSONDecodingError) {
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}
public struct Result: JSONEncodable, JSONDecodable, Sendable {
  public var pong: Bool
  public var time: String
  public init(pong: Bool, time: String) {
    self.pong = pong
    self.time = time
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    pong = try object.required("pong")
    time = try object.required("time")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("pong", pong)
    writer.member("time", time)
    writer.endObject()
  }
}
}
public enum Hello: RPCMethod {
  public static let name = "hello"
public struct Params: RPCParams {
  public var clientName: String?
  public var clientVersion: String?
  public var `protocol`: String?
  public init(clientName: String? = nil, clientVersion: String? = nil, `protocol`: String? = nil) {
    self.clientName = clientName
    self.clientVersion = clientVersion
    self.`protocol` = `protocol`
  }
  public static let parameterNames: [String] = ["client_name", "client_version", "protocol"]
  public static let requiredCount = 0
  public init(members object: JSONObject) throws(JSONDecodingError) {
    clientName = try object.optional("client_name")
    clientVersion = try object.optional("client_version")
    `protocol` = try object.optional("protocol")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("client_name", clientName)
    writer.member("client_version", clientVersion)
    writer.member("protocol", `protocol`)
    writer.endObject()
  }
}
public struct Result: JSONEncodable, JSONDecodable, Sendable {
  public var `protocol`: String
  public var minProtocol: String
  public var server: String
  public var serverVersion: String
  public var instanceID: String
  public var capabilities: [String]
  public var limits: HelloLimits
  public init(`protocol`: String, minProtocol: String, server: String, serverVersion: String, instanceID: String, capabilities: [String], limits: HelloLimits) {
    self.`protocol` = `protocol`
    self.minProtocol = minProtocol
    self.server = server
    self.serverVersion = serverVersion
    self.instanceID = instanceID
    self.capabilities = capabilities
    self.limits = limits
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    `protocol` = try object.required("protocol")
    minProtocol = try object.required("min_protocol")
    server = try object.required("server")
    serverVersion = try object.required("server_version")
    instanceID = try object.required("instance_id")
    capabilities = try object.required("capabilities")
    limits = try object.required("limits")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("protocol", `protocol`)
    writer.member("min_protocol", minProtocol)
    writer.member("server", server)
    writer.member("server_version", serverVersion)
    writer.member("instance_id", instanceID)
    writer.member("capabilities", capabilities)
    writer.member("limits", limits)
    writer.endObject()
  }
}
}
public enum RPCDiscover: RPCMethod {
  public static let name = "rpc.discover"
public struct Params: RPCParams {
  public init() {
  }
  public static let parameterNames: [String] = []
  public static let requiredCount = 0
  public init(members object: JSONObject) throws(JSONDecodingError) {
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}
public typealias Result = RawJSON
}
public enum CreateJob: RPCMethod {
  public static let name = "createJob"
public struct Params: RPCParams {
  public var type: String
  public var projectID: String?
  public var payload: RawJSON?
  public var priority: JobPriorityName?
  public var maxRetries: Int64?
  public var runAt: String?
  public var delaySeconds: Double?
  public var idempotencyKey: String?
  public var uniqueKey: String?
  public init(type: String, projectID: String? = nil, payload: RawJSON? = nil, priority: JobPriorityName? = nil, maxRetries: Int64? = nil, runAt: String? = nil, delaySeconds: Double? = nil, idempotencyKey: String? = nil, uniqueKey: String? = nil) {
    self.type = type
    self.projectID = projectID
    self.payload = payload
    self.priority = priority
    self.maxRetries = maxRetries
    self.runAt = runAt
    self.delaySeconds = delaySeconds
    self.idempotencyKey = idempotencyKey
    self.uniqueKey = uniqueKey
  }
  public static let parameterNames: [String] = ["type", "project_id", "payload", "priority", "max_retries", "run_at", "delay_seconds", "idempotency_key", "unique_key"]
  public static let requiredCount = 1
  public init(members object: JSONObject) throws(JSONDecodingError) {
    type = try object.required("type")
    projectID = try object.optional("project_id")
    payload = try object.optional("payload")
    priority = try object.optional("priority")
    maxRetries = try object.optional("max_retries")
    runAt = try object.optional("run_at")
    delaySeconds = try object.optional("delay_seconds")
    idempotencyKey = try object.optional("idempotency_key")
    uniqueKey = try object.optional("unique_key")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("type", type)
    writer.member("project_id", projectID)
    writer.member("payload", payload)
    writer.member("priority", priority)
    writer.member("max_retries", maxRetries)
    writer.member("run_at", runAt)
    writer.member("delay_seconds", delaySeconds)
    writer.member("idempotency_key", idempotencyKey)
    writer.member("unique_key", uniqueKey)
    writer.endObject()
  }
}
public struct Result: JSONEncodable, JSONDecodable, Sendable {
  public var jobID: String
  public var status: JobStatusName
  public var outcome: CreateOutcomeName
  public init(jobID: String, status: JobStatusName, outcome: CreateOutcomeName) {
    self.jobID = jobID
    self.status = status
    self.outcome = outcome
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    jobID = try object.required("job_id")
    status = try object.required("status")
    outcome = try object.required("outcome")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("job_id", jobID)
    writer.member("status", status)
    writer.member("outcome", outcome)
    writer.endObject()
  }
}
}
public enum GetJobStatus: RPCMethod {
  public static let name = "getJobStatus"
public struct Params: RPCParams {
  public var jobID: String
  public init(jobID: String) {
    self.jobID = jobID
  }
  public static let parameterNames: [String] = ["job_id"]
  public static let requiredCount = 1
  public init(members object: JSONObject) throws(JSONDecodingError) {
    jobID = try object.required("job_id")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("job_id", jobID)
    writer.endObject()
  }
}
public typealias Result = JobObject
}
public enum ListJobs: RPCMethod {
  public static let name = "listJobs"
public struct Params: RPCParams {
  public var projectID: String?
  public var userID: String?
  public var type: String?
  public var status: JobStatusName?
  public var limit: Int64?
  public var cursor: String?
  public init(projectID: String? = nil, userID: String? = nil, type: String? = nil, status: JobStatusName? = nil, limit: Int64? = nil, cursor: String? = nil) {
    self.projectID = projectID
    self.userID = userID
    self.type = type
    self.status = status
    self.limit = limit
    self.cursor = cursor
  }
  public static let parameterNames: [String] = ["project_id", "user_id", "type", "status", "limit", "cursor"]
  public static let requiredCount = 0
  public init(members object: JSONObject) throws(JSONDecodingError) {
    projectID = try object.optional("project_id")
    userID = try object.optional("user_id")
    type = try object.optional("type")
    status = try object.optional("status")
    limit = try object.optional("limit")
    cursor = try object.optional("cursor")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("project_id", projectID)
    writer.member("user_id", userID)
    writer.member("type", type)
    writer.member("status", status)
    writer.member("limit", limit)
    writer.member("cursor", cursor)
    writer.endObject()
  }
}
public struct Result: JSONEncodable, JSONDecodable, Sendable {
  public var jobs: [JobObject]
  public var nextCursor: String?
  public init(jobs: [JobObject], nextCursor: String? = nil) {
    self.jobs = jobs
    self.nextCursor = nextCursor
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    jobs = try object.required("jobs")
    nextCursor = try object.optional("next_cursor")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("jobs", jobs)
    writer.member("next_cursor", nextCursor)
    writer.endObject()
  }
}
}
public enum WaitJob: RPCMethod {
  public static let name = "waitJob"
public struct Params: RPCParams {
  public var jobID: String
  public var timeoutSeconds: Double?
  public init(jobID: String, timeoutSeconds: Double? = nil) {
    self.jobID = jobID
    self.timeoutSeconds = timeoutSeconds
  }
  public static let parameterNames: [String] = ["job_id", "timeout_seconds"]
  public static let requiredCount = 1
  public init(members object: JSONObject) throws(JSONDecodingError) {
    jobID = try object.required("job_id")
    timeoutSeconds = try object.optional("timeout_seconds")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("job_id", jobID)
    writer.member("timeout_seconds", timeoutSeconds)
    writer.endObject()
  }
}
public struct Result: JSONEncodable, JSONDecodable, Sendable {
  public var job: JobObject
  public var timedOut: Bool
  public init(job: JobObject, timedOut: Bool) {
    self.job = job
    self.timedOut = timedOut
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    job = try object.required("job")
    timedOut = try object.required("timed_out")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("job", job)
    writer.member("timed_out", timedOut)
    writer.endObject()
  }
}
}
public enum CancelJob: RPCMethod {
  public static let name = "cancelJob"
public struct Params: RPCParams {
  public var jobID: String
  public init(jobID: String) {
    self.jobID = jobID
  }
  public static let parameterNames: [String] = ["job_id"]
  public static let requiredCount = 1
  public init(members object: JSONObject) throws(JSONDecodingError) {
    jobID = try object.required("job_id")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("job_id", jobID)
    writer.endObject()
  }
}
public struct Result: JSONEncodable, JSONDecodable, Sendable {
  public var jobID: String
  public var status: JobStatusName
  public var cancelRequested: Bool
  public init(jobID: String, status: JobStatusName, cancelRequested: Bool) {
    self.jobID = jobID
    self.status = status
    self.cancelRequested = cancelRequested
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    jobID = try object.required("job_id")
    status = try object.required("status")
    cancelRequested = try object.required("cancel_requested")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("job_id", jobID)
    writer.member("status", status)
    writer.member("cancel_requested", cancelRequested)
    writer.endObject()
  }
}
}
public enum RetryJob: RPCMethod {
  public static let name = "retryJob"
public struct Params: RPCParams {
  public var jobID: String
  public var force: Bool?
  public init(jobID: String, force: Bool? = nil) {
    self.jobID = jobID
    self.force = force
  }
  public static let parameterNames: [String] = ["job_id", "force"]
  public static let requiredCount = 1
  public init(members object: JSONObject) throws(JSONDecodingError) {
    jobID = try object.required("job_id")
    force = try object.optional("force")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("job_id", jobID)
    writer.member("force", force)
    writer.endObject()
  }
}
public struct Result: JSONEncodable, JSONDecodable, Sendable {
  public var jobID: String
  public var status: JobStatusName
  public var retryCount: Int64
  public init(jobID: String, status: JobStatusName, retryCount: Int64) {
    self.jobID = jobID
    self.status = status
    self.retryCount = retryCount
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    jobID = try object.required("job_id")
    status = try object.required("status")
    retryCount = try object.required("retry_count")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("job_id", jobID)
    writer.member("status", status)
    writer.member("retry_count", retryCount)
    writer.endObject()
  }
}
}
public enum RefreshProject: RPCMethod {
  public static let name = "refreshProject"
public struct Params: RPCParams {
  public var projectID: String?
  public var path: String?
  public var source: String?
  public var wait: Bool?
  public var timeoutSeconds: Double?
  public init(projectID: String? = nil, path: String? = nil, source: String? = nil, wait: Bool? = nil, timeoutSeconds: Double? = nil) {
    self.projectID = projectID
    self.path = path
    self.source = source
    self.wait = wait
    self.timeoutSeconds = timeoutSeconds
  }
  public static let parameterNames: [String] = ["project_id", "path", "source", "wait", "timeout_seconds"]
  public static let requiredCount = 0
  public init(members object: JSONObject) throws(JSONDecodingError) {
    projectID = try object.optional("project_id")
    path = try object.optional("path")
    source = try object.optional("source")
    wait = try object.optional("wait")
    timeoutSeconds = try object.optional("timeout_seconds")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("project_id", projectID)
    writer.member("path", path)
    writer.member("source", source)
    writer.member("wait", wait)
    writer.member("timeout_seconds", timeoutSeconds)
    writer.endObject()
  }
}
public struct Result: JSONEncodable, JSONDecodable, Sendable {
  public var jobID: String
  public var projectID: String
  public var status: JobStatusName
  public var outcome: RefreshOutcomeName
  public var message: String
  public var job: JobObject?
  public var timedOut: Bool?
  public init(jobID: String, projectID: String, status: JobStatusName, outcome: RefreshOutcomeName, message: String, job: JobObject? = nil, timedOut: Bool? = nil) {
    self.jobID = jobID
    self.projectID = projectID
    self.status = status
    self.outcome = outcome
    self.message = message
    self.job = job
    self.timedOut = timedOut
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    jobID = try object.required("job_id")
    projectID = try object.required("project_id")
    status = try object.required("status")
    outcome = try object.required("outcome")
    message = try object.required("message")
    job = try object.optional("job")
    timedOut = try object.optional("timed_out")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("job_id", jobID)
    writer.member("project_id", projectID)
    writer.member("status", status)
    writer.member("outcome", outcome)
    writer.member("message", message)
    writer.member("job", job)
    writer.member("timed_out", timedOut)
    writer.endObject()
  }
}
}
public enum QueueStatus: RPCMethod {
  public static let name = "queueStatus"
public struct Params: RPCParams {
  public init() {
  }
  public static let parameterNames: [String] = []
  public static let requiredCount = 0
  public init(members object: JSONObject) throws(JSONDecodingError) {
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}
public struct Result: JSONEncodable, JSONDecodable, Sendable {
  public var pending: Int64
  public var processing: Int64
  public var completed: Int64
  public var failed: Int64
  public var cancelled: Int64
  public var total: Int64
  public var oldestPendingSeconds: Double?
  public var workers: WorkerCounts
  public var paused: Bool
  public init(pending: Int64, processing: Int64, completed: Int64, failed: Int64, cancelled: Int64, total: Int64, oldestPendingSeconds: Double? = nil, workers: WorkerCounts, paused: Bool) {
    self.pending = pending
    self.processing = processing
    self.completed = completed
    self.failed = failed
    self.cancelled = cancelled
    self.total = total
    self.oldestPendingSeconds = oldestPendingSeconds
    self.workers = workers
    self.paused = paused
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    pending = try object.required("pending")
    processing = try object.required("processing")
    completed = try object.required("completed")
    failed = try object.required("failed")
    cancelled = try object.required("cancelled")
    total = try object.required("total")
    oldestPendingSeconds = try object.optional("oldest_pending_seconds")
    workers = try object.required("workers")
    paused = try object.required("paused")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("pending", pending)
    writer.member("processing", processing)
    writer.member("completed", completed)
    writer.member("failed", failed)
    writer.member("cancelled", cancelled)
    writer.member("total", total)
    writer.member("oldest_pending_seconds", oldestPendingSeconds)
    writer.member("workers", workers)
    writer.member("paused", paused)
    writer.endObject()
  }
}
}
public enum CreateProject: RPCMethod {
  public static let name = "createProject"
public struct Params: RPCParams {
  public var source: String
  public var name: String?
  public var planPath: String?
  public init(source: String, name: String? = nil, planPath: String? = nil) {
    self.source = source
    self.name = name
    self.planPath = planPath
  }
  public static let parameterNames: [String] = ["source", "name", "plan_path"]
  public static let requiredCount = 1
  public init(members object: JSONObject) throws(JSONDecodingError) {
    source = try object.required("source")
    name = try object.optional("name")
    planPath = try object.optional("plan_path")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("source", source)
    writer.member("name", name)
    writer.member("plan_path", planPath)
    writer.endObject()
  }
}
public struct Result: JSONEncodable, JSONDecodable, Sendable {
  public var id: String
  public var source: String
  public var kind: String
  public var name: String
  public var planPath: String?
  public var createdAt: String
  public var updatedAt: String
  public var lastRefreshedAt: String?
  public var head: String?
  public var branch: String?
  public var progress: RawJSON?
  public var skills: RawJSON?
  public var created: Bool
  public init(id: String, source: String, kind: String, name: String, planPath: String? = nil, createdAt: String, updatedAt: String, lastRefreshedAt: String? = nil, head: String? = nil, branch: String? = nil, progress: RawJSON? = nil, skills: RawJSON? = nil, created: Bool) {
    self.id = id
    self.source = source
    self.kind = kind
    self.name = name
    self.planPath = planPath
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.lastRefreshedAt = lastRefreshedAt
    self.head = head
    self.branch = branch
    self.progress = progress
    self.skills = skills
    self.created = created
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    id = try object.required("id")
    source = try object.required("source")
    kind = try object.required("kind")
    name = try object.required("name")
    planPath = try object.optional("plan_path")
    createdAt = try object.required("created_at")
    updatedAt = try object.required("updated_at")
    lastRefreshedAt = try object.optional("last_refreshed_at")
    head = try object.optional("head")
    branch = try object.optional("branch")
    progress = try object.optional("progress")
    skills = try object.optional("skills")
    created = try object.required("created")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id)
    writer.member("source", source)
    writer.member("kind", kind)
    writer.member("name", name)
    writer.member("plan_path", planPath)
    writer.member("created_at", createdAt)
    writer.member("updated_at", updatedAt)
    writer.member("last_refreshed_at", lastRefreshedAt)
    writer.member("head", head)
    writer.member("branch", branch)
    writer.member("progress", progress)
    writer.member("skills", skills)
    writer.member("created", created)
    writer.endObject()
  }
}
}
public enum GetProject: RPCMethod {
  public static let name = "getProject"
public struct Params: RPCParams {
  public var projectID: String?
  public var path: String?
  public init(projectID: String? = nil, path: String? = nil) {
    self.projectID = projectID
    self.path = path
  }
  public static let parameterNames: [String] = ["project_id", "path"]
  public static let requiredCount = 0
  public init(members object: JSONObject) throws(JSONDecodingError) {
    projectID = try object.optional("project_id")
    path = try object.optional("path")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("project_id", projectID)
    writer.member("path", path)
    writer.endObject()
  }
}
public typealias Result = ProjectObject
}
public enum ListProjects: RPCMethod {
  public static let name = "listProjects"
public struct Params: RPCParams {
  public var limit: Int64?
  public var cursor: String?
  public init(limit: Int64? = nil, cursor: String? = nil) {
    self.limit = limit
    self.cursor = cursor
  }
  public static let parameterNames: [String] = ["limit", "cursor"]
  public static let requiredCount = 0
  public init(members object: JSONObject) throws(JSONDecodingError) {
    limit = try object.optional("limit")
    cursor = try object.optional("cursor")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("limit", limit)
    writer.member("cursor", cursor)
    writer.endObject()
  }
}
public struct Result: JSONEncodable, JSONDecodable, Sendable {
  public var projects: [ProjectObject]
  public var nextCursor: String?
  public init(projects: [ProjectObject], nextCursor: String? = nil) {
    self.projects = projects
    self.nextCursor = nextCursor
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    projects = try object.required("projects")
    nextCursor = try object.optional("next_cursor")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("projects", projects)
    writer.member("next_cursor", nextCursor)
    writer.endObject()
  }
}
}
public enum GetProjectPlan: RPCMethod {
  public static let name = "getProjectPlan"
public struct Params: RPCParams {
  public var projectID: String?
  public var path: String?
  public var limit: Int64?
  public var cursor: String?
  public init(projectID: String? = nil, path: String? = nil, limit: Int64? = nil, cursor: String? = nil) {
    self.projectID = projectID
    self.path = path
    self.limit = limit
    self.cursor = cursor
  }
  public static let parameterNames: [String] = ["project_id", "path", "limit", "cursor"]
  public static let requiredCount = 0
  public init(members object: JSONObject) throws(JSONDecodingError) {
    projectID = try object.optional("project_id")
    path = try object.optional("path")
    limit = try object.optional("limit")
    cursor = try object.optional("cursor")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("project_id", projectID)
    writer.member("path", path)
    writer.member("limit", limit)
    writer.member("cursor", cursor)
    writer.endObject()
  }
}
public struct Result: JSONEncodable, JSONDecodable, Sendable {
  public var projectID: String
  public var plan: RawJSON?
  public var tasks: [RawJSON]
  public var nextCursor: String?
  public init(projectID: String, plan: RawJSON? = nil, tasks: [RawJSON], nextCursor: String? = nil) {
    self.projectID = projectID
    self.plan = plan
    self.tasks = tasks
    self.nextCursor = nextCursor
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    projectID = try object.required("project_id")
    plan = try object.optional("plan")
    tasks = try object.required("tasks")
    nextCursor = try object.optional("next_cursor")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("project_id", projectID)
    writer.member("plan", plan)
    writer.member("tasks", tasks)
    writer.member("next_cursor", nextCursor)
    writer.endObject()
  }
}
}
public enum GetProjectSkills: RPCMethod {
  public static let name = "getProjectSkills"
public struct Params: RPCParams {
  public var projectID: String?
  public var path: String?
  public var limit: Int64?
  public var cursor: String?
  public init(projectID: String? = nil, path: String? = nil, limit: Int64? = nil, cursor: String? = nil) {
    self.projectID = projectID
    self.path = path
    self.limit = limit
    self.cursor = cursor
  }
  public static let parameterNames: [String] = ["project_id", "path", "limit", "cursor"]
  public static let requiredCount = 0
  public init(members object: JSONObject) throws(JSONDecodingError) {
    projectID = try object.optional("project_id")
    path = try object.optional("path")
    limit = try object.optional("limit")
    cursor = try object.optional("cursor")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("project_id", projectID)
    writer.member("path", path)
    writer.member("limit", limit)
    writer.member("cursor", cursor)
    writer.endObject()
  }
}
public struct Result: JSONEncodable, JSONDecodable, Sendable {
  public var projectID: String
  public var skillsSummary: RawJSON?
  public var skills: [RawJSON]
  public var nextCursor: String?
  public init(projectID: String, skillsSummary: RawJSON? = nil, skills: [RawJSON], nextCursor: String? = nil) {
    self.projectID = projectID
    self.skillsSummary = skillsSummary
    self.skills = skills
    self.nextCursor = nextCursor
  }
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    projectID = try object.required("project_id")
    skillsSummary = try object.optional("skills_summary")
    skills = try object.required("skills")
    nextCursor = try object.optional("next_cursor")
  }
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("project_id", projectID)
    writer.member("skills_summary", skillsSummary)
    writer.member("skills", skills)
    writer.member("next_cursor", nextCursor)
    writer.endObject()
  }
}
}
public enum GantryProtocolInfo { public static let version = "0.1.0"; public static let document = RawJSON.emptyObject }