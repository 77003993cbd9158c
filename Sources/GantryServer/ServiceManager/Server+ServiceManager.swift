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

  /// Running jobs get their time to end, and the daemon ten seconds more for itself.
  func announceStop() {
    let microseconds = UInt64((configuration.drainSeconds + 10) * 1_000_000)
    tellServiceManager(
      "STOPPING=1", "STATUS=Waiting for \(engine.busyWorkers) running jobs", "EXTEND_TIMEOUT_USEC=\(microseconds)")
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
