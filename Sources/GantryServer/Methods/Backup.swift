import GantryProtocol
import JSONRPC
import JobStore
import Logging

extension Server {
  func backup(_ params: Backup.Params, _ responder: Responder) {
    let path = params.path
    maintain(responder) { store, cancellation in
      Result { () throws(MaintenanceError) in try store.backUp(to: path, cancellation: cancellation) }
    } _: { [logger] report, seconds in
      logger.notice("backup made", metadata: ["path": "\(path)", "jobs": "\(report.jobs)", "bytes": "\(report.bytes)"])
      responder.succeed(
        Backup.Result(
          path: path, bytes: report.bytes, jobs: Int64(report.jobs), verified: true, seconds: seconds))
    }
  }
}
