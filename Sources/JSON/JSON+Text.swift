extension JSON: CustomStringConvertible {
  /// The value as compact JSON text.
  public var description: String { String(decoding: serialized(), as: UTF8.self) }

  /// The value on several lines, two spaces to a level, for people.
  public func prettyPrinted() -> String {
    var output = ""
    appendPretty(to: &output, indent: "")
    return output
  }

  private func appendPretty(to output: inout String, indent: String) {
    let deeper = indent + "  "
    switch self {
    case .array(let elements) where !elements.isEmpty:
      output += "["
      for (index, element) in elements.enumerated() {
        output += (index == 0 ? "\n" : ",\n") + deeper
        element.appendPretty(to: &output, indent: deeper)
      }
      output += "\n" + indent + "]"
    case .object(let object) where !object.isEmpty:
      output += "{"
      for (index, member) in object.enumerated() {
        output += (index == 0 ? "\n" : ",\n") + deeper + JSON.string(member.key).description + ": "
        member.value.appendPretty(to: &output, indent: deeper)
      }
      output += "\n" + indent + "}"
    default: output += description
    }
  }
}
