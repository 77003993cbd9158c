import JSON
import JSONRPC

extension RPCMethod {
  /// From the bytes of a result, as ``Connection/call(_:params:timeout:)`` returns them, to the type of the method.
  ///
  /// - Throws: ``GantryError/protocolViolation(_:)`` with the member that has another shape.
  public static func decodeResult(_ result: RawJSON) throws(GantryError) -> Result {
    let json: JSON
    do throws(JSONError) {
      json = try result.parsed(limits: JSONLimits(maximumDepth: JSONLimits.deepest))
    } catch {
      throw .protocolViolation("the result of \(name) is not JSON: \(error)")
    }
    do throws(JSONDecodingError) {
      return try Result(json: json)
    } catch {
      throw .protocolViolation("in the result of \(name), \(error)")
    }
  }
}
