import JSON

/// Writes one struct: its members, initializer, and both directions of the wire.
struct SwiftStruct {
  struct Member {
    var wire: String
    var description: String
    var type: SwiftType
    /// Absent from the wire when nil; otherwise an optional is written as null.
    var mayBeAbsent: Bool
    var schema: JSON
  }

  enum Role {
    /// Strict: what clients send.
    case parameters(exactlyOne: [String], atMostOne: [String])
    /// Lenient: what a newer server may have added to is read all the same.
    case result
  }

  var name: String
  var description: String
  var members: [Member]
  var role: Role
  let document: ProtocolDocument

  /// The members of an object schema, those of `allOf` joined.
  static func members(
    of schema: JSON, in document: ProtocolDocument, at place: String
  ) throws(DocumentError) -> [Member] {
    if let parts = schema["allOf"]?.arrayValue {
      var all: [Member] = []
      for part in parts { all += try members(of: document.resolved(part), in: document, at: place) }
      return all
    }
    let required = Set(schema.texts("required"))
    var all: [Member] = []
    for (key, property) in schema["properties"]?.objectValue ?? [:] {
      var type = try SwiftType(property, in: document, at: "\(place)/\(key)")
      let mayBeAbsent = !required.contains(key)
      if mayBeAbsent, !type.isOptional { type = .optional(type) }
      let description = property["description"] ?? document.resolved(property)["description"]
      all.append(
        Member(
          wire: key, description: description?.stringValue ?? "", type: type, mayBeAbsent: mayBeAbsent,
          schema: property))
    }
    return all
  }

  static func members(of parameters: [ProtocolDocument.Parameter], in document: ProtocolDocument, at place: String)
    throws(DocumentError) -> [Member]
  {
    var all: [Member] = []
    for parameter in parameters {
      let type = try SwiftType(parameter.schema, in: document, at: "\(place)/\(parameter.name)")
      all.append(
        Member(
          wire: parameter.name, description: parameter.description,
          type: parameter.isRequired ? type : .optional(type.unwrapped), mayBeAbsent: !parameter.isRequired,
          schema: parameter.schema))
    }
    return all
  }

  /// The text of the declaration.
  func text(indent: Int) -> String {
    var lines: [String] = doc(description)
    lines.append("public struct \(name): \(conformances) {")
    for member in members {
      lines += doc(member.description, by: 1)
      lines.append("  public var \(SwiftNames.declared(member.wire)): \(member.type.text)")
    }
    if !members.isEmpty { lines.append("") }
    lines += initializer
    if case .parameters = role { lines += parameterLists }
    lines.append("")
    lines += decoding
    lines.append("")
    lines += encoding
    lines.append("}")
    let margin = String(repeating: " ", count: indent)
    return lines.map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n") + "\n"
  }

  private var conformances: String {
    switch role {
    case .parameters: "RPCParams, Hashable, Sendable"
    case .result: "JSONEncodable, JSONDecodable, Hashable, Sendable"
    }
  }

  private var initializer: [String] {
    var lines = ["public init("]
    for (index, member) in members.enumerated() {
      let comma = index == members.count - 1 ? "" : ","
      let isOptional = member.type.isOptional
      lines.append("  \(SwiftNames.declared(member.wire)): \(member.type.text)\(isOptional ? " = nil" : "")\(comma)")
    }
    if members.isEmpty {
      lines = ["public init() {}"]
    } else {
      lines.append(") {")
      for member in members {
        lines.append("  self.\(SwiftNames.property(member.wire)) = \(SwiftNames.declared(member.wire))")
      }
      lines.append("}")
    }
    return lines.map { "  " + $0 }
  }

  private var parameterLists: [String] {
    let names = members.map { "\"\($0.wire)\"" }.joined(separator: ", ")
    return [
      "", "  public static let parameterNames: [String] = [\(names)]",
      "  public static let requiredCount = \(members.count { !$0.mayBeAbsent })",
    ]
  }

  private var decoding: [String] {
    var lines: [String]
    if case .parameters = role {
      lines = ["public init(members: JSONObject) throws(JSONDecodingError) {"]
    } else {
      lines = ["public init(json: JSON) throws(JSONDecodingError) {"]
      lines.append(members.isEmpty ? "  _ = try JSONObject(json: json)" : "  let members = try JSONObject(json: json)")
    }
    for member in members {
      let reader = member.type.isOptional ? "optional" : "required"
      lines.append("  \(SwiftNames.declared(member.wire)) = try members.\(reader)(\"\(member.wire)\")")
    }
    if case .parameters(let exactlyOne, let atMostOne) = role {
      for member in members { lines += SwiftChecks.lines(for: member, in: document).map { "  " + $0 } }
      lines += choice("exactlyOne", exactlyOne)
      lines += choice("atMostOne", atMostOne)
    }
    lines.append("}")
    return lines.map { "  " + $0 }
  }

  private func choice(_ check: String, _ names: [String]) -> [String] {
    guard !names.isEmpty else { return [] }
    let pairs = names.map { "(\"\($0)\", \(SwiftNames.declared($0)) != nil)" }.joined(separator: ", ")
    return ["  try Check.\(check)([\(pairs)])"]
  }

  private var encoding: [String] {
    var lines = ["public func write(to writer: inout JSONWriter) {", "  writer.beginObject()"]
    for member in members {
      let writer = member.mayBeAbsent ? "memberIfPresent" : "member"
      lines.append("  writer.\(writer)(\"\(member.wire)\", \(SwiftNames.declared(member.wire)))")
    }
    lines += ["  writer.endObject()", "}"]
    return lines.map { "  " + $0 }
  }

  private func doc(_ text: String, by depth: Int = 0) -> [String] {
    guard !text.isEmpty else { return [] }
    return SwiftText.comment(text, indent: depth * 2)
  }
}
