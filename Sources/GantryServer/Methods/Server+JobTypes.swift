import JSONRPC
import JobModel
import JobStore

/// What a type asks of the jobs of it.
struct JobTypeTerms {
  /// It works on a project, and a job of it must name one.
  var needsProject: Bool
  /// Jobs of it that have the same project take turns.
  var takesTurns: Bool

  func exclusiveKey(of project: ProjectID?) -> String? {
    takesTurns ? project.map { NewJob.exclusiveKey(of: $0) } : nil
  }
}

extension Server {
  /// The terms of a type that the daemon or workers on the socket run; nil when nobody does.
  func terms(of type: String) -> JobTypeTerms? {
    let handler = engine.handlers[type]
    guard handler != nil || configuration.isExternal(type) else { return nil }
    let needsProject = handler?.needsProject ?? false
    return JobTypeTerms(
      needsProject: needsProject, takesTurns: needsProject || configuration.jobTypes[type]?.onePerProject == true)
  }

  /// The terms of the type and the project that a client names for a job of it.
  func terms(
    of type: String, project text: String?
  ) throws(RPCError) -> (terms: JobTypeTerms, projectID: ProjectID?) {
    guard let terms = terms(of: type) else {
      throw WireErrors.unknownJobType(type, known: (engine.handlers.keys + configuration.externalTypes).sorted())
    }
    let projectID = try text.map { text throws(RPCError) in try self.projectID(text) }
    if terms.needsProject && projectID == nil {
      throw RPCError.invalidParams(field: "project_id", reason: "is required for jobs of type '\(type)'")
    }
    return (terms, projectID)
  }
}
