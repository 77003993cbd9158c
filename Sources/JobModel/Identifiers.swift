/// Names a job for good.
public typealias JobID = UUIDv7

/// Names a project for good.
public typealias ProjectID = UUIDv7

/// Fences one attempt at a job: only its holder may report on the job, and a token is never used twice.
public typealias AttemptToken = UUIDv7

/// Names one run of one daemon; identity across restarts is never a host name or a process id.
public typealias BootID = UUIDv7

/// Names a schedule for good.
public typealias ScheduleID = UUIDv7
