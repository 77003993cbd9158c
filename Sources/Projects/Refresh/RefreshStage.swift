import JobModel

/// The steps of a refresh, as `progress.stage` names them.
enum RefreshStage: String {
  case resolving, fetching, listing
  case parsingPlan = "parsing plan"
  case detectingSkills = "detecting skills"
  case storing

  /// Shares of the whole that are done when the step begins and when it ends. A fetch takes most of the time when there
  /// is one.
  private var span: ClosedRange<Double> {
    switch self {
    case .resolving: 0...0.1
    case .fetching: 0.1...0.5
    case .listing: 0.5...0.6
    case .parsingPlan: 0.6...0.7
    case .detectingSkills: 0.7...0.95
    case .storing: 0.95...1
    }
  }

  /// Share of the whole that is done when `share` of the step is.
  func fraction(at share: Double) -> Double {
    span.lowerBound + share * (span.upperBound - span.lowerBound)
  }
}

extension JobContext {
  /// Begins a step, unless the job shall stop.
  func begin(_ stage: RefreshStage, _ message: String) throws(JobError) {
    try checkCancelled()
    log(message + "\n")
    report(stage, message)
  }

  /// - Parameter share: done part of the step, 0…1.
  func report(_ stage: RefreshStage, _ message: String, share: Double = 0) {
    report(JobProgress(fraction: stage.fraction(at: share), stage: stage.rawValue, message: message))
  }

  /// Reports how many files a step is through with.
  func report(_ stage: RefreshStage, done: Int, of total: Int) {
    let share = total > 0 ? Double(done) / Double(total) : 1
    report(
      JobProgress(
        fraction: stage.fraction(at: share), stage: stage.rawValue, message: "\(done) of \(total) files",
        current: Int64(done), total: Int64(total)))
  }
}
