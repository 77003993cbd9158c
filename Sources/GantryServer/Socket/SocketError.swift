import Glibc

/// The daemon's socket could not be set up.
public nonisolated struct SocketError: Error, Sendable, CustomStringConvertible {
  /// What happened, where, and what to do next.
  public var description: String
  /// errno, when a system call failed.
  public var systemError: Int32?

  init(_ description: String, systemError: Int32? = nil) {
    if let systemError {
      self.description = "\(description): \(String(cString: strerror(systemError)))"
    } else {
      self.description = description
    }
    self.systemError = systemError
  }
}
