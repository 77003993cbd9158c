import JobModel
import JobStore

/// What surrounds a pending job, as far as it can hold the job up.
nonisolated struct QueueSituation {
  /// A job that another one waits for.
  struct Neighbour {
    var id: JobID
    var type: String
    var status: JobStatus
    var startedAt: Timestamp?

    init(_ job: Job) {
      id = job.id
      type = job.type
      status = job.status
      startedAt = job.startedAt
    }
  }

  var now: Timestamp
  /// What is paused; the empty name stands for everything.
  var paused: [String] = []
  /// Nil for a job that has just been started.
  var wait: JobWait?
  /// Jobs that it depends on and that have not completed, at most as many as are shown.
  var dependencies: [Neighbour] = []
  /// Those not shown.
  var moreDependencies = 0
  var laneHolder: Neighbour?
  /// Somebody runs jobs of its type: the daemon, or a worker that is connected.
  var hasWorker = true
  /// Served by workers on the socket.
  var isExternal = false
  /// Jobs of its type that may run at once, and that run.
  var concurrency: Int?
  var runningOfType = 0
  /// Of the daemon.
  var workers = 1
  /// Those of the daemon that run something, or those on the socket that serve the type and have jobs.
  var busyWorkers = 0
  var hasIdleWorker = true
  /// Idle workers of the daemon that take manual refreshes only.
  var keptWorkers = 0
  /// Jobs that go before it, up to `countedAhead`.
  var ahead = 0

  /// Jobs that are counted at most.
  static let countedAhead = 1000
  /// Dependencies that are shown at most.
  static let dependenciesShown = 20
}
