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
  /// It is refreshed when its plan or manifests change.
  public var watch: Bool?
  /// How it is watched: events as they happen, or polling. Only in getProject and updateProject, and only when it
  /// is watched.
  public var watchMode: String?
  /// Why it is polled, and not watched as asked.
  public var watchProblem: String?

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
    skills: RawJSON? = nil,
    watch: Bool? = nil,
    watchMode: String? = nil,
    watchProblem: String? = nil
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
    self.watch = watch
    self.watchMode = watchMode
    self.watchProblem = watchProblem
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
    watch = try members.optional("watch")
    watchMode = try members.optional("watch_mode")
    watchProblem = try members.optional("watch_problem")
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
    writer.memberIfPresent("watch", watch)
    writer.memberIfPresent("watch_mode", watchMode)
    writer.memberIfPresent("watch_problem", watchProblem)
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

/// Who runs jobs.
public struct WorkerCounts: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// How many jobs the daemon itself can run at a time.
  public var total: Int64
  /// How many it is running.
  public var busy: Int64
  /// Workers on the socket that wait for jobs.
  public var waiting: Int64
  /// Jobs that workers on the socket have.
  public var leased: Int64

  public init(
    total: Int64,
    busy: Int64,
    waiting: Int64,
    leased: Int64
  ) {
    self.total = total
    self.busy = busy
    self.waiting = waiting
    self.leased = leased
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    total = try members.required("total")
    busy = try members.required("busy")
    waiting = try members.required("waiting")
    leased = try members.required("leased")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("total", total)
    writer.member("busy", busy)
    writer.member("waiting", waiting)
    writer.member("leased", leased)
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

/// How an attempt ended.
public struct AttemptOutcomeName: OpenEnumeration {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// It has not ended.
  public static let running = AttemptOutcomeName(rawValue: "running")
  /// It completed the job.
  public static let completed = AttemptOutcomeName(rawValue: "completed")
  /// It failed; `error` says why.
  public static let failed = AttemptOutcomeName(rawValue: "failed")
  /// It took longer than it may.
  public static let timedOut = AttemptOutcomeName(rawValue: "timed_out")
  /// The job was cancelled.
  public static let cancelled = AttemptOutcomeName(rawValue: "cancelled")
  /// Whoever ran it was gone: the daemon was killed, or the worker's connection or lease ended.
  public static let crashed = AttemptOutcomeName(rawValue: "crashed")
  /// The daemon was told to end; it counts for nothing.
  public static let interrupted = AttemptOutcomeName(rawValue: "interrupted")

  public static let known: [AttemptOutcomeName] = [.running, .completed, .failed, .timedOut, .cancelled, .crashed, .interrupted]
}

/// One attempt at a job.
public struct AttemptObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Counts from 1.
  public var attempt: Int64
  /// When it started.
  public var startedAt: String
  /// When it ended; null while it runs.
  public var endedAt: String?
  /// How an attempt ended.
  public var outcome: AttemptOutcomeName
  /// The worker on the socket that ran it; null for the daemon itself.
  public var worker: String?
  /// Why it failed.
  public var error: JobErrorObject?
  /// When the job was to be tried again after it, if it was.
  public var retryAt: String?

  public init(
    attempt: Int64,
    startedAt: String,
    endedAt: String? = nil,
    outcome: AttemptOutcomeName,
    worker: String? = nil,
    error: JobErrorObject? = nil,
    retryAt: String? = nil
  ) {
    self.attempt = attempt
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.outcome = outcome
    self.worker = worker
    self.error = error
    self.retryAt = retryAt
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    attempt = try members.required("attempt")
    startedAt = try members.required("started_at")
    endedAt = try members.optional("ended_at")
    outcome = try members.required("outcome")
    worker = try members.optional("worker")
    error = try members.optional("error")
    retryAt = try members.optional("retry_at")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("attempt", attempt)
    writer.member("started_at", startedAt)
    writer.member("ended_at", endedAt)
    writer.member("outcome", outcome)
    writer.member("worker", worker)
    writer.member("error", error)
    writer.member("retry_at", retryAt)
    writer.endObject()
  }
}

