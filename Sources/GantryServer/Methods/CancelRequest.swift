import JSON
import JSONRPC
import Logging

extension Server {
  /// `$/cancelRequest {id}`, a notification: ends the oldest long poll of this connection with that id, whose own answer
  /// then says that it was cancelled. An id that waits for nothing is ignored: its answer may be on its way.
  func cancelRequest(_ params: RawJSON?, in session: Session) {
    do {
      guard let id = try params?.parsed()["id"] else { return }
      session.cancelRequest(try RequestID(json: id))
    } catch {
      logger.debug("a $/cancelRequest named no request: \(error)", metadata: session.logMetadata)
    }
  }
}
