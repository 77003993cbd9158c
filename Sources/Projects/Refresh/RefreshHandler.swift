import JobModel

/// Does the work of both other types in one job: the repository is opened and listed once.
public struct RefreshHandler: JobHandler {
  private let configuration: ProjectsConfiguration

  public init(_ configuration: ProjectsConfiguration) {
    self.configuration = configuration
  }

  public var type: String { "refresh" }

  public var needsProject: Bool { true }

  public func run(_ work: JobWork, _ context: any JobContext) throws(JobError) -> JobOutput {
    try RefreshPipeline(configuration, parts: [.plan, .skills]).run(work, context)
  }
}
