// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// How much of the database was looked at.
public struct CheckedDatabase: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Jobs.
  public var jobs: Int64
  /// Size of the database.
  public var bytes: Int64

  public init(
    jobs: Int64,
    bytes: Int64
  ) {
    self.jobs = jobs
    self.bytes = bytes
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    jobs = try members.required("jobs")
    bytes = try members.required("bytes")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("jobs", jobs)
    writer.member("bytes", bytes)
    writer.endObject()
  }
}

/// Where a job stands.
public struct JobStatusName: OpenEnumeration {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// Waits to run: for a worker, for its time, or for another job of the same project.
  public static let pending = JobStatusName(rawValue: "pending")
  /// An attempt is running.
  public static let processing = JobStatusName(rawValue: "processing")
  /// Ended well; `result` has the outcome.
  public static let completed = JobStatusName(rawValue: "completed")
  /// Ended badly; `error` says why. retryJob puts it back.
  public static let failed = JobStatusName(rawValue: "failed")
  /// Ended because someone asked for it.
  public static let cancelled = JobStatusName(rawValue: "cancelled")

  public static let known: [JobStatusName] = [.pending, .processing, .completed, .failed, .cancelled]
}

/// Which of the waiting jobs runs first.
public struct JobPriorityName: OpenEnumeration {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// When nothing else waits.
  public static let low = JobPriorityName(rawValue: "low")
  /// The usual.
  public static let normal = JobPriorityName(rawValue: "normal")
  /// Before the others, as when a person waits for it.
  public static let high = JobPriorityName(rawValue: "high")

  public static let known: [JobPriorityName] = [.low, .normal, .high]
}

/// How createJob met its job.
public struct CreateOutcomeName: OpenEnumeration {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// A new job.
  public static let created = CreateOutcomeName(rawValue: "created")
  /// The idempotency key was used before; this is the job that it made.
  public static let existing = CreateOutcomeName(rawValue: "existing")
  /// A job with the same unique key has not ended yet; this is that job.
  public static let joined = CreateOutcomeName(rawValue: "joined")

  public static let known: [CreateOutcomeName] = [.created, .existing, .joined]
}

/// How refreshProject met its job.
public struct RefreshOutcomeName: OpenEnumeration {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// A new refresh was queued.
  public static let created = RefreshOutcomeName(rawValue: "created")
  /// A refresh was already waiting to run; it will see everything saved until now.
  public static let joined = RefreshOutcomeName(rawValue: "joined")
  /// A refresh is running and may have read the files already; this one runs right behind it.
  public static let queuedBehind = RefreshOutcomeName(rawValue: "queued_behind")

  public static let known: [RefreshOutcomeName] = [.created, .joined, .queuedBehind]
}

/// Where the repository of a project is read.
public struct ProjectKindName: OpenEnumeration {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// A directory of this machine, read in place.
  public static let local = ProjectKindName(rawValue: "local")
  /// A URL, read through a mirror.
  public static let remote = ProjectKindName(rawValue: "remote")

  public static let known: [ProjectKindName] = [.local, .remote]
}

