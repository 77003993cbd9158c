import CUV

/// A libuv call failed.
public nonisolated struct LoopError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The call, such as `uv_listen`.
  public var operation: String
  /// libuv's code: a negated errno.
  public var code: Int32

  public init(operation: String, code: Int32) {
    self.operation = operation
    self.code = code
  }

  public var description: String { "\(operation): \(String(cString: uv_strerror(code)))" }

  /// Throws when `code` says that `operation` failed.
  static func check(_ code: Int32, _ operation: String) throws(LoopError) {
    if code < 0 { throw LoopError(operation: operation, code: code) }
  }
}
