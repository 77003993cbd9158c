import JobModel
import JobStore

/// Forgetting what is over.
extension InMemoryTransaction {
  mutating func cleanUp(_ step: CleanupStep) -> StoreOutcome {
    let page = state.entries.filter { entry in
      entry.job.status == step.status && step.after.map { place(entry) > $0 } ?? true
    }.sorted { place($0) < place($1) }.prefix(step.limit)
    var surplus = step.keep.map { keep in state.entries.count { $0.job.status == step.status } - keep } ?? 0
    var deleted = 0
    for entry in page {
      let isOld = step.endedBefore.map { place(entry).completedAt < $0 } ?? false
      guard isOld || surplus > 0 else { return .cleaned(deleted: deleted, next: nil) }
      guard let index = index(entry.job.id), !isNeeded(index) else { continue }
      remove(index)
      deleted += 1
      surplus -= 1
    }
    return .cleaned(deleted: deleted, next: page.count < step.limit ? nil : page.last.map(place))
  }

  /// The newest event stays in any case.
  mutating func cleanUpEvents(before: Timestamp?, keep: Int?, limit: Int) -> StoreOutcome {
    guard let newest = state.events.last?.seq else { return .cleaned(deleted: 0, next: nil) }
    let oldestKept = keep.map { newest - Int64($0) + 1 } ?? .min
    let gone = state.events.dropLast().prefix(limit).prefix { event in
      before.map { event.time < $0 } ?? false || event.seq < oldestKept
    }
    let next = gone.count < limit ? nil : gone.last.map { CleanupCursor(completedAt: $0.time, seq: $0.seq) }
    state.events.removeFirst(gone.count)
    return .cleaned(deleted: gone.count, next: next)
  }

  private func place(_ entry: InMemoryState.Entry) -> CleanupCursor {
    CleanupCursor(completedAt: entry.job.completedAt ?? now, seq: entry.seq)
  }

  private func isNeeded(_ index: Int) -> Bool {
    state.settling.contains(index)
      || state.entries.contains { $0.job.status == .pending && $0.parents.contains(index) }
  }

  /// Takes an entry out; the places behind it move up.
  private mutating func remove(_ index: Int) {
    state.entries.remove(at: index)
    for child in state.entries.indices {
      state.entries[child].parents = state.entries[child].parents.filter { $0 != index }.map {
        $0 > index ? $0 - 1 : $0
      }
    }
    state.settling = Set(state.settling.map { $0 > index ? $0 - 1 : $0 })
  }
}
