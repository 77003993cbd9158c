import GantryProtocol
import JSON
import JobModel

extension ProjectObject {
  /// The project as clients see it.
  init(_ project: Project) {
    self.init(
      id: project.id.description, source: project.source, kind: ProjectKindName(rawValue: project.kind.rawValue),
      name: project.name,
      planPath: project.planPath, createdAt: project.createdAt.rfc3339, updatedAt: project.updatedAt.rfc3339,
      lastRefreshedAt: project.lastRefreshedAt?.rfc3339, head: project.head, branch: project.branch,
      progress: project.progress.map { RawJSON(unchecked: $0.utf8) },
      skills: project.skills.map { RawJSON(unchecked: $0.utf8) }, watch: project.isWatched)
  }
}

extension CreateProject.Result {
  init(_ project: Project, created: Bool) {
    let object = ProjectObject(project)
    self.init(
      id: object.id, source: object.source, kind: object.kind, name: object.name, planPath: object.planPath,
      createdAt: object.createdAt, updatedAt: object.updatedAt, lastRefreshedAt: object.lastRefreshedAt,
      head: object.head, branch: object.branch, progress: object.progress, skills: object.skills, watch: object.watch,
      created: created)
  }
}