/// One reason why a job is not running, or what it does instead.
public struct ExplainReasonObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// The stable name of the reason: `paused`, `typePaused`, `dependency`, `scheduled`, `retryBackoff`,
  /// `projectBusy`, `projectOrder`, `noWorker`, `typeConcurrency`, `workersBusy`, `reservedWorker`, `starting`,
  /// `queueTimeout`; of a job that runs `running`, `leased`, `cancelRequested`, `timeout`, `ending`; of one that
  /// has ended `completed`, `failed`, `cancelled`, `retryable`, `retriesExhausted`, `notRetryable`. There may be
  /// more.
  public var kind: String
  /// The reason in a sentence or two, with what to do about it.
  public var message: String
  /// Since when it holds.
  public var since: String?
  /// When it ends by itself.
  public var until: String?
  /// The other job that it is about.
  public var jobID: String?
  /// How that job stands.
  public var status: JobStatusName?
  /// The job type that it is about.
  public var type: String?
  /// The most there may be: of running jobs of the type, of workers, of retries.
  public var limit: Int64?
  /// How many there are: running jobs of the type, busy workers, retries made.
  public var count: Int64?
  /// Jobs that go before this one; 1000 stands for as many or more.
  public var ahead: Int64?
  /// The kind of the error of the attempt before.
  public var errorKind: String?
  /// What the attempt is doing.
  public var stage: String?
  /// The worker on the socket that runs it.
  public var worker: String?

  public init(
    kind: String,
    message: String,
    since: String? = nil,
    until: String? = nil,
    jobID: String? = nil,
    status: JobStatusName? = nil,
    type: String? = nil,
    limit: Int64? = nil,
    count: Int64? = nil,
    ahead: Int64? = nil,
    errorKind: String? = nil,
    stage: String? = nil,
    worker: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.since = since
    self.until = until
    self.jobID = jobID
    self.status = status
    self.type = type
    self.limit = limit
    self.count = count
    self.ahead = ahead
    self.errorKind = errorKind
    self.stage = stage
    self.worker = worker
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    kind = try members.required("kind")
    message = try members.required("message")
    since = try members.optional("since")
    until = try members.optional("until")
    jobID = try members.optional("job_id")
    status = try members.optional("status")
    type = try members.optional("type")
    limit = try members.optional("limit")
    count = try members.optional("count")
    ahead = try members.optional("ahead")
    errorKind = try members.optional("error_kind")
    stage = try members.optional("stage")
    worker = try members.optional("worker")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("kind", kind)
    writer.member("message", message)
    writer.memberIfPresent("since", since)
    writer.memberIfPresent("until", until)
    writer.memberIfPresent("job_id", jobID)
    writer.memberIfPresent("status", status)
    writer.memberIfPresent("type", type)
    writer.memberIfPresent("limit", limit)
    writer.memberIfPresent("count", count)
    writer.memberIfPresent("ahead", ahead)
    writer.memberIfPresent("error_kind", errorKind)
    writer.memberIfPresent("stage", stage)
    writer.memberIfPresent("worker", worker)
    writer.endObject()
  }
}

/// How the daemon is.
public struct HealthStatusName: OpenEnumeration {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// All is well.
  public static let healthy = HealthStatusName(rawValue: "healthy")
  /// It works, but something needs attention soon.
  public static let degraded = HealthStatusName(rawValue: "degraded")
  /// It does not do its work, or will not keep what it is given.
  public static let unhealthy = HealthStatusName(rawValue: "unhealthy")

  public static let known: [HealthStatusName] = [.healthy, .degraded, .unhealthy]
}

/// One thing that was looked at.
public struct HealthCheckObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// The stable name of the check.
  public var name: String
  /// There is nothing wrong.
  public var ok: Bool
  /// What it means for the daemon.
  public var status: HealthStatusName
  /// What was found and, if something is wrong, what to do.
  public var message: String

  public init(
    name: String,
    ok: Bool,
    status: HealthStatusName,
    message: String
  ) {
    self.name = name
    self.ok = ok
    self.status = status
    self.message = message
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    name = try members.required("name")
    ok = try members.required("ok")
    status = try members.required("status")
    message = try members.required("message")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("ok", ok)
    writer.member("status", status)
    writer.member("message", message)
    writer.endObject()
  }
}

/// A job that does not go on as it should.
public struct StuckJobObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// The id of a job: a UUID of version 7, so that ids sort by time of creation.
  public var jobID: String
  /// Its type.
  public var type: String
  /// What is wrong: `noAttempt` (it is called processing and nobody works on it), `overTime` (it runs longer than
  /// it may), `notStopping` (its worker on the socket was asked to stop and goes on), `notClaimed` (it could run,
  /// workers are idle, and nobody takes it), `noWorker` (no worker serves its type), `overdue` (its time has come
  /// and it still waits).
  public var reason: String
  /// Since when.
  public var since: String
  /// The worker on the socket that has it.
  public var worker: String?

  public init(
    jobID: String,
    type: String,
    reason: String,
    since: String,
    worker: String? = nil
  ) {
    self.jobID = jobID
    self.type = type
    self.reason = reason
    self.since = since
    self.worker = worker
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    jobID = try members.required("job_id")
    type = try members.required("type")
    reason = try members.required("reason")
    since = try members.required("since")
    worker = try members.optional("worker")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("job_id", jobID)
    writer.member("type", type)
    writer.member("reason", reason)
    writer.member("since", since)
    writer.memberIfPresent("worker", worker)
    writer.endObject()
  }
}

/// The queue in numbers.
public struct QueueFigures: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Jobs that wait.
  public var pending: Int64
  /// Jobs that run.
  public var processing: Int64
  /// Jobs that ended well.
  public var completed: Int64
  /// Jobs that ended badly.
  public var failed: Int64
  /// Jobs that were cancelled.
  public var cancelled: Int64
  /// All jobs.
  public var total: Int64
  /// Age of the oldest job that waits; null when none does.
  public var oldestPendingSeconds: Double?

  public init(
    pending: Int64,
    processing: Int64,
    completed: Int64,
    failed: Int64,
    cancelled: Int64,
    total: Int64,
    oldestPendingSeconds: Double? = nil
  ) {
    self.pending = pending
    self.processing = processing
    self.completed = completed
    self.failed = failed
    self.cancelled = cancelled
    self.total = total
    self.oldestPendingSeconds = oldestPendingSeconds
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    pending = try members.required("pending")
    processing = try members.required("processing")
    completed = try members.required("completed")
    failed = try members.required("failed")
    cancelled = try members.required("cancelled")
    total = try members.required("total")
    oldestPendingSeconds = try members.optional("oldest_pending_seconds")
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
    writer.endObject()
  }
}

