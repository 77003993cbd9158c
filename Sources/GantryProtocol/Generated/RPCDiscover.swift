// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Get this document. The document as the daemon was built with it, on one line.
public enum RPCDiscover: RPCMethod {
  public static let name = "rpc.discover"

  /// What `rpc.discover` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    public init() {}

    public static let parameterNames: [String] = []
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.endObject()
    }
  }

  /// What `rpc.discover` answers.
  public typealias Result = RawJSON
}
