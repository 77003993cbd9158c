// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Exchange names, versions and limits. Optional: no other method depends on it. A name given here appears in the
/// log of the daemon, and a version that it does not speak is refused.
public enum Hello: RPCMethod {
  public static let name = "hello"

  /// What `hello` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// Name of the program, for the log.
    public var clientName: String?
    /// Its version, for the log.
    public var clientVersion: String?
    /// The version of this document that the client was written for, such as 1.0.0. Refused when the daemon is older
    /// than that or no longer speaks it.
    public var `protocol`: String?

    public init(
      clientName: String? = nil,
      clientVersion: String? = nil,
      `protocol`: String? = nil
    ) {
      self.clientName = clientName
      self.clientVersion = clientVersion
      self.protocol = `protocol`
    }

    public static let parameterNames: [String] = ["client_name", "client_version", "protocol"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      clientName = try members.optional("client_name")
      clientVersion = try members.optional("client_version")
      `protocol` = try members.optional("protocol")
      try Check.length(clientName, 1...64, "client_name")
      try Check.line(clientName, "client_name")
      try Check.length(clientVersion, 1...64, "client_version")
      try Check.line(clientVersion, "client_version")
      try Check.length(`protocol`, 1...32, "protocol")
      try Check.line(`protocol`, "protocol")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("client_name", clientName)
      writer.memberIfPresent("client_version", clientVersion)
      writer.memberIfPresent("protocol", `protocol`)
      writer.endObject()
    }
  }

  /// What `hello` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The version of the protocol that the daemon speaks.
    public var `protocol`: String
    /// The oldest version it still speaks.
    public var minProtocol: String
    /// Name of the program: gantryd.
    public var server: String
    /// Its version.
    public var serverVersion: String
    /// Drawn anew at each start, so that a client notices a restart.
    public var instanceID: String
    /// What the daemon can do beyond version 1.0.0 of this document, and what of that document is optional.
    public var capabilities: [String]
    /// What this daemon takes at most.
    public var limits: HelloLimits

    public init(
      `protocol`: String,
      minProtocol: String,
      server: String,
      serverVersion: String,
      instanceID: String,
      capabilities: [String],
      limits: HelloLimits
    ) {
      self.protocol = `protocol`
      self.minProtocol = minProtocol
      self.server = server
      self.serverVersion = serverVersion
      self.instanceID = instanceID
      self.capabilities = capabilities
      self.limits = limits
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      `protocol` = try members.required("protocol")
      minProtocol = try members.required("min_protocol")
      server = try members.required("server")
      serverVersion = try members.required("server_version")
      instanceID = try members.required("instance_id")
      capabilities = try members.required("capabilities")
      limits = try members.required("limits")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("protocol", `protocol`)
      writer.member("min_protocol", minProtocol)
      writer.member("server", server)
      writer.member("server_version", serverVersion)
      writer.member("instance_id", instanceID)
      writer.member("capabilities", capabilities)
      writer.member("limits", limits)
      writer.endObject()
    }
  }
}
