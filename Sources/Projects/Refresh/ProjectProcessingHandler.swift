import JobModel

/// Reads a project's plan file and computes its progress.
public struct ProjectProcessingHandler: JobHandler {
  private let configuration: ProjectsConfiguration

  public init(_ configuration: ProjectsConfiguration) {
    self.configuration = configuration
  }

  public var type: String { "project_processing" }

  public var needsProject: Bool { true }

  public func run(_ work: JobWork, _ context: any JobContext) throws(JobError) -> JobOutput {
    try RefreshPipeline(configuration, parts: [.plan]).run(work, context)
  }
}
