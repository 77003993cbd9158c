import JobModel

/// The built-in work on repositories.
public enum Projects {
  /// The handlers of `project_processing`, `skills_extraction` and `refresh`.
  public static func handlers(_ configuration: ProjectsConfiguration) -> [any JobHandler] {
    [
      ProjectProcessingHandler(configuration), SkillsExtractionHandler(configuration), RefreshHandler(configuration),
    ]
  }
}
