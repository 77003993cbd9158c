import EventLoop
import JobStore
import Logging
import WorkerPool

// How the daemon ends: no new work, then what runs, then what is to be written, then the last answers.

extension Server {
  /// How long clients may take to read their last answers once everything else has ended.
  private static let lastAnswersMilliseconds: UInt64 = 2000

  /// The first call drains; a second one interrupts what still runs.
  func stop() {
    turn {
      switch stage {
      case .serving:
        stage = .draining
        logger.notice("draining", metadata: ["running": "\(engine.busyWorkers)", "leased": "\(leases.count)"])
        announceStop()
        scheduler.stop()
        watcher.stop()
        listener?.close()
        listener = nil
        drainTimer.arm(afterMilliseconds: UInt64(configuration.drainSeconds * 1000)) { [weak self] in self?.interrupt()
        }
        for part in [leases.drain, polls.drain, engine.drain] as [(@escaping () -> Void) -> Void] {
          part { [weak self] in self?.workHasEnded() }
        }
      case .draining: interrupt()
      case .closing, .closed, .ended: break
      }
    }
  }

  private func interrupt() {
    if engine.busyWorkers + leases.count > 0 {
      logger.notice(
        "interrupting what still runs",
        metadata: ["running": "\(engine.busyWorkers)", "leased": "\(leases.count)"])
    }
    engine.interrupt()
    leases.interrupt()
  }

  /// Some part of the daemon has come to rest; the last one to do so ends it all.
  private func workHasEnded() {
    guard !isStoreClosing, engine.isDrained, leases.isDrained, polls.isDrained else { return }
    isStoreClosing = true
    closeStore()
  }

  /// Nothing runs any more: the commands still waiting are carried out, then the store closes.
  private func closeStore() {
    drainTimer.disarm()
    housekeeper.close()
    store.close()
  }

  /// Every write is on disk and answered: the waits end, and all readers close before the writer does.
  func storeDrained() {
    waiters.cancelAll()
    subscriptions.removeAll()
    stage = .closing
    maintenance.close { [self] in
      reads.close()
      store.closeStore()
    }
  }

  func storeEnded(_ error: StoreError?) {
    storeThread.join()
    pool.close()
    if let error { logger.error("the store did not close in good order: \(error)") }
    stage = .closed
    // A peer that reads nothing must not keep a daemon alive that has nothing left to do.
    drainTimer.arm(afterMilliseconds: Self.lastAnswersMilliseconds) { [weak self] in
      guard let self else { return }
      for session in sessions.values { session.close() }
    }
    // Whoever still reads gets what it is owed; new requests were refused since the drain began.
    for session in sessions.values { session.closeWhenFlushed() }
  }

  func finishClosing() {
    guard sessions.isEmpty, stage == .closed, turnDepth == 0 else { return }
    stage = .ended
    engine.close()
    leases.close()
    drainTimer.close()
    watchdogTimer.close()
    stopTimer.close()
    orphanTimer.close()
    replayTimer.close()
    listenerWatch.close()
    for signal in signals { signal.close() }
    closeMailboxes()
    socket.remove()
    stateLock.release()
    logger.notice("stopped")
  }
}
