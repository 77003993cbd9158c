/// The other side has sent something that is not JSON-RPC 2.0.
public struct ProtocolViolation: Error, Sendable, Hashable {
  /// A noun phrase: `a reply without an id`.
  public let reason: String

  public init(_ reason: String) { self.reason = reason }
}

extension ProtocolViolation: CustomStringConvertible {
  public var description: String { "The server sent \(reason)." }
}