/// One bucket of a histogram.
public struct HistogramBucketObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// The upper bound, inclusive; null for the last, which has none.
  public var le: Double?
  /// Observations in this bucket and in all before it.
  public var count: Int64

  public init(
    le: Double? = nil,
    count: Int64
  ) {
    self.le = le
    self.count = count
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    le = try members.optional("le")
    count = try members.required("count")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("le", le)
    writer.member("count", count)
    writer.endObject()
  }
}

/// How values are spread.
public struct HistogramObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Observations.
  public var count: Int64
  /// Of all values.
  public var sum: Double
  /// Estimate of the median; null without observations.
  public var p50: Double?
  /// Estimate of the value that 95 of 100 stay below.
  public var p95: Double?
  /// Estimate of the value that 99 of 100 stay below.
  public var p99: Double?
  /// From the smallest bound to the largest.
  public var buckets: [HistogramBucketObject]

  public init(
    count: Int64,
    sum: Double,
    p50: Double? = nil,
    p95: Double? = nil,
    p99: Double? = nil,
    buckets: [HistogramBucketObject]
  ) {
    self.count = count
    self.sum = sum
    self.p50 = p50
    self.p95 = p95
    self.p99 = p99
    self.buckets = buckets
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    count = try members.required("count")
    sum = try members.required("sum")
    p50 = try members.optional("p50")
    p95 = try members.optional("p95")
    p99 = try members.optional("p99")
    buckets = try members.required("buckets")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("count", count)
    writer.member("sum", sum)
    writer.member("p50", p50)
    writer.member("p95", p95)
    writer.member("p99", p99)
    writer.member("buckets", buckets)
    writer.endObject()
  }
}

/// How often something has happened.
public struct NamedCountObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// What.
  public var name: String
  /// How often.
  public var count: Int64

  public init(
    name: String,
    count: Int64
  ) {
    self.name = name
    self.count = count
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    name = try members.required("name")
    count = try members.required("count")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("count", count)
    writer.endObject()
  }
}

/// The jobs of one type: how many there are, and what has happened since the daemon started.
public struct JobTypeMetricsObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// The type.
  public var type: String
  /// Jobs that wait now.
  public var pending: Int64
  /// Jobs that run now.
  public var processing: Int64
  /// Completed jobs that are kept.
  public var completed: Int64
  /// Failed jobs that are kept.
  public var failed: Int64
  /// Cancelled jobs that are kept.
  public var cancelled: Int64
  /// Jobs added.
  public var createdTotal: Int64
  /// Attempts started.
  public var startedTotal: Int64
  /// Jobs that ended well.
  public var completedTotal: Int64
  /// Jobs that ended badly.
  public var failedTotal: Int64
  /// Jobs that were cancelled.
  public var cancelledTotal: Int64
  /// Attempts that failed and were followed by another.
  public var retriedTotal: Int64
  /// Attempts whose worker was gone.
  public var crashedTotal: Int64
  /// completed_total of completed_total and failed_total together, 0 to 1; null before the first.
  public var successRate: Double?
  /// From the time that a job was due to the start of an attempt.
  public var waitSeconds: HistogramObject
  /// From the start of an attempt to its end.
  public var runSeconds: HistogramObject

  public init(
    type: String,
    pending: Int64,
    processing: Int64,
    completed: Int64,
    failed: Int64,
    cancelled: Int64,
    createdTotal: Int64,
    startedTotal: Int64,
    completedTotal: Int64,
    failedTotal: Int64,
    cancelledTotal: Int64,
    retriedTotal: Int64,
    crashedTotal: Int64,
    successRate: Double? = nil,
    waitSeconds: HistogramObject,
    runSeconds: HistogramObject
  ) {
    self.type = type
    self.pending = pending
    self.processing = processing
    self.completed = completed
    self.failed = failed
    self.cancelled = cancelled
    self.createdTotal = createdTotal
    self.startedTotal = startedTotal
    self.completedTotal = completedTotal
    self.failedTotal = failedTotal
    self.cancelledTotal = cancelledTotal
    self.retriedTotal = retriedTotal
    self.crashedTotal = crashedTotal
    self.successRate = successRate
    self.waitSeconds = waitSeconds
    self.runSeconds = runSeconds
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    type = try members.required("type")
    pending = try members.required("pending")
    processing = try members.required("processing")
    completed = try members.required("completed")
    failed = try members.required("failed")
    cancelled = try members.required("cancelled")
    createdTotal = try members.required("created_total")
    startedTotal = try members.required("started_total")
    completedTotal = try members.required("completed_total")
    failedTotal = try members.required("failed_total")
    cancelledTotal = try members.required("cancelled_total")
    retriedTotal = try members.required("retried_total")
    crashedTotal = try members.required("crashed_total")
    successRate = try members.optional("success_rate")
    waitSeconds = try members.required("wait_seconds")
    runSeconds = try members.required("run_seconds")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("type", type)
    writer.member("pending", pending)
    writer.member("processing", processing)
    writer.member("completed", completed)
    writer.member("failed", failed)
    writer.member("cancelled", cancelled)
    writer.member("created_total", createdTotal)
    writer.member("started_total", startedTotal)
    writer.member("completed_total", completedTotal)
    writer.member("failed_total", failedTotal)
    writer.member("cancelled_total", cancelledTotal)
    writer.member("retried_total", retriedTotal)
    writer.member("crashed_total", crashedTotal)
    writer.member("success_rate", successRate)
    writer.member("wait_seconds", waitSeconds)
    writer.member("run_seconds", runSeconds)
    writer.endObject()
  }
}

