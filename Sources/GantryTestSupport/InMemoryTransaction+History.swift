import JobModel
import JobStore

/// Progress over time.
extension InMemoryTransaction {
  mutating func write(_ history: HistoryUpdate, of project: ProjectID) {
    var known = state.histories[project] ?? InMemoryState.History()
    if history.replacesCommits {
      known.snapshots.removeAll { $0.content.origin == .commit }
      known.ticks = []
    }
    for snapshot in history.snapshots { known.add(snapshot) }
    for event in history.events {
      known.ticks.append(HistoryRow(position: .init(at: event.at, number: known.next()), content: event))
    }
    if var found = history.found {
      let newest = known.snapshots.max { $0.position < $1.position }?.content
      if !(newest?.isSameProgress(as: found) ?? false) {
        found.at = max(now, newest?.at ?? now)
        known.add(found)
      }
    }
    known.mark = history.mark
    known.report = history.report
    known.snapshots.sort { $0.position < $1.position }
    known.ticks.sort { $0.position < $1.position }
    known.snapshots.removeFirst(max(known.snapshots.count - HistoryUpdate.keptSnapshots, 0))
    known.ticks.removeFirst(max(known.ticks.count - HistoryUpdate.keptEvents, 0))
    state.histories[project] = known
  }
}

extension InMemoryState {
  struct History: Sendable {
    var mark = ""
    var report = ""
    var snapshots: [HistoryRow<ProgressSnapshot>] = []
    var ticks: [HistoryRow<TickEvent>] = []
    private var number: Int64 = 0

    mutating func next() -> Int64 {
      number += 1
      return number
    }

    mutating func add(_ snapshot: ProgressSnapshot) {
      snapshots.append(HistoryRow(position: .init(at: snapshot.at, number: next()), content: snapshot))
    }
  }
}

extension InMemoryReader {
  public mutating func historyReport(of project: ProjectID) throws(StoreError) -> String? {
    state.histories[project]?.report
  }

  public mutating func snapshots(
    of project: ProjectID, after position: HistoryPosition, limit: Int
  ) throws(StoreError) -> [HistoryRow<ProgressSnapshot>] {
    Array((state.histories[project]?.snapshots ?? []).filter { $0.position > position }.prefix(limit))
  }

  public mutating func snapshot(of project: ProjectID, at time: Timestamp) throws(StoreError) -> ProgressSnapshot? {
    state.histories[project]?.snapshots.last { $0.content.at <= time }?.content
  }

  public mutating func ticks(
    of project: ProjectID, before position: HistoryPosition, since: Timestamp, limit: Int
  ) throws(StoreError) -> [HistoryRow<TickEvent>] {
    Array(
      (state.histories[project]?.ticks ?? []).reversed().filter { $0.position < position && $0.content.at >= since }
        .prefix(limit))
  }
}
