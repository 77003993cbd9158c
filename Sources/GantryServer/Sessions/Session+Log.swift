import EventLoop
import Logging

extension Session {
  /// What every log line about this session carries.
  var logMetadata: Logger.Metadata {
    var metadata: Logger.Metadata = ["connection": "\(number)", "pid": "\(peer.pid)", "uid": "\(peer.uid)"]
    if let clientName { metadata["client"] = "\(clientName)" }
    return metadata
  }
}
