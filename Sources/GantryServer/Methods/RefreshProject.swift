import GantryProtocol
import JSONRPC
import JobModel
import JobStore
import Projects

extension Server {
  func refreshProject(_ params: RefreshProject.Params, _ responder: Responder) throws(RPCError) {
    let target: RefreshRequest.Target
    switch (params.projectID, params.path, params.source) {
    case (let id?, nil, nil): target = .project(try projectID(id))
    case (nil, let path?, nil): target = .source(try localProject(path))
    case (nil, nil, let source?): target = .source(try project(source: source))
    default:
      throw RPCError.invalidParams(field: "project_id", reason: "or path or source must be given, exactly one of them")
    }
    let job = NewJob(
      type: NewJob.refreshType, userID: responder.session.userID, priority: .high,
      payload: params.force == true ? NewJob.forcedRefreshPayload : NewJob.emptyPayload,
      maxRetries: configuration.maxRetries(of: NewJob.refreshType), rateLimit: configuration.refreshLimit)
    let seconds = params.wait == true ? params.timeoutSeconds ?? Self.defaultWaitSeconds : nil
    responder.session.writeStarted()
    let start = MonotonicClock.now()
    store.submit(.refreshProject(RefreshRequest(target: target, job: job))) { [self] result in
      noteDuration(since: start, "it waited for the store", of: responder)
      responder.session.writeEnded()
      switch result {
      case .failure(let rejection): responder.fail(refusal(rejection, of: responder))
      case .success(.refresh(let id, let project, let status, let how)):
        let answer = RefreshProject.Result(
          jobID: id.description, projectID: project.id.description, status: .init(rawValue: status.rawValue),
          outcome: .init(rawValue: how.rawValue), message: Self.message(how, project))
        guard let seconds else { return responder.succeed(answer) }
        finish(answer, job: id, seconds: seconds, responder)
      case .success: preconditionFailure("refreshProject was answered with something else")
      }
    }
    engine.claim()
  }

  private func finish(_ answer: RefreshProject.Result, job id: JobID, seconds: Double, _ responder: Responder) {
    do throws(RPCError) {
      wait(for: try job(id), seconds: seconds, responder) { job, timedOut in
        var answer = answer
        answer.status = .init(rawValue: job.status.rawValue)
        answer.job = JobObject(job)
        answer.timedOut = timedOut
        responder.succeed(answer)
      }
    } catch {
      responder.fail(error)
    }
  }

  private static func message(_ outcome: RefreshOutcome, _ project: Project) -> String {
    switch outcome {
    case .created: "Refresh of \(project.name) queued."
    case .joined: "A refresh of \(project.name) is already waiting to run and covers this request."
    case .queuedBehind: "A refresh of \(project.name) is running; this one runs right behind it."
    }
  }
}
