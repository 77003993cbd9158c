import GantryProtocol
import JSON
import JSONRPC
import JobModel

extension Server {
  func hello(_ params: Hello.Params, _ responder: Responder) throws(RPCError) -> Hello.Result {
    if let wanted = params.protocol { try checkProtocol(wanted) }
    if let name = params.clientName {
      responder.session.clientName = [name, params.clientVersion].compactMap { $0 }.joined(separator: "/")
    }
    let limits = configuration.limits
    return Hello.Result(
      protocol: GantryProtocolInfo.version, minProtocol: GantryProtocolInfo.version, server: "gantryd",
      serverVersion: GantryVersion.current, instanceID: boot.description,
      capabilities: ["batch", "cancelRequest", "events", "refresh", "waitJob", "workers"],
      limits: HelloLimits(
        lineBytes: Int64(limits.lineBytes), batch: Int64(limits.batch), inFlight: Int64(limits.inFlight),
        connections: Int64(limits.connections), nestingDepth: Int64(limits.nestingDepth),
        listLimit: Int64(limits.listRows)))
  }

  /// A client made for protocol a.b.c works with a.x.y for every x ≥ b; before 1.0 the minor counts like the major.
  private func checkProtocol(_ wanted: String) throws(RPCError) {
    let asked = wanted.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    let ours = GantryProtocolInfo.version.split(separator: ".").map { Int($0) }
    guard asked.count == 3, let major = asked[0], let minor = asked[1], asked[2] != nil else {
      throw RPCError.invalidParams(field: "protocol", reason: "must be a version such as \(GantryProtocolInfo.version)")
    }
    guard let ourMajor = ours[0], let ourMinor = ours[1] else { return }
    guard major == ourMajor, major == 0 ? minor == ourMinor : minor <= ourMinor else {
      throw RPCError(
        code: 1012, kind: "unsupportedProtocol",
        message: "The client needs protocol \(wanted), and this gantryd speaks \(GantryProtocolInfo.version). "
          + "Update the older of the two.",
        data: [
          "requested": .string(wanted), "minimum": .string(GantryProtocolInfo.version),
          "current": .string(GantryProtocolInfo.version),
        ])
    }
  }
}
