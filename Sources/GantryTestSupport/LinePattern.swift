import JSON

/// Compares a line with what a test expects of it: JSON in which some strings stand for values nobody can know before.
///
/// | placeholder | matches |
/// |---|---|
/// | `"<uuid>"` | a UUID in lower case |
/// | `"<time>"` | an RFC 3339 time in UTC with milliseconds |
/// | `"<number>"`, `"<string>"`, `"<any>"` | any number, string, value |
/// | `"<uuid:job>"` and the like | the same; captured under the name the first time, and equal to that from then on |
/// | a member `"<others>": "<any>"` | any further members of the object |
///
/// Everything else has to be equal, numbers literal for literal. The order of members does not count.
public enum LinePattern {
  /// What is wrong with the line; nil if it matches.
  public static func mismatch(of line: String, with pattern: String, captures: inout [String: JSON]) -> String? {
    do throws(JSONError) {
      return compare(try JSON.parse(line), with: try JSON.parse(pattern), at: "", &captures)
    } catch {
      return "not JSON: \(error)"
    }
  }

  /// The text with the captured values in the place of their placeholders.
  static func substitute(_ captures: [String: JSON], in text: String) throws(TestFailure) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "\"<"), let end = rest[start.upperBound...].firstRange(of: ">\"") {
      let placeholder = rest[start.upperBound..<end.lowerBound]
      let parts = placeholder.split(separator: ":")
      result += rest[..<start.lowerBound]
      if parts.count == 2, kinds.contains(String(parts[0])) {
        guard let value = captures[String(parts[1])] else {
          throw TestFailure("nothing was captured as \(parts[1]), which this line needs: \(text)")
        }
        result += value.description
      } else {
        result += rest[start.lowerBound..<end.upperBound]
      }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  private static let kinds: Set = ["uuid", "time", "number", "string", "any"]

  private static func compare(
    _ value: JSON, with pattern: JSON, at path: String, _ captures: inout [String: JSON]
  ) -> String? {
    func differs(_ expected: String) -> String { "at \(path.isEmpty ? "/" : path): \(value) is not \(expected)" }
    switch (pattern, value) {
    case (.string(let text), _) where text.hasPrefix("<") && text.hasSuffix(">"):
      let parts = text.dropFirst().dropLast().split(separator: ":")
      guard let kind = parts.first, kinds.contains(String(kind)) else {
        return value == pattern ? nil : differs("\(pattern)")
      }
      guard matches(value, String(kind)) else { return differs("a \(kind)") }
      guard parts.count == 2 else { return nil }
      if let captured = captures[String(parts[1])] {
        return value == captured ? nil : differs("\(captured), captured as \(parts[1])")
      }
      captures[String(parts[1])] = value
      return nil
    case (.array(let expected), .array(let found)):
      guard expected.count == found.count else { return differs("an array of \(expected.count)") }
      for (index, pair) in zip(found, expected).enumerated() {
        if let problem = compare(pair.0, with: pair.1, at: "\(path)/\(index)", &captures) { return problem }
      }
      return nil
    case (.object(let expected), .object(let found)):
      for (key, pattern) in expected where key != "<others>" {
        guard let member = found[key] else { return "at \(path)/\(key): missing" }
        if let problem = compare(member, with: pattern, at: "\(path)/\(key)", &captures) { return problem }
      }
      let extra = found.keys.first { !expected.contains($0) }
      if let extra, !expected.contains("<others>") { return "at \(path)/\(extra): not expected" }
      return nil
    default: return value == pattern ? nil : differs("\(pattern)")
    }
  }

  private static func matches(_ value: JSON, _ kind: String) -> Bool {
    switch kind {
    case "uuid": value.stringValue.map { fits($0, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx") } ?? false
    case "time": value.stringValue.map { fits($0, "0000-00-00T00:00:00.000Z") } ?? false
    case "number": value.numberValue != nil
    case "string": value.stringValue != nil
    default: true
    }
  }

  /// `0` stands for a digit, `x` for a hexadecimal digit in lower case, anything else for itself.
  private static func fits(_ text: String, _ shape: String) -> Bool {
    text.utf8.elementsEqual(shape.utf8) { byte, place in
      let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      switch place {
      case UInt8(ascii: "0"): return isDigit
      case UInt8(ascii: "x"): return isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
      default: return byte == place
      }
    }
  }
}
