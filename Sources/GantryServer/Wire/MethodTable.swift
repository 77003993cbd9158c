import GantryProtocol
import JSONRPC

extension Server {
  /// Every method of the protocol document, by kind. `Server.init` holds this against the document, both ways.
  func registerMethods(_ router: Router) {
    router.query(Ping.self) { [unowned self] params, _ in ping(params) }
    router.query(Hello.self) { [unowned self] params, responder throws(RPCError) in try hello(params, responder) }
    router.query(RPCDiscover.self) { [unowned self] params, _ in discover(params) }

    router.command(CreateJob.self) { [unowned self] params, responder throws(RPCError) in
      try createJob(params, responder)
    }
    router.encodedQuery(GetJobStatus.self) { [unowned self] params throws(RPCError) in try getJobStatus(params) }
    router.query(GetJobLogs.self) { [unowned self] params, _ throws(RPCError) in try getJobLogs(params) }
    router.query(ListJobs.self) { [unowned self] params, _ throws(RPCError) in try listJobs(params) }
    router.longPoll(WaitJob.self) { [unowned self] params, responder throws(RPCError) in try waitJob(params, responder)
    }
    router.command(CancelJob.self, endsWork: true) { [unowned self] params, responder throws(RPCError) in
      try cancelJob(params, responder)
    }
    router.command(RetryJob.self) { [unowned self] params, responder throws(RPCError) in try retryJob(params, responder)
    }
    router.command(PauseQueue.self) { [unowned self] params, responder throws(RPCError) in
      try pauseQueue(params, responder)
    }
    router.command(ResumeQueue.self) { [unowned self] params, responder throws(RPCError) in
      try resumeQueue(params, responder)
    }
    router.command(CleanupJobs.self, endsWork: true) { [unowned self] params, responder throws(RPCError) in
      try cleanupJobs(params, responder)
    }
    router.longPoll(Subscribe.self) { [unowned self] params, responder throws(RPCError) in
      try subscribe(params, responder)
    }
    router.query(Unsubscribe.self) { [unowned self] params, responder in unsubscribe(params, responder) }
    router.longPoll(ClaimJobs.self) { [unowned self] params, responder throws(RPCError) in
      try claimJobs(params, responder)
    }
    router.command(HeartbeatJob.self, endsWork: true) { [unowned self] params, responder throws(RPCError) in
      try heartbeatJob(params, responder)
    }
    router.command(CompleteJob.self, endsWork: true) { [unowned self] params, responder throws(RPCError) in
      try completeJob(params, responder)
    }
    router.command(FailJob.self, endsWork: true) { [unowned self] params, responder throws(RPCError) in
      try failJob(params, responder)
    }
    router.command(CreateSchedule.self) { [unowned self] params, responder throws(RPCError) in
      try createSchedule(params, responder)
    }
    router.query(ListSchedules.self) { [unowned self] params, _ throws(RPCError) in try listSchedules(params) }
    router.command(DeleteSchedule.self) { [unowned self] params, responder throws(RPCError) in
      try deleteSchedule(params, responder)
    }
    router.query(QueueStatus.self) { [unowned self] params, _ throws(RPCError) in try queueStatus(params) }
    router.query(GetJobAttempts.self) { [unowned self] params, _ throws(RPCError) in try getJobAttempts(params) }
    router.query(ExplainJob.self) { [unowned self] params, _ throws(RPCError) in try explainJob(params) }
    router.query(GetRefreshHistory.self) { [unowned self] params, _ throws(RPCError) in try getRefreshHistory(params) }
    router.query(Health.self) { [unowned self] params, _ in health(params) }
    router.query(ReadMetrics.self) { [unowned self] params, _ throws(RPCError) in try readMetrics(params) }

    router.longPoll(Backup.self) { [unowned self] params, responder in backup(params, responder) }
    router.longPoll(Verify.self) { [unowned self] params, responder in verify(params, responder) }

    router.command(RefreshProject.self) { [unowned self] params, responder throws(RPCError) in
      try refreshProject(params, responder)
    }
    router.command(CreateProject.self) { [unowned self] params, responder throws(RPCError) in
      try createProject(params, responder)
    }
    router.command(UpdateProject.self) { [unowned self] params, responder throws(RPCError) in
      try updateProject(params, responder)
    }
    router.query(GetProject.self) { [unowned self] params, _ throws(RPCError) in try getProject(params) }
    router.query(ListProjects.self) { [unowned self] params, _ throws(RPCError) in try listProjects(params) }
    router.query(GetProjectPlan.self) { [unowned self] params, _ throws(RPCError) in try getProjectPlan(params) }
    router.query(ExplainProgress.self) { [unowned self] params, _ throws(RPCError) in try explainProgress(params) }
    router.query(GetProjectSkills.self) { [unowned self] params, _ throws(RPCError) in try getProjectSkills(params) }
    router.query(GetProjectProgressHistory.self) { [unowned self] params, _ throws(RPCError) in
      try getProjectProgressHistory(params)
    }
    router.query(GetTaskHistory.self) { [unowned self] params, _ throws(RPCError) in try getTaskHistory(params) }
    router.query(GetSkills.self) { [unowned self] params, responder throws(RPCError) in
      try getSkills(params, userID: responder.session.userID)
    }
  }
}
