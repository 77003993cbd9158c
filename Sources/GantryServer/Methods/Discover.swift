import GantryProtocol

extension Server {
  func discover(_ params: RPCDiscover.Params) -> RPCDiscover.Result {
    GantryProtocolInfo.document
  }
}