/// How far a job has come. Before its first report: fraction 0 and empty texts.
public struct JobProgressObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Done share.
  public var fraction: Double
  /// A short stable name of the step, such as `fetching`; may be empty.
  public var stage: String
  /// The step in words; may be empty.
  public var message: String
  /// Units done in this stage; null where nothing is counted.
  public var current: Int64?
  /// Units in this stage; null when unknown.
  public var total: Int64?

  public init(
    fraction: Double,
    stage: String,
    message: String,
    current: Int64? = nil,
    total: Int64? = nil
  ) {
    self.fraction = fraction
    self.stage = stage
    self.message = message
    self.current = current
    self.total = total
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    fraction = try members.required("fraction")
    stage = try members.required("stage")
    message = try members.required("message")
    current = try members.optional("current")
    total = try members.optional("total")
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

/// Why a job failed.
public struct JobErrorObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// A stable name to branch on; those with the scope `job` in the error catalogue.
  public var kind: String
  /// What happened, where, and what to do next.
  public var message: String
  /// The step that failed, such as `fetch`.
  public var step: String?
  /// Exit code of the program that failed; 128 + n when signal n ended it.
  public var exitCode: Int64?
  /// The last lines that the program wrote to standard error, without credentials.
  public var stderrTail: String?

  public init(
    kind: String,
    message: String,
    step: String? = nil,
    exitCode: Int64? = nil,
    stderrTail: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.step = step
    self.exitCode = exitCode
    self.stderrTail = stderrTail
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    kind = try members.required("kind")
    message = try members.required("message")
    step = try members.optional("step")
    exitCode = try members.optional("exit_code")
    stderrTail = try members.optional("stderr_tail")
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

/// A job.
public struct JobObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// The id of a job: a UUID of version 7, so that ids sort by time of creation.
  public var id: String
  /// What it does, such as `refresh`.
  public var type: String
  /// The project it works on.
  public var projectID: String?
  /// Who asked for it: the numeric user id of the peer, as text.
  public var userID: String
  /// Where a job stands.
  public var status: JobStatusName
  /// Which of the waiting jobs runs first.
  public var priority: JobPriorityName
  /// What createJob was given, unchanged.
  public var payload: RawJSON
  /// An instant in UTC, RFC 3339 with milliseconds.
  public var createdAt: String
  /// It does not start before this instant.
  public var runAt: String
  /// Start of the newest attempt.
  public var startedAt: String?
  /// When it ended, well or badly.
  public var completedAt: String?
  /// What it found out; null until it has completed. RefreshResult describes it for the job types that read a
  /// project.
  public var result: RawJSON?
  /// Why it failed, or why the attempt before failed; otherwise null.
  public var error: JobErrorObject?
  /// How often it was put back after a failure.
  public var retryCount: Int64
  /// How often it may be put back.
  public var maxRetries: Int64
  /// Attempts started so far, those cut short by a crash or a restart included.
  public var attempt: Int64
  /// How far a job has come. Before its first report: fraction 0 and empty texts.
  public var progress: JobProgressObject
  /// Someone asked it to stop, and it has not stopped yet.
  public var cancelRequested: Bool
  /// Seconds that one attempt may take; null when the job does not say.
  public var timeoutSeconds: Double?
  /// It fails if it has not started by then.
  public var expiresAt: String?
  /// Attempts that ended because whoever ran them was gone.
  public var crashCount: Int64
  /// The worker on the socket that runs it now.
  public var worker: String?

  public init(
    id: String,
    type: String,
    projectID: String? = nil,
    userID: String,
    status: JobStatusName,
    priority: JobPriorityName,
    payload: RawJSON,
    createdAt: String,
    runAt: String,
    startedAt: String? = nil,
    completedAt: String? = nil,
    result: RawJSON? = nil,
    error: JobErrorObject? = nil,
    retryCount: Int64,
    maxRetries: Int64,
    attempt: Int64,
    progress: JobProgressObject,
    cancelRequested: Bool,
    timeoutSeconds: Double? = nil,
    expiresAt: String? = nil,
    crashCount: Int64,
    worker: String? = nil
  ) {
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
    self.timeoutSeconds = timeoutSeconds
    self.expiresAt = expiresAt
    self.crashCount = crashCount
    self.worker = worker
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    id = try members.required("id")
    type = try members.required("type")
    projectID = try members.optional("project_id")
    userID = try members.required("user_id")
    status = try members.required("status")
    priority = try members.required("priority")
    payload = try members.required("payload")
    createdAt = try members.required("created_at")
    runAt = try members.required("run_at")
    startedAt = try members.optional("started_at")
    completedAt = try members.optional("completed_at")
    result = try members.optional("result")
    error = try members.optional("error")
    retryCount = try members.required("retry_count")
    maxRetries = try members.required("max_retries")
    attempt = try members.required("attempt")
    progress = try members.required("progress")
    cancelRequested = try members.required("cancel_requested")
    timeoutSeconds = try members.optional("timeout_seconds")
    expiresAt = try members.optional("expires_at")
    crashCount = try members.required("crash_count")
    worker = try members.optional("worker")
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
    writer.member("timeout_seconds", timeoutSeconds)
    writer.member("expires_at", expiresAt)
    writer.member("crash_count", crashCount)
    writer.member("worker", worker)
    writer.endObject()
  }
}

/// A repository that the daemon follows.
public struct ProjectObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// The id of a project: a UUID of version 7.
  public var id: String
  /// The absolute path or the URL, in its canonical form and without credentials.
  public var source: String
  /// Where the repository of a project is read.
  public var kind: ProjectKindName
  /// For people; not unique.
  public var name: String
  /// The plan file to read, relative to the root; null to look for one.
  public var planPath: String?
  /// An instant in UTC, RFC 3339 with milliseconds.
  public var createdAt: String
  /// An instant in UTC, RFC 3339 with milliseconds.
  public var updatedAt: String
  /// End of the last refresh; null before it.
  public var lastRefreshedAt: String?
  /// The commit that the last refresh saw; null before it or on a branch without commits.
  public var head: String?
  /// The branch that the last refresh saw; null before it or with a detached head.
  public var branch: String?
  /// Figures of the plan; null before the first refresh.
  public var progress: RawJSON?
  /// Figures of the skills; null before the first refresh.
  public var skills: RawJSON?

  public init(
    id: String,
    source: String,
    kind: ProjectKindName,
    name: String,
    planPath: String? = nil,
    createdAt: String,
    updatedAt: String,
    lastRefreshedAt: String? = nil,
    head: String? = nil,
    branch: String? = nil,
    progress: RawJSON? = nil,
    skills: RawJSON? = nil
  ) {
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
    let members = try JSONObject(json: json)
    id = try members.required("id")
    source = try members.required("source")
    kind = try members.required("kind")
    name = try members.required("name")
    planPath = try members.optional("plan_path")
    createdAt = try members.required("created_at")
    updatedAt = try members.required("updated_at")
    lastRefreshedAt = try members.optional("last_refreshed_at")
    head = try members.optional("head")
    branch = try members.optional("branch")
    progress = try members.optional("progress")
    skills = try members.optional("skills")
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

/// What this daemon takes at most.
public struct HelloLimits: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Bytes of a request line.
  public var lineBytes: Int64
  /// Members of a batch.
  public var batch: Int64
  /// Requests of one connection that are not answered yet; beyond it the daemon reads on later.
  public var inFlight: Int64
  /// Connections at a time.
  public var connections: Int64
  /// Open arrays and objects in a line.
  public var nestingDepth: Int64
  /// Rows of a page.
  public var listLimit: Int64

  public init(
    lineBytes: Int64,
    batch: Int64,
    inFlight: Int64,
    connections: Int64,
    nestingDepth: Int64,
    listLimit: Int64
  ) {
    self.lineBytes = lineBytes
    self.batch = batch
    self.inFlight = inFlight
    self.connections = connections
    self.nestingDepth = nestingDepth
    self.listLimit = listLimit
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    lineBytes = try members.required("line_bytes")
    batch = try members.required("batch")
    inFlight = try members.required("in_flight")
    connections = try members.required("connections")
    nestingDepth = try members.required("nesting_depth")
    listLimit = try members.required("list_limit")
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

/// The workers of the daemon.
public struct WorkerCounts: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// How many jobs can run at a time.
  public var total: Int64
  /// How many are running.
  public var busy: Int64

  public init(
    total: Int64,
    busy: Int64
  ) {
    self.total = total
    self.busy = busy
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    total = try members.required("total")
    busy = try members.required("busy")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("total", total)
    writer.member("busy", busy)
    writer.endObject()
  }
}

/// Events that are no longer known: they were cleaned up, or the database was replaced, in which case requested_seq
/// is above seq. Delivery begins with the oldest that is kept. Look at the state anew, with listJobs or
/// queueStatus.
public struct SubscriptionGap: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// The since_seq of the request.
  public var requestedSeq: Int64
  /// Number of the first event that can be delivered.
  public var oldestSeq: Int64

  public init(
    requestedSeq: Int64,
    oldestSeq: Int64
  ) {
    self.requestedSeq = requestedSeq
    self.oldestSeq = oldestSeq
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    requestedSeq = try members.required("requested_seq")
    oldestSeq = try members.required("oldest_seq")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("requested_seq", requestedSeq)
    writer.member("oldest_seq", oldestSeq)
    writer.endObject()
  }
}

/// Something that has happened, on disk.
public struct EventObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Which subscription it is told to.
  public var subscriptionID: String
  /// Its number in the order of all events, over restarts too. Subscribe again with the last one as since_seq and
  /// nothing is missed. Of a gap, missed_to.
  public var seq: Int64
  /// What has happened, such as `job.completed`.
  public var type: String
  /// When.
  public var time: String
  /// What it is about. Each type of event may have further members. A gap has only missed_from and missed_to.
  public var data: RawJSON

  public init(
    subscriptionID: String,
    seq: Int64,
    type: String,
    time: String,
    data: RawJSON
  ) {
    self.subscriptionID = subscriptionID
    self.seq = seq
    self.type = type
    self.time = time
    self.data = data
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    subscriptionID = try members.required("subscription_id")
    seq = try members.required("seq")
    type = try members.required("type")
    time = try members.required("time")
    data = try members.required("data")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("subscription_id", subscriptionID)
    writer.member("seq", seq)
    writer.member("type", type)
    writer.member("time", time)
    writer.member("data", data)
    writer.endObject()
  }
}

