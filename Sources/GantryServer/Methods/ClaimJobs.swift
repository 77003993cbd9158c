import EventLoop
import GantryProtocol
import JSON
import JSONRPC
import JobModel
import JobStore
import Logging

extension Server {
  /// Seconds that `claimJobs` waits for a job unless told otherwise.
  static let defaultClaimSeconds: Double = 30

  func claimJobs(_ params: ClaimJobs.Params, _ responder: Responder) throws(RPCError) {
    let types = try externalTypes(params.types)
    if responder.isAbandoned { throw WireErrors.requestCancelled }
    let leaseSeconds = params.leaseSeconds ?? configuration.queue.leaseSeconds
    let isDetached = params.detached ?? false
    guard isDetached || !responder.session.hasInputEnded else { throw Self.wouldEndAtOnce }
    let poll = WorkerPoll(
      worker: params.worker, types: types, limit: Int(params.limit ?? 1), isDetached: isDetached,
      responder: responder
    ) { [unowned self] found in
      switch found {
      case .success(let jobs): turn { hand(jobs, types, to: responder, leaseSeconds, isDetached: isDetached) }
      case .failure(let error): responder.fail(error)
      }
    }
    do throws(LoopError) {
      try polls.add(poll, seconds: params.waitSeconds ?? Self.defaultClaimSeconds)
    } catch {
      throw internalError("no timer for a worker that waits: \(error)", of: responder)
    }
  }

  private static let wouldEndAtOnce = RPCError.invalidParams(
    field: "detached",
    reason: "must be true on a connection whose client has closed its end: the leases would end with it")

  private func externalTypes(_ names: [String]) throws(RPCError) -> Set<String> {
    if let refusal = refusal(ofWorkerFor: names) { throw refusal }
    return Set(names)
  }

  /// Why a worker cannot serve these types, as things are configured now; nil when it can.
  func refusal(ofWorkerFor names: some Sequence<String>) -> RPCError? {
    for name in names where !configuration.isExternal(name) {
      guard engine.handlers[name] == nil else {
        return RPCError.invalidParams(
          field: "types",
          reason: "holds '\(name)', which gantryd runs itself; workers serve types declared with external = true")
      }
      return WireErrors.unknownJobType(name, known: configuration.externalTypes)
    }
    return nil
  }

  /// Leases the jobs and answers. What the answer has no room for, or its client no use for, goes back to the queue.
  private func hand(
    _ jobs: [ClaimedJob], _ types: Set<String>, to responder: Responder, _ leaseSeconds: Double, isDetached: Bool
  ) {
    // It may have gone away a moment ago, which nobody has noticed: a lease would then end in a crash.
    if !jobs.isEmpty { responder.session.endWaitsOfAbsentPeer() }
    guard !responder.isAbandoned else {
      for job in jobs { leases.release(job) }
      return responder.fail(WireErrors.requestCancelled)
    }
    guard isDetached || jobs.isEmpty || !responder.session.hasInputEnded else {
      for job in jobs { leases.release(job) }
      return responder.fail(Self.wouldEndAtOnce)
    }
    var given: [ClaimedJobObject] = []
    var room = responder.room - Self.answerEnvelopeBytes
    for job in jobs {
      let size = size(of: object(job, leaseSeconds: leaseSeconds)) + 1
      guard size <= room else {
        refuse(job, fits: size <= responder.session.answerLimit - Self.answerEnvelopeBytes)
        continue
      }
      do throws(LoopError) {
        _ = try leases.grant(
          job, session: isDetached ? nil : responder.session.number, types: types, seconds: leaseSeconds)
        given.append(object(job, leaseSeconds: leaseSeconds))
        room -= size
      } catch {
        logger.error("no timer for a lease: \(error)", metadata: ["job": "\(job.job.id)"])
        leases.release(job)
      }
    }
    if given.isEmpty, !jobs.isEmpty {
      return responder.fail(WireErrors.responseTooLarge(limit: responder.session.answerLimit))
    }
    responder.succeed(ClaimJobs.Result(jobs: given))
  }

  /// A job that the answer has no room for waits for the next one; one that no answer has room for would do so for ever.
  private func refuse(_ job: ClaimedJob, fits: Bool) {
    if fits { return leases.release(job) }
    let error = JobError(
      kind: "responseTooLarge",
      message: "The job is too large to be given to a worker: the answer would have more than limits.answer_bytes. "
        + "Raise that in the configuration and retry the job, or create it with a smaller payload.")
    leases.endClaim(job, .fail(job.job.id, job.token, error, nil))
  }

  private func object(_ claimed: ClaimedJob, leaseSeconds: Double) -> ClaimedJobObject {
    ClaimedJobObject(
      job: JobObject(claimed.job), project: claimed.project.map { ProjectObject($0) },
      attemptToken: claimed.token.description, leaseSeconds: leaseSeconds,
      timeoutSeconds: claimed.job.timeoutSeconds ?? configuration.timeoutSeconds(of: claimed.job.type))
  }

  private func size(of value: some JSONEncodable) -> Int {
    var writer = JSONWriter()
    value.write(to: &writer)
    return writer.bytes.count
  }

  /// What surrounds the jobs in an answer, with the longest id.
  private static let answerEnvelopeBytes = 2048
}
