import JSON

/// A method of the protocol: its name, what it takes and what it answers.
public protocol RPCMethod: Sendable {
  associatedtype Params: RPCParams
  associatedtype Result: JSONEncodable & JSONDecodable & Sendable

  /// The name on the wire.
  static var name: String { get }
}