/// How far a job has come. What is left out is as before the first report.
public struct ProgressReport: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Done share.
  public var fraction: Double?
  /// A short stable name of the step.
  public var stage: String?
  /// The step in words.
  public var message: String?
  /// Units done in this stage.
  public var current: Int64?
  /// Units in this stage.
  public var total: Int64?

  public init(
    fraction: Double? = nil,
    stage: String? = nil,
    message: String? = nil,
    current: Int64? = nil,
    total: Int64? = nil
  ) {
    self.fraction = fraction
    self.stage = stage
    self.message = message
    self.current = current
    self.total = total
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    fraction = try members.optional("fraction")
    stage = try members.optional("stage")
    message = try members.optional("message")
    current = try members.optional("current")
    total = try members.optional("total")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberIfPresent("fraction", fraction)
    writer.memberIfPresent("stage", stage)
    writer.memberIfPresent("message", message)
    writer.memberIfPresent("current", current)
    writer.memberIfPresent("total", total)
    writer.endObject()
  }
}

/// Why an attempt failed.
public struct ErrorReport: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// A stable name to branch on, of the worker's own choice.
  public var kind: String
  /// What happened, where, and what to do next. No credentials.
  public var message: String
  /// The step that failed.
  public var step: String?
  /// Exit code of the program that failed; 128 + n when signal n ended it.
  public var exitCode: Int64?
  /// The last lines that the program wrote to standard error.
  public var stderrTail: String?

  public init(
    kind: String,
    message: String,
    step: String? = nil,
    exitCode: Int64? = nil,
    stderrTail: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.step = step
    self.exitCode = exitCode
    self.stderrTail = stderrTail
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    kind = try members.required("kind")
    message = try members.required("message")
    step = try members.optional("step")
    exitCode = try members.optional("exit_code")
    stderrTail = try members.optional("stderr_tail")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("kind", kind)
    writer.member("message", message)
    writer.memberIfPresent("step", step)
    writer.memberIfPresent("exit_code", exitCode)
    writer.memberIfPresent("stderr_tail", stderrTail)
    writer.endObject()
  }
}

