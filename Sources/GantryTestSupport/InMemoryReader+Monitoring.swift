import JobModel
import JobStore

/// Why jobs wait, and what refreshes changed.
extension InMemoryReader {
  public mutating func wait(of id: JobID) throws(StoreError) -> JobWait? {
    let entries = state.entries
    guard let index = entries.firstIndex(where: { $0.job.id == id }), entries[index].job.status == .pending else {
      return nil
    }
    let entry = entries[index]
    let gate: JobWait.Gate =
      switch entry.gate {
      case .open: .open
      case .scheduled: .scheduled
      case .blocked: .blocked
      }
    guard let key = entry.request.exclusiveKey else { return JobWait(gate: gate) }
    let lane = entries.indices.filter { entries[$0].request.exclusiveKey == key }
    let holder = lane.first { entries[$0].job.status == .processing }
    guard gate == .open, holder == nil else {
      return JobWait(gate: gate, laneHolder: holder.map { entries[$0].job.id })
    }
    let head = lane.filter {
      entries[$0].job.status == .pending && entries[$0].gate == .open && entries[$0].job.type == entry.job.type
        && entries[$0].job.priority == entry.job.priority
    }.min { (entries[$0].turn, $0) < (entries[$1].turn, $1) }
    return JobWait(gate: gate, laneHead: head == index ? nil : head.map { entries[$0].job.id })
  }

  public mutating func jobsAhead(of id: JobID, types: [String], limit: Int) throws(StoreError) -> Int {
    let entries = state.entries
    guard let index = entries.firstIndex(where: { $0.job.id == id }), entries[index].job.status == .pending else {
      return 0
    }
    func rank(_ index: Int) -> (Int, Int64, Int) {
      (-entries[index].job.priority.rawValue, entries[index].turn, index)
    }
    return min(ready.count { types.contains(entries[$0].job.type) && rank($0) < rank(index) }, limit)
  }

  public mutating func readyHeads(types: [String]) throws(StoreError) -> [Job] {
    let entries = state.entries
    let ready = self.ready
    var heads: [Job] = []
    for type in types {
      for priority in JobPriority.allCases {
        let head = ready.filter { entries[$0].job.type == type && entries[$0].job.priority == priority }
          .min { (entries[$0].turn, $0) < (entries[$1].turn, $1) }
        if let head { heads.append(entries[head].job) }
      }
    }
    return heads
  }

  public mutating func nextScheduled() throws(StoreError) -> Job? {
    state.entries.filter { $0.job.status == .pending && $0.gate == .scheduled }.map(\.job).min { $0.runAt < $1.runAt }
  }

  public mutating func refreshFigures(of id: JobID) throws(StoreError) -> RefreshFigures? {
    state.refreshFigures[id]
  }

  /// Places of the jobs that could start: of a lane the first of each type and priority, while none of it runs.
  private var ready: [Int] {
    let entries = state.entries
    let busy = Set(entries.lazy.filter { $0.job.status == .processing }.compactMap(\.request.exclusiveKey))
    let open = entries.indices.filter { entries[$0].job.status == .pending && entries[$0].gate == .open }
    return open.filter { index in
      guard let key = entries[index].request.exclusiveKey else { return true }
      return !busy.contains(key)
        && !open.contains {
          entries[$0].request.exclusiveKey == key && entries[$0].job.type == entries[index].job.type
            && entries[$0].job.priority == entries[index].job.priority
            && (entries[$0].turn, $0) < (entries[index].turn, index)
        }
    }
  }
}
