import JobModel

/// Writes a configuration file: sections of keys, with what stands for no value left out.
nonisolated struct ConfigurationText {
  private(set) var lines: [String] = []

  /// Begins a table.
  mutating func section(_ name: String) {
    lines += ["", "[\(name)]"]
  }

  mutating func add(_ key: String, _ value: String?, comment: String? = nil) {
    if let value { addRaw(key, Self.quoted(value), comment) }
  }

  mutating func add(_ key: String, _ value: Int?, comment: String? = nil) {
    if let value { addRaw(key, "\(value)", comment) }
  }

  mutating func add(_ key: String, _ value: Double?) {
    if let value { addRaw(key, value.plain, nil) }
  }

  /// Leaves out what is false, as are all flags unless they are said.
  mutating func add(_ key: String, _ value: Bool) {
    if value { addRaw(key, "true", nil) }
  }

  /// Leaves out an empty list.
  mutating func add(_ key: String, _ values: [String]) {
    if !values.isEmpty { addRaw(key, "[\(values.map(Self.quoted).joined(separator: ", "))]", nil) }
  }

  private mutating func addRaw(_ key: String, _ value: String, _ comment: String?) {
    lines.append("\(key) = \(value)" + (comment.map { "  # \($0)" } ?? ""))
  }

  /// A basic string of TOML 1.0.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
