import JSON

/// The parameters of a method, as a type.
public protocol RPCParams: JSONEncodable, Sendable {
  /// The names in declared order, the required ones first: what an array of params is matched against.
  static var parameterNames: [String] { get }

  /// How many of the names have to be given. Further conditions (one of two, a range) are the initializer's.
  static var requiredCount: Int { get }

  /// Reads the members, of which none is unknown and none comes twice.
  init(members: JSONObject) throws(JSONDecodingError)

  /// Writes the params by name, as one object.
  func write(to writer: inout JSONWriter)
}

extension RPCParams {
  /// Reads the params of a request, given by name, by position or not at all.
  /// - Throws: the -32602 to answer with. Nothing has happened by then.
  public static func decode(_ params: RawJSON?) throws(RPCError) -> Self {
    let members = try members(of: params)
    do throws(JSONDecodingError) {
      try members.rejectUnknown(besides: parameterNames)
      return try Self(members: members)
    } catch {
      var answer = RPCError.invalidParams(error)
      if error.kind == .unknownField {
        answer = answer.with("known", .array(parameterNames.map { .string($0) }))
      }
      throw answer
    }
  }

  private static func members(of params: RawJSON?) throws(RPCError) -> JSONObject {
    guard let params else { return [:] }
    let value: JSON
    do throws(JSONError) {
      // The envelope has already held the line against the configured depth.
      value = try params.parsed(limits: JSONLimits(maximumDepth: JSONLimits.deepest))
    } catch {
      throw .parseError(error)
    }
    if let pointer = value.firstDuplicateKey() {
      throw .invalidParams(JSONDecodingError(.duplicateKey, path: pointer, reason: "comes twice"))
    }
    switch value {
    case .object(let members): return members
    case .array(let values):
      guard values.count >= requiredCount, values.count <= parameterNames.count else {
        throw .wrongParameterCount(values.count, names: parameterNames, required: requiredCount)
      }
      return JSONObject(Array(zip(parameterNames, values)))
    default: throw .invalidRequest("\"params\" must be an object or an array")
    }
  }
}

/// The params of a method that takes none.
public struct NoParams: RPCParams, Hashable {
  public static let parameterNames: [String] = []
  public static let requiredCount = 0

  public init() {}
  public init(members: JSONObject) throws(JSONDecodingError) {}

  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}
