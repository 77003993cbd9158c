import EventLoop
import JSONRPC
import JobModel
import Logging

extension Responder {
  /// What every log line about this request carries.
  var logMetadata: Logger.Metadata {
    var metadata = session.logMetadata
    metadata["method"] = "\(method.prefix(64))"
    metadata["request"] = "\(id?.description.prefix(64) ?? "-")"
    return metadata
  }
}

extension Server {
  /// Logs the request if what has lasted since `start`, by the monotonic clock, has lasted too long.
  func noteDuration(since start: UInt64, _ place: String, of responder: Responder) {
    let now = MonotonicClock.now()
    guard let others = slowRequests.note(from: start, to: now) else { return }
    var metadata = responder.logMetadata
    metadata["milliseconds"] = "\((now - start) / 1_000_000)"
    if others > 0 { metadata["others"] = "\(others)" }
    logger.warning("slow request: \(place)", metadata: metadata)
  }
}

extension Session {
  /// What every log line about this session carries.
  var logMetadata: Logger.Metadata {
    var metadata: Logger.Metadata = ["connection": "\(number)", "pid": "\(peer.pid)", "uid": "\(peer.uid)"]
    if let clientName { metadata["client"] = "\(clientName)" }
    return metadata
  }
}
