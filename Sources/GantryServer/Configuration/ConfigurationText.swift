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

nonisolated extension ConfigurationText {
  /// The keys, with their tables, whose values differ between two files that were written here, and what they are now.
  static func changes(from old: [String], to new: [String]) -> [String] {
    let (old, new) = (values(old), values(new))
    return Set(old.keys).union(new.keys).sorted().compactMap { key in
      guard old[key] != new[key] else { return nil }
      return new[key].map { "\(key) = \($0)" } ?? "\(key) left out"
    }
  }

  /// Values by key, comments left aside.
  private static func values(_ lines: [String]) -> [String: String] {
    var values: [String: String] = [:]
    var section = ""
    for line in lines {
      if line.hasPrefix("[") {
        section = line.dropFirst().dropLast() + "."
      } else if let separator = line.firstRange(of: " = ") {
        let value = line[separator.upperBound...]
        values[section + line[..<separator.lowerBound]] = String(
          value[..<(value.firstRange(of: "  # ")?.lowerBound ?? value.endIndex)])
      }
    }
    return values
  }
}
