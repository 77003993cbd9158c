import JobModel

/// The steps of a refresh, as `progress.stage` names them.
enum RefreshStage: String {
  case resolving, fetching, listing
  case parsingPlan = "parsing plan"
  case detectingSkills = "detecting skills"
  case storing

  /// Share of the whole that is done when the step begins. A fetch takes most of the time when there is one.
  var fraction: Double {
    switch self {
    case .resolving: 0
    case .fetching: 0.1
    case .listing: 0.5
    case .parsingPlan: 0.6
    case .detectingSkills: 0.7
    case .storing: 0.95
    }
  }
}

extension JobContext {
  /// Begins a step, unless the job shall stop.
  func begin(_ stage: RefreshStage, _ message: String) throws(JobError) {
    try checkCancelled()
    report(JobProgress(fraction: stage.fraction, stage: stage.rawValue, message: message))
  }
}
