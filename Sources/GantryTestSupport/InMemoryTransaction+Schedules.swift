import JobModel
import JobStore

/// Schedules, and the jobs that they make.
extension InMemoryTransaction {
  mutating func createSchedule(_ new: NewSchedule) -> Outcome {
    if let id = new.projectID, !state.projects.contains(where: { $0.id == id }) {
      return .failure(.projectNotFound(id))
    }
    let schedule = Schedule(new, id: ids.next(now: now))
    state.schedules.append(schedule)
    note(.scheduleCreated, schedule)
    return .success(.schedule(schedule))
  }

  mutating func deleteSchedule(_ id: ScheduleID) -> Outcome {
    guard let index = state.schedules.firstIndex(where: { $0.id == id }) else { return .failure(.scheduleNotFound(id)) }
    note(.scheduleDeleted, state.schedules.remove(at: index))
    return .success(.done)
  }

  mutating func fireSchedule(_ request: FireRequest) -> Outcome {
    guard let index = state.schedules.firstIndex(where: { $0.id == request.schedule }) else {
      return .failure(.scheduleNotFound(request.schedule))
    }
    guard state.schedules[index].nextRunAt == request.expectedNext else {
      return .success(.fired([], state.schedules[index]))
    }
    var made: [JobID] = []
    for job in request.jobs {
      guard let fire = job.fire, fire.time != state.schedules[index].lastFireAt,
        !state.entries.contains(where: { $0.request.fire == fire }),
        case .success(.jobCreated(let id, _, _)) = createJob(job)
      else { continue }
      made.append(id)
      state.schedules[index].lastFireAt = fire.time
      state.schedules[index].lastJobID = id
    }
    state.schedules[index].nextRunAt = request.next
    if !made.isEmpty { note(.scheduleFired, state.schedules[index]) }
    return .success(.fired(made, state.schedules[index]))
  }

  private mutating func note(_ kind: StoreEvent.Kind, _ schedule: Schedule) {
    events.append(
      StoreEvent(
        seq: 0, time: now, kind: kind, type: schedule.type, projectID: schedule.projectID, userID: schedule.userID))
  }
}

extension InMemoryReader {
  public mutating func schedule(_ id: ScheduleID) throws(StoreError) -> Schedule? {
    state.schedules.first { $0.id == id }
  }

  public mutating func schedules(after cursor: ScheduleID?, limit: Int) throws(StoreError) -> [Schedule] {
    Array(state.schedules.lazy.filter { schedule in cursor.map { schedule.id > $0 } ?? true }.prefix(limit))
  }
}