/// All types together, since the daemon started.
public struct JobTotalsObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Jobs added.
  public var createdTotal: Int64
  /// Attempts started.
  public var startedTotal: Int64
  /// Jobs that ended well.
  public var completedTotal: Int64
  /// Jobs that ended badly.
  public var failedTotal: Int64
  /// Jobs that were cancelled.
  public var cancelledTotal: Int64
  /// Attempts that failed and were followed by another.
  public var retriedTotal: Int64
  /// Attempts whose worker was gone.
  public var crashedTotal: Int64
  /// completed_total of completed_total and failed_total together, 0 to 1; null before the first.
  public var successRate: Double?

  public init(
    createdTotal: Int64,
    startedTotal: Int64,
    completedTotal: Int64,
    failedTotal: Int64,
    cancelledTotal: Int64,
    retriedTotal: Int64,
    crashedTotal: Int64,
    successRate: Double? = nil
  ) {
    self.createdTotal = createdTotal
    self.startedTotal = startedTotal
    self.completedTotal = completedTotal
    self.failedTotal = failedTotal
    self.cancelledTotal = cancelledTotal
    self.retriedTotal = retriedTotal
    self.crashedTotal = crashedTotal
    self.successRate = successRate
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    createdTotal = try members.required("created_total")
    startedTotal = try members.required("started_total")
    completedTotal = try members.required("completed_total")
    failedTotal = try members.required("failed_total")
    cancelledTotal = try members.required("cancelled_total")
    retriedTotal = try members.required("retried_total")
    crashedTotal = try members.required("crashed_total")
    successRate = try members.optional("success_rate")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("created_total", createdTotal)
    writer.member("started_total", startedTotal)
    writer.member("completed_total", completedTotal)
    writer.member("failed_total", failedTotal)
    writer.member("cancelled_total", cancelledTotal)
    writer.member("retried_total", retriedTotal)
    writer.member("crashed_total", crashedTotal)
    writer.member("success_rate", successRate)
    writer.endObject()
  }
}

/// The requests of one method since the daemon started.
public struct MethodMetricsObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// The method; `unknown` stands for all that do not exist.
  public var method: String
  /// Requests answered.
  public var requestsTotal: Int64
  /// Those answered with an error, by its kind.
  public var errors: [NamedCountObject]
  /// From the request to the answer, the waiting that the client asked for included.
  public var seconds: HistogramObject

  public init(
    method: String,
    requestsTotal: Int64,
    errors: [NamedCountObject],
    seconds: HistogramObject
  ) {
    self.method = method
    self.requestsTotal = requestsTotal
    self.errors = errors
    self.seconds = seconds
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    method = try members.required("method")
    requestsTotal = try members.required("requests_total")
    errors = try members.required("errors")
    seconds = try members.required("seconds")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("method", method)
    writer.member("requests_total", requestsTotal)
    writer.member("errors", errors)
    writer.member("seconds", seconds)
    writer.endObject()
  }
}

/// Connections, since the daemon started.
public struct ConnectionMetricsObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Open now.
  public var open: Int64
  /// Accepted.
  public var total: Int64
  /// Those told to go, by the kind of the error.
  public var refused: [NamedCountObject]
  /// Lines that were no request, by the kind of the error.
  public var badLines: [NamedCountObject]
  /// Read from clients.
  public var receivedBytes: Int64
  /// Written to clients.
  public var sentBytes: Int64

  public init(
    open: Int64,
    total: Int64,
    refused: [NamedCountObject],
    badLines: [NamedCountObject],
    receivedBytes: Int64,
    sentBytes: Int64
  ) {
    self.open = open
    self.total = total
    self.refused = refused
    self.badLines = badLines
    self.receivedBytes = receivedBytes
    self.sentBytes = sentBytes
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    open = try members.required("open")
    total = try members.required("total")
    refused = try members.required("refused")
    badLines = try members.required("bad_lines")
    receivedBytes = try members.required("received_bytes")
    sentBytes = try members.required("sent_bytes")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("open", open)
    writer.member("total", total)
    writer.member("refused", refused)
    writer.member("bad_lines", badLines)
    writer.member("received_bytes", receivedBytes)
    writer.member("sent_bytes", sentBytes)
    writer.endObject()
  }
}

/// The database, since the daemon started.
public struct StoreMetricsObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Commands in one transaction.
  public var batchCommands: HistogramObject
  /// Of one transaction, its fsync included.
  public var commitSeconds: HistogramObject
  /// Transactions that the disk or the database refused.
  public var failedCommits: Int64
  /// Reads that failed.
  public var failedReads: Int64
  /// Size of the database file.
  public var databaseBytes: Int64?
  /// Size of its write-ahead log.
  public var walBytes: Int64?
  /// Number of the newest event.
  public var eventsSeq: Int64?

  public init(
    batchCommands: HistogramObject,
    commitSeconds: HistogramObject,
    failedCommits: Int64,
    failedReads: Int64,
    databaseBytes: Int64? = nil,
    walBytes: Int64? = nil,
    eventsSeq: Int64? = nil
  ) {
    self.batchCommands = batchCommands
    self.commitSeconds = commitSeconds
    self.failedCommits = failedCommits
    self.failedReads = failedReads
    self.databaseBytes = databaseBytes
    self.walBytes = walBytes
    self.eventsSeq = eventsSeq
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    batchCommands = try members.required("batch_commands")
    commitSeconds = try members.required("commit_seconds")
    failedCommits = try members.required("failed_commits")
    failedReads = try members.required("failed_reads")
    databaseBytes = try members.optional("database_bytes")
    walBytes = try members.optional("wal_bytes")
    eventsSeq = try members.optional("events_seq")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("batch_commands", batchCommands)
    writer.member("commit_seconds", commitSeconds)
    writer.member("failed_commits", failedCommits)
    writer.member("failed_reads", failedReads)
    writer.member("database_bytes", databaseBytes)
    writer.member("wal_bytes", walBytes)
    writer.member("events_seq", eventsSeq)
    writer.endObject()
  }
}

