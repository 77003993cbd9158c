import EventLoop
import JSONRPC
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
  /// A request that takes longer than this somewhere keeps others waiting, and is logged.
  static let slowRequest = Duration.milliseconds(250)

  /// Logs the request if what has lasted since `start` has lasted too long; one line a second at most, for a disk that
  /// does not keep up makes thousands slow, and the log must not add to it.
  func noteDuration(since start: ContinuousClock.Instant, _ place: String, of responder: Responder) {
    let now = ContinuousClock.now
    let duration = now - start
    guard duration > Self.slowRequest else { return }
    if let lastSlowLine, now - lastSlowLine < .seconds(1) {
      slowRequestsUnsaid += 1
      return
    }
    var metadata = responder.logMetadata
    metadata["milliseconds"] = "\(Int(duration / .milliseconds(1)))"
    if slowRequestsUnsaid > 0 { metadata["others"] = "\(slowRequestsUnsaid)" }
    (lastSlowLine, slowRequestsUnsaid) = (now, 0)
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