/// A job in the hands of a worker.
public struct ClaimedJobObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// A job.
  public var job: JobObject
  /// Its project as it stood at the claim; null for a job without one.
  public var project: ProjectObject?
  /// Names one attempt at a job, and is known to nobody but its worker. Reports with another one than the present
  /// one change nothing.
  public var attemptToken: String
  /// A heartbeat has to come within that many seconds; send one three times as often.
  public var leaseSeconds: Double
  /// Seconds that the whole attempt may take; null for as long as it needs.
  public var timeoutSeconds: Double?

  public init(
    job: JobObject,
    project: ProjectObject? = nil,
    attemptToken: String,
    leaseSeconds: Double,
    timeoutSeconds: Double? = nil
  ) {
    self.job = job
    self.project = project
    self.attemptToken = attemptToken
    self.leaseSeconds = leaseSeconds
    self.timeoutSeconds = timeoutSeconds
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    job = try members.required("job")
    project = try members.optional("project")
    attemptToken = try members.required("attempt_token")
    leaseSeconds = try members.required("lease_seconds")
    timeoutSeconds = try members.optional("timeout_seconds")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("job", job)
    writer.member("project", project)
    writer.member("attempt_token", attemptToken)
    writer.member("lease_seconds", leaseSeconds)
    writer.member("timeout_seconds", timeoutSeconds)
    writer.endObject()
  }
}
