import GantryProtocol
import JSON
import JSONRPC
import JobModel
import JobStore
import Projects

extension Server {
  func explainProgress(_ params: ExplainProgress.Params) throws(RPCError) -> ExplainProgress.Result {
    let project = try project(id: params.projectID, path: params.path)
    let id = project.id.description
    guard let page = try documentPage(.plan, of: project, cursor: params.cursor, limit: params.limit) else {
      return ExplainProgress.Result(
        projectID: id, summary: "The project has not been refreshed yet; call refreshProject.", files: [], boxes: [])
    }
    let plan = Self.value(of: page.summary)
    return ExplainProgress.Result(
      projectID: id, summary: PlanExplanation.summary(plan),
      files: plan["files"]?.arrayValue?.map { RawJSON($0) } ?? [],
      boxes: page.items.map { PlanExplanation.box(Self.value(of: $0), of: plan) },
      nextCursor: page.nextOffset.map { String($0) })
  }

  /// A stored text. It was written as JSON; were it none, the explanation would say less, and that is all.
  private static func value(of text: String) -> JSON {
    do throws(JSONError) { return try JSON.parse(Array(text.utf8)) } catch { return .null }
  }
}
