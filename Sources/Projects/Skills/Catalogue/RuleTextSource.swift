/// Turns the rule files into the Swift source that carries them, because the program ships without resource bundles.
enum RuleTextSource {
  /// The rule files by name, in the order they are written, with the property each becomes.
  static let tables = [
    ("languages", "languages"), ("ambiguous", "ambiguous"), ("vendored", "vendored"),
    ("documentation", "documentation"), ("generated", "generated"), ("technologies", "technologies"),
    ("weak_signals", "weakSignals"),
  ]

  /// - Parameter read: gives the text of a rule file by its name without the extension.
  /// - Returns: the text of `RuleText.swift`.
  static func render(_ read: (String) throws -> String) rethrows -> String {
    var source = """
      // Made from the .tsv files of Skills/Rules by RuleTextSource; a test compares them. Change those, not this.
      // swift-format-ignore-file

      /// The rule files, word for word.
      enum RuleText {

      """
    for (table, property) in tables {
      source += "  /// \(table).tsv\n  static let \(property) = ##\"\"\"\n"
      source += try read(table)
      source += "\n\"\"\"##\n\n"
    }
    source.removeLast()
    return source + "}\n"
  }
}
