import GantryProtocol
import JSONRPC
import JobModel
import JobStore
import Logging

extension Server {
  func updateProject(_ params: UpdateProject.Params, _ responder: Responder) throws(RPCError) {
    let project = try project(id: params.projectID, path: params.path)
    if params.watch == true, project.kind == .remote {
      throw RPCError.invalidParams(
        field: "watch", reason: "is for projects on this machine; give a remote one a schedule (createSchedule)")
    }
    let change = ProjectChange(
      projectID: project.id, name: params.name, isWatched: params.watch)
    submit(.updateProject(change), for: responder) { [watcher, self] outcome -> ProjectObject? in
      guard case .project(let project, _) = outcome else { return nil }
      watcher.update(project)
      return object(project)
    }
  }

  /// The project as clients see it, with what the daemon does about it.
  func object(_ project: Project) -> ProjectObject {
    var object = ProjectObject(project)
    guard let watch = watcher.mode(of: project.id) else { return object }
    object.watchMode = watch.mode.rawValue
    object.watchProblem = watch.problem
    return object
  }

  /// Takes up the watches of before, and looks what has changed meanwhile.
  func startWatching() throws(StoreError) {
    var cursor: ProjectID?
    repeat {
      let after = cursor
      let page = try reads.read { reader throws(StoreError) in try reader.projects(after: after, limit: 1000) }
      for project in page where project.isWatched {
        watcher.update(project)
        requestWatchedRefresh(of: project.id) {}
      }
      cursor = page.last?.id
    } while cursor != nil
    reads.endTurn()
  }

  /// Keeps the watches in step with what refreshes find.
  func noteProjects(_ events: [StoreEvent]) {
    for event in events {
      guard event.kind == .projectUpdated, let id = event.projectID, watcher.mode(of: id) != nil else { continue }
      do throws(StoreError) {
        if let project = try reads.read({ reader throws(StoreError) in try reader.project(id) }) {
          watcher.update(project)
        } else {
          watcher.remove(id)
        }
      } catch {
        _ = readFailure(error)
      }
    }
  }

  /// Asks for a refresh in the name of the watcher.
  func requestWatchedRefresh(of id: ProjectID, _ isGone: @escaping () -> Void) {
    let job = NewJob(
      type: NewJob.refreshType, userID: ProjectWatcher.userID, priority: .low,
      maxRetries: configuration.maxRetries(of: NewJob.refreshType))
    store.submit(.refreshProject(RefreshRequest(target: .project(id), job: job))) { [logger] result in
      switch result {
      case .success: break
      case .failure(.projectNotFound): isGone()
      case .failure(let rejection):
        logger.warning("a watched project could not be refreshed: \(rejection)", metadata: ["project": "\(id)"])
      }
    }
    engine.claim()
  }
}