/// The process of the daemon; null where the system does not tell.
public struct ProcessMetricsObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Memory that is present.
  public var residentBytes: Int64?
  /// Open files and connections.
  public var openDescriptors: Int64?
  /// How many there may be.
  public var maximumDescriptors: Int64?
  /// Processor time used.
  public var cpuSeconds: Double?

  public init(
    residentBytes: Int64? = nil,
    openDescriptors: Int64? = nil,
    maximumDescriptors: Int64? = nil,
    cpuSeconds: Double? = nil
  ) {
    self.residentBytes = residentBytes
    self.openDescriptors = openDescriptors
    self.maximumDescriptors = maximumDescriptors
    self.cpuSeconds = cpuSeconds
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    residentBytes = try members.optional("resident_bytes")
    openDescriptors = try members.optional("open_descriptors")
    maximumDescriptors = try members.optional("maximum_descriptors")
    cpuSeconds = try members.optional("cpu_seconds")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("resident_bytes", residentBytes)
    writer.member("open_descriptors", openDescriptors)
    writer.member("maximum_descriptors", maximumDescriptors)
    writer.member("cpu_seconds", cpuSeconds)
    writer.endObject()
  }
}

/// One refresh of a project.
public struct RefreshRunObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// The id of a job: a UUID of version 7, so that ids sort by time of creation.
  public var jobID: String
  /// The project.
  public var projectID: String?
  /// Who asked for it first.
  public var userID: String
  /// Where a job stands.
  public var status: JobStatusName
  /// When it was asked for.
  public var requestedAt: String
  /// When its last attempt started.
  public var startedAt: String?
  /// When it ended.
  public var completedAt: String?
  /// Of the last attempt; null unless it has ended.
  public var durationMs: Int64?
  /// Attempts made.
  public var attempt: Int64
  /// Why it failed.
  public var error: JobErrorObject?
  /// The figures of the project that it found; null for the first refresh, and without a plan.
  public var progressBefore: RawJSON?
  /// The figures that it left; null unless it has read a plan.
  public var progressAfter: RawJSON?
  /// By how many done tasks there are more than before; null when one of the figures is missing.
  public var tasksDoneDelta: Int64?
  /// By how many percentage points the progress grew; null when one of the figures is missing.
  public var progressDelta: Double?

  public init(
    jobID: String,
    projectID: String? = nil,
    userID: String,
    status: JobStatusName,
    requestedAt: String,
    startedAt: String? = nil,
    completedAt: String? = nil,
    durationMs: Int64? = nil,
    attempt: Int64,
    error: JobErrorObject? = nil,
    progressBefore: RawJSON? = nil,
    progressAfter: RawJSON? = nil,
    tasksDoneDelta: Int64? = nil,
    progressDelta: Double? = nil
  ) {
    self.jobID = jobID
    self.projectID = projectID
    self.userID = userID
    self.status = status
    self.requestedAt = requestedAt
    self.startedAt = startedAt
    self.completedAt = completedAt
    self.durationMs = durationMs
    self.attempt = attempt
    self.error = error
    self.progressBefore = progressBefore
    self.progressAfter = progressAfter
    self.tasksDoneDelta = tasksDoneDelta
    self.progressDelta = progressDelta
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    jobID = try members.required("job_id")
    projectID = try members.optional("project_id")
    userID = try members.required("user_id")
    status = try members.required("status")
    requestedAt = try members.required("requested_at")
    startedAt = try members.optional("started_at")
    completedAt = try members.optional("completed_at")
    durationMs = try members.optional("duration_ms")
    attempt = try members.required("attempt")
    error = try members.optional("error")
    progressBefore = try members.optional("progress_before")
    progressAfter = try members.optional("progress_after")
    tasksDoneDelta = try members.optional("tasks_done_delta")
    progressDelta = try members.optional("progress_delta")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("job_id", jobID)
    writer.member("project_id", projectID)
    writer.member("user_id", userID)
    writer.member("status", status)
    writer.member("requested_at", requestedAt)
    writer.member("started_at", startedAt)
    writer.member("completed_at", completedAt)
    writer.member("duration_ms", durationMs)
    writer.member("attempt", attempt)
    writer.member("error", error)
    writer.member("progress_before", progressBefore)
    writer.member("progress_after", progressAfter)
    writer.member("tasks_done_delta", tasksDoneDelta)
    writer.member("progress_delta", progressDelta)
    writer.endObject()
  }
}

/// How metrics are written.
public struct MetricsFormatName: OpenEnumeration {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// Members of the result.
  public static let json = MetricsFormatName(rawValue: "json")
  /// Text that Prometheus and its kin read.
  public static let prometheus = MetricsFormatName(rawValue: "prometheus")

