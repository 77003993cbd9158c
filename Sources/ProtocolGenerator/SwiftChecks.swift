import JSON

/// Writes the checks of a parameter that its Swift type does not make by itself.
enum SwiftChecks {
  static func lines(for member: SwiftStruct.Member, in document: ProtocolDocument) -> [String] {
    let schema = document.resolved(member.schema)
    let value = SwiftNames.declared(member.wire)
    let field = "\"\(member.wire)\""
    var lines: [String] = []
    switch member.type.unwrapped {
    case .string:
      if let least = schema["minLength"]?.intValue, let most = schema["maxLength"]?.intValue {
        lines.append("try Check.length(\(value), \(least)...\(most), \(field))")
      }
      switch schema["format"]?.stringValue {
      case "uuid": lines.append("try Check.uuid(\(value), \(field))")
      case "line": lines.append("try Check.line(\(value), \(field))")
      case "absolute-path": lines.append("try Check.absolutePath(\(value), \(field))")
      case "relative-path": lines.append("try Check.relativePath(\(value), \(field))")
      case "date-time": lines.append("try Check.dateTime(\(value), \(field))")
      default: break
      }
    case .int, .double:
      if let least = schema["minimum"]?.doubleValue, let most = schema["maximum"]?.doubleValue {
        lines.append("try Check.range(\(value), \(Int(least))...\(Int(most)), \(field))")
      }
    case .enumeration: lines.append("try Check.known(\(value), \(field))")
    case .raw: lines.append("try Check.object(\(value), \(field))")
    case .array:
      if let most = schema["maxItems"]?.intValue {
        lines.append("try Check.count(\(value), \(schema["minItems"]?.intValue ?? 0)...\(most), \(field))")
      }
    case .bool, .object, .optional: break
    }
    return lines
  }
}
