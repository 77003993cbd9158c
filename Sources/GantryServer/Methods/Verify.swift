import GantryProtocol
import JSONRPC
import JobStore
import Logging

extension Server {
  func verify(_ params: Verify.Params, _ responder: Responder) {
    let boot = self.boot
    maintain(responder) { store, cancellation in
      Result { () throws(MaintenanceError) in try store.verify(boot: boot, cancellation: cancellation) }
    } _: { [logger] report, seconds in
      for problem in report.problems { logger.error("the database is not in order: \(problem)") }
      responder.succeed(
        Verify.Result(
          ok: report.problems.isEmpty, problems: report.problems,
          checked: CheckedDatabase(jobs: Int64(report.jobs), bytes: report.bytes), seconds: seconds))
    }
  }
}