  public static let known: [MetricsFormatName] = [.json, .prometheus]
}

/// What becomes of times that passed while nobody looked: skip lets them go, once runs one job for all of them, all
/// one for each (the latest hundred).
public struct MissedRunsName: OpenEnumeration {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// They are let go.
  public static let skip = MissedRunsName(rawValue: "skip")
  /// One job for all of them.
  public static let once = MissedRunsName(rawValue: "once")
  /// A job for each, the latest hundred of them.
  public static let all = MissedRunsName(rawValue: "all")

  public static let known: [MissedRunsName] = [.skip, .once, .all]
}

/// Makes jobs again and again.
public struct ScheduleObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// The id of a schedule: a UUID of version 7.
  public var scheduleID: String
  /// What people call it.
  public var name: String?
  /// The expression.
  public var cron: String
  /// The zone whose clocks it goes by.
  public var timezone: String
  /// The type of its jobs.
  public var type: String
  /// The project of its jobs.
  public var projectID: String?
  /// Who made it; its jobs are theirs.
  public var userID: String
  /// The payload of its jobs.
  public var payload: RawJSON
  /// Which of the waiting jobs runs first.
  public var priority: JobPriorityName
  /// What becomes of times that passed while nobody looked: skip lets them go, once runs one job for all of them,
  /// all one for each (the latest hundred).
  public var missed: MissedRunsName
  /// An instant in UTC, RFC 3339 with milliseconds.
  public var createdAt: String
  /// The next time; null once there is none.
  public var nextRunAt: String?
  /// The newest of its times that got a job; null before the first.
  public var lastFireAt: String?
  /// That job: its own, or the waiting refresh that it joined.
  public var lastJobID: String?

  public init(
    scheduleID: String,
    name: String? = nil,
    cron: String,
    timezone: String,
    type: String,
    projectID: String? = nil,
    userID: String,
    payload: RawJSON,
    priority: JobPriorityName,
    missed: MissedRunsName,
    createdAt: String,
    nextRunAt: String? = nil,
    lastFireAt: String? = nil,
    lastJobID: String? = nil
  ) {
    self.scheduleID = scheduleID
    self.name = name
    self.cron = cron
    self.timezone = timezone
    self.type = type
    self.projectID = projectID
    self.userID = userID
    self.payload = payload
    self.priority = priority
    self.missed = missed
    self.createdAt = createdAt
    self.nextRunAt = nextRunAt
    self.lastFireAt = lastFireAt
    self.lastJobID = lastJobID
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    scheduleID = try members.required("schedule_id")
    name = try members.optional("name")
    cron = try members.required("cron")
    timezone = try members.required("timezone")
    type = try members.required("type")
    projectID = try members.optional("project_id")
    userID = try members.required("user_id")
    payload = try members.required("payload")
    priority = try members.required("priority")
    missed = try members.required("missed")
    createdAt = try members.required("created_at")
    nextRunAt = try members.optional("next_run_at")
    lastFireAt = try members.optional("last_fire_at")
    lastJobID = try members.optional("last_job_id")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("schedule_id", scheduleID)
    writer.member("name", name)
    writer.member("cron", cron)
    writer.member("timezone", timezone)
    writer.member("type", type)
    writer.member("project_id", projectID)
    writer.member("user_id", userID)
    writer.member("payload", payload)
    writer.member("priority", priority)
    writer.member("missed", missed)
    writer.member("created_at", createdAt)
    writer.member("next_run_at", nextRunAt)
    writer.member("last_fire_at", lastFireAt)
    writer.member("last_job_id", lastJobID)
    writer.endObject()
  }
}

/// A skill that the project no longer shows.
public struct FormerSkillObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Such as `Swift` or `SQLite`.
  public var name: String
  /// Such as `language` or `database`.
  public var category: String
  /// End of the refresh that first saw it.
  public var firstSeenAt: String
  /// The commit that this refresh read; null on a branch without commits.
  public var firstSeenCommit: String?
  /// End of the last refresh that saw it.
  public var lastSeenAt: String
  /// The commit that this refresh read; null on a branch without commits.
  public var lastSeenCommit: String?

  public init(
    name: String,
    category: String,
    firstSeenAt: String,
    firstSeenCommit: String? = nil,
    lastSeenAt: String,
    lastSeenCommit: String? = nil
  ) {
    self.name = name
    self.category = category
    self.firstSeenAt = firstSeenAt
    self.firstSeenCommit = firstSeenCommit
    self.lastSeenAt = lastSeenAt
    self.lastSeenCommit = lastSeenCommit
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    name = try members.required("name")
    category = try members.required("category")
    firstSeenAt = try members.required("first_seen_at")
    firstSeenCommit = try members.optional("first_seen_commit")
    lastSeenAt = try members.required("last_seen_at")
    lastSeenCommit = try members.optional("last_seen_commit")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("category", category)
    writer.member("first_seen_at", firstSeenAt)
    writer.member("first_seen_commit", firstSeenCommit)
    writer.member("last_seen_at", lastSeenAt)
    writer.member("last_seen_commit", lastSeenCommit)
    writer.endObject()
  }
}

