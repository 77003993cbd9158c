import JobModel

/// Finds the languages and technologies of a project.
public struct SkillsExtractionHandler: JobHandler {
  private let configuration: ProjectsConfiguration

  public init(_ configuration: ProjectsConfiguration) {
    self.configuration = configuration
  }

  public var type: String { "skills_extraction" }

  public var needsProject: Bool { true }

  public func run(_ work: JobWork, _ context: any JobContext) throws(JobError) -> JobOutput {
    try RefreshPipeline(configuration, parts: [.skills]).run(work, context)
  }
}
