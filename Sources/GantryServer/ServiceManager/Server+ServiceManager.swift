import EventLoop
import Glibc
import JobModel
import Logging

extension Server {
  /// Tells the service manager; that it cannot be told is worth a line, and no reason to stop.
  func tellServiceManager(_ assignments: String...) {
    guard let code = service.notify(assignments.joined(separator: "\n")) else { return }
    logger.warning("the service manager cannot be told: \(String(cString: strerror(code)))")
  }

  func announceReady() {
    tellServiceManager("READY=1", "STATUS=Serving on \(configuration.socketPath)")
  }

  /// The manager wants to know since when, to match it with the reload it has asked for (`Type=notify-reload`).
  func announceReload() {
    tellServiceManager("RELOADING=1", "MONOTONIC_USEC=\(MonotonicClock.now() / 1000)")
  }

  /// Says that the daemon ends, and asks for more time again and again while it does: a loop that hangs asks no more.
  /// Running jobs get their time to end, their programs theirs after SIGTERM, and the daemon half a minute for itself;
  /// after that the service manager shall do what it thinks best.
  func announceStop() {
    tellServiceManager("STOPPING=1")
    guard service.notifySocket != nil else { return }
    let seconds = configuration.drainSeconds + configuration.queue.killGraceSeconds + 30
    askForTimeToStop(until: MonotonicClock.now() + UInt64(seconds * 1e9))
  }

  private func askForTimeToStop(until deadline: UInt64) {
    guard MonotonicClock.now() < deadline else { return }
    let running = engine.busyWorkers + leases.count
    let status = running == 0 ? "Stopping" : "Waiting for \(running) running \(running == 1 ? "job" : "jobs")"
    tellServiceManager("STATUS=\(status)", "EXTEND_TIMEOUT_USEC=\(MoreTime.stopMicroseconds)")
    stopTimer.arm(afterMilliseconds: 1000) { [weak self] in self?.askForTimeToStop(until: deadline) }
  }

  /// Signs of life, four to the interval: half of it is what sd_watchdog_enabled(3) advises, and a store that is busy
  /// over one look is not dead yet.
  func watch(deliveriesSeen: UInt64) {
    guard let microseconds = service.watchdogMicroseconds else { return }
    // A store thread that owes an answer, and has given none since the last look, may hang: then the watchdog bites.
    if store.waitingCommands == 0 || store.deliveries != deliveriesSeen { tellServiceManager("WATCHDOG=1") }
    let seen = store.deliveries
    watchdogTimer.arm(afterMilliseconds: max(microseconds / 4000, 1)) { [weak self] in
      self?.watch(deliveriesSeen: seen)
    }
  }
}