/// What one project shows of a skill.
public struct ProjectSkillObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// The id of a project: a UUID of version 7.
  public var projectID: String
  /// The project's name.
  public var project: String
  /// For languages: percent of the bytes of source code.
  public var share: Double?
  /// For languages: bytes of source code.
  public var bytes: Int64?
  /// How sure it is.
  public var confidence: Double
  /// For technologies: `direct`, `development` or `transitive`.
  public var relation: String?
  /// Whether the last refresh that looked for skills saw it.
  public var present: Bool
  /// End of the refresh that first saw it.
  public var firstSeenAt: String
  /// The commit that this refresh read; null on a branch without commits.
  public var firstSeenCommit: String?
  /// End of the last refresh that saw it.
  public var lastSeenAt: String
  /// The commit that this refresh read; null on a branch without commits.
  public var lastSeenCommit: String?

  public init(
    projectID: String,
    project: String,
    share: Double? = nil,
    bytes: Int64? = nil,
    confidence: Double,
    relation: String? = nil,
    present: Bool,
    firstSeenAt: String,
    firstSeenCommit: String? = nil,
    lastSeenAt: String,
    lastSeenCommit: String? = nil
  ) {
    self.projectID = projectID
    self.project = project
    self.share = share
    self.bytes = bytes
    self.confidence = confidence
    self.relation = relation
    self.present = present
    self.firstSeenAt = firstSeenAt
    self.firstSeenCommit = firstSeenCommit
    self.lastSeenAt = lastSeenAt
    self.lastSeenCommit = lastSeenCommit
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    projectID = try members.required("project_id")
    project = try members.required("project")
    share = try members.optional("share")
    bytes = try members.optional("bytes")
    confidence = try members.required("confidence")
    relation = try members.optional("relation")
    present = try members.required("present")
    firstSeenAt = try members.required("first_seen_at")
    firstSeenCommit = try members.optional("first_seen_commit")
    lastSeenAt = try members.required("last_seen_at")
    lastSeenCommit = try members.optional("last_seen_commit")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("project_id", projectID)
    writer.member("project", project)
    writer.member("share", share)
    writer.member("bytes", bytes)
    writer.member("confidence", confidence)
    writer.member("relation", relation)
    writer.member("present", present)
    writer.member("first_seen_at", firstSeenAt)
    writer.member("first_seen_commit", firstSeenCommit)
    writer.member("last_seen_at", lastSeenAt)
    writer.member("last_seen_commit", lastSeenCommit)
    writer.endObject()
  }
}

/// A skill across projects.
public struct PersonSkillObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Such as `Swift` or `SQLite`.
  public var name: String
  /// Such as `language` or `database`.
  public var category: String
  /// For languages: bytes of source code in all projects that show it.
  public var bytes: Int64?
  /// How sure the surest project is.
  public var confidence: Double
  /// Whether some project shows it still.
  public var present: Bool
  /// Projects that show or showed it.
  public var projectsCount: Int64
  /// End of the refresh that first saw it in any project.
  public var firstSeenAt: String
  /// End of the last refresh that saw it in any project.
  public var lastSeenAt: String
  /// The projects, oldest first; at most fifty.
  public var projects: [ProjectSkillObject]

  public init(
    name: String,
    category: String,
    bytes: Int64? = nil,
    confidence: Double,
    present: Bool,
    projectsCount: Int64,
    firstSeenAt: String,
    lastSeenAt: String,
    projects: [ProjectSkillObject]
  ) {
    self.name = name
    self.category = category
    self.bytes = bytes
    self.confidence = confidence
    self.present = present
    self.projectsCount = projectsCount
    self.firstSeenAt = firstSeenAt
    self.lastSeenAt = lastSeenAt
    self.projects = projects
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    name = try members.required("name")
    category = try members.required("category")
    bytes = try members.optional("bytes")
    confidence = try members.required("confidence")
    present = try members.required("present")
    projectsCount = try members.required("projects_count")
    firstSeenAt = try members.required("first_seen_at")
    lastSeenAt = try members.required("last_seen_at")
    projects = try members.required("projects")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("category", category)
    writer.member("bytes", bytes)
    writer.member("confidence", confidence)
    writer.member("present", present)
    writer.member("projects_count", projectsCount)
    writer.member("first_seen_at", firstSeenAt)
    writer.member("last_seen_at", lastSeenAt)
    writer.member("projects", projects)
    writer.endObject()
  }
}

