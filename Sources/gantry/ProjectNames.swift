import GantryClient
import GantryProtocol
import JSON
import JSONRPC

/// What projects are called, by their ids: people know them by name.
struct ProjectNames {
  private var names: [String: String] = [:]

  /// No names: ids are shown.
  init() {}

  /// Asks for the projects of some jobs, each once. One that has been deleted keeps its id.
  init(of jobs: [JSON], in session: Session) throws(GantryError) {
    for id in Set(jobs.compactMap { $0.text("project_id") }) {
      do throws(GantryError) {
        names[id] = try session.call(GetProject.self, .init(projectID: id)).value().text("name")
      } catch {
        guard case .rpc = error else { throw error }
      }
    }
  }

  init(_ names: [String: String]) { self.names = names }

  /// The name of a job's project, with the id where another one has the same name; empty for a job without a project.
  func short(_ job: JSON) -> String {
    guard let id = job.text("project_id") else { return "" }
    guard let name = names[id] else { return id }
    return names.values.count { $0 == name } > 1 ? "\(name) (\(id))" : name
  }

  /// The name and the id of a job's project; nil for a job without one.
  func long(_ job: JSON) -> String? {
    guard let id = job.text("project_id") else { return nil }
    return names[id].map { "\($0) (\(id))" } ?? id
  }
}
