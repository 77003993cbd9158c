// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// End a subscription. No event of it follows the answer. One that has ended already, or that is another
/// connection's, is no error.
public enum Unsubscribe: RPCMethod {
  public static let name = "unsubscribe"

  /// What `unsubscribe` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// What subscribe gave.
    public var subscriptionID: String

    public init(
      subscriptionID: String
    ) {
      self.subscriptionID = subscriptionID
    }

    public static let parameterNames: [String] = ["subscription_id"]
    public static let requiredCount = 1

    public init(members: JSONObject) throws(JSONDecodingError) {
      subscriptionID = try members.required("subscription_id")
      try Check.length(subscriptionID, 1...64, "subscription_id")
      try Check.line(subscriptionID, "subscription_id")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("subscription_id", subscriptionID)
      writer.endObject()
    }
  }

  /// What `unsubscribe` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The same again.
    public var subscriptionID: String
    /// It was there until now.
    public var unsubscribed: Bool

    public init(
      subscriptionID: String,
      unsubscribed: Bool
    ) {
      self.subscriptionID = subscriptionID
      self.unsubscribed = unsubscribed
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      subscriptionID = try members.required("subscription_id")
      unsubscribed = try members.required("unsubscribed")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("subscription_id", subscriptionID)
      writer.member("unsubscribed", unsubscribed)
      writer.endObject()
    }
  }
}