/// The state of a plan at one moment.
public struct ProgressSnapshotObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// When the branch came to this state: the time of the commit, or of the refresh. Where clocks were wrong it is
  /// moved between its neighbours.
  public var at: String
  /// `commit`, or `refresh` for what a refresh found that no commit says.
  public var origin: String
  /// Id of the commit; null for what a refresh found.
  public var commit: String?
  /// Name of the author; null for what a refresh found.
  public var author: String?
  /// The author's address.
  public var email: String?
  /// When the change was made, by the author's clock.
  public var authoredAt: String?
  /// When the commit was made, by its own account.
  public var committedAt: String?
  /// What the plan was called then.
  public var planPath: String
  /// Tasks.
  public var tasksCount: Int64
  /// Tasks whose box is ticked.
  public var tasksDone: Int64
  /// Boxes outside GFM that stand for unfinished work.
  public var openMarkersCount: Int64
  /// Percent done, rounded down to one decimal; null without tasks.
  public var progressPercentage: Double?

  public init(
    at: String,
    origin: String,
    commit: String? = nil,
    author: String? = nil,
    email: String? = nil,
    authoredAt: String? = nil,
    committedAt: String? = nil,
    planPath: String,
    tasksCount: Int64,
    tasksDone: Int64,
    openMarkersCount: Int64,
    progressPercentage: Double? = nil
  ) {
    self.at = at
    self.origin = origin
    self.commit = commit
    self.author = author
    self.email = email
    self.authoredAt = authoredAt
    self.committedAt = committedAt
    self.planPath = planPath
    self.tasksCount = tasksCount
    self.tasksDone = tasksDone
    self.openMarkersCount = openMarkersCount
    self.progressPercentage = progressPercentage
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    at = try members.required("at")
    origin = try members.required("origin")
    commit = try members.optional("commit")
    author = try members.optional("author")
    email = try members.optional("email")
    authoredAt = try members.optional("authored_at")
    committedAt = try members.optional("committed_at")
    planPath = try members.required("plan_path")
    tasksCount = try members.required("tasks_count")
    tasksDone = try members.required("tasks_done")
    openMarkersCount = try members.required("open_markers_count")
    progressPercentage = try members.optional("progress_percentage")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("at", at)
    writer.member("origin", origin)
    writer.member("commit", commit)
    writer.member("author", author)
    writer.member("email", email)
    writer.member("authored_at", authoredAt)
    writer.member("committed_at", committedAt)
    writer.member("plan_path", planPath)
    writer.member("tasks_count", tasksCount)
    writer.member("tasks_done", tasksDone)
    writer.member("open_markers_count", openMarkersCount)
    writer.member("progress_percentage", progressPercentage)
    writer.endObject()
  }
}

/// What the last weeks brought.
public struct ProgressVelocityObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Days that are looked at, up to now: 28, or fewer when the history is shorter.
  public var windowDays: Double
  /// Tasks done in them, less ticks taken back.
  public var doneInWindow: Int64
  /// Tasks added in them, less tasks removed.
  public var addedInWindow: Int64
  /// The same by the week.
  public var donePerWeek: Double
  /// The same by the week.
  public var addedPerWeek: Double

  public init(
    windowDays: Double,
    doneInWindow: Int64,
    addedInWindow: Int64,
    donePerWeek: Double,
    addedPerWeek: Double
  ) {
    self.windowDays = windowDays
    self.doneInWindow = doneInWindow
    self.addedInWindow = addedInWindow
    self.donePerWeek = donePerWeek
    self.addedPerWeek = addedPerWeek
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    windowDays = try members.required("window_days")
    doneInWindow = try members.required("done_in_window")
    addedInWindow = try members.required("added_in_window")
    donePerWeek = try members.required("done_per_week")
    addedPerWeek = try members.required("added_per_week")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("window_days", windowDays)
    writer.member("done_in_window", doneInWindow)
    writer.member("added_in_window", addedInWindow)
    writer.member("done_per_week", donePerWeek)
    writer.member("added_per_week", addedPerWeek)
    writer.endObject()
  }
}

/// When all would be done if it went on like this.
public struct ProgressProjectionObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// Tasks left to do.
  public var remaining: Int64
  /// At the best pace of the last two, four, eight and twelve weeks.
  public var earliest: String
  /// At the pace of the velocity.
  public var expected: String
  /// At the worst of these paces, less the growth of the plan; null when the plan grew as fast as it was worked
  /// off.
  public var latest: String?

  public init(
    remaining: Int64,
    earliest: String,
    expected: String,
    latest: String? = nil
  ) {
    self.remaining = remaining
    self.earliest = earliest
    self.expected = expected
    self.latest = latest
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    remaining = try members.required("remaining")
    earliest = try members.required("earliest")
    expected = try members.required("expected")
    latest = try members.optional("latest")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("remaining", remaining)
    writer.member("earliest", earliest)
    writer.member("expected", expected)
    writer.member("latest", latest)
    writer.endObject()
  }
}

/// A box that was ticked, or whose tick was taken back.
public struct TaskTickObject: JSONEncodable, JSONDecodable, Hashable, Sendable {
  /// When the change was made.
  public var at: String
  /// True for a tick, false for one taken back.
  public var ticked: Bool
  /// The task as the commit has it.
  public var text: String
  /// Title of the section it stood in; null above the first heading.
  public var section: String?
  /// Line of its box then, from 1.
  public var line: Int64
  /// The task came into the plan with this change.
  public var newTask: Bool
  /// Name of who made the change.
  public var author: String
  /// The author's address.
  public var email: String
  /// Id of the commit.
  public var commit: String

  public init(
    at: String,
    ticked: Bool,
    text: String,
    section: String? = nil,
    line: Int64,
    newTask: Bool,
    author: String,
    email: String,
    commit: String
  ) {
    self.at = at
    self.ticked = ticked
    self.text = text
    self.section = section
    self.line = line
    self.newTask = newTask
    self.author = author
    self.email = email
    self.commit = commit
  }

  public init(json: JSON) throws(JSONDecodingError) {
    let members = try JSONObject(json: json)
    at = try members.required("at")
    ticked = try members.required("ticked")
    text = try members.required("text")
    section = try members.optional("section")
    line = try members.required("line")
    newTask = try members.required("new_task")
    author = try members.required("author")
    email = try members.required("email")
    commit = try members.required("commit")
  }

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("at", at)
    writer.member("ticked", ticked)
    writer.member("text", text)
    writer.member("section", section)
    writer.member("line", line)
    writer.member("new_task", newTask)
    writer.member("author", author)
    writer.member("email", email)
    writer.member("commit", commit)
    writer.endObject()
  }
}
