import JSON
import JSONRPC

/// From the bytes of a result to the type a method declares.
enum ResultDecoding {
  static func decode<M: RPCMethod>(_ result: RawJSON, of method: M.Type) throws(GantryError) -> M.Result {
    let json: JSON
    do throws(JSONError) {
      json = try result.parsed(limits: JSONLimits(maximumDepth: JSONLimits.deepest))
    } catch {
      throw .protocolViolation("the result of \(M.name) is not JSON: \(error)")
    }
    do throws(JSONDecodingError) {
      return try M.Result(json: json)
    } catch {
      throw .protocolViolation("in the result of \(M.name), \(error)")
    }
  }
}
