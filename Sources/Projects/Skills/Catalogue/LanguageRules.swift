/// Which language a file is written in, by its name, its extension, its interpreter and, where an extension has several
/// meanings, its content.
struct LanguageRules: Sendable {
  enum Kind: String, Sendable {
    case programming, markup, data, prose
    /// Linguist's rule: data and prose are no skills.
    var counts: Bool { self == .programming || self == .markup }
  }

  struct Language: Sendable {
    let name: String
    let kind: Kind
    /// The language its bytes are counted for, when that is another one (TSX for TypeScript).
    let group: String?
  }

  /// One reading of an extension with several; readings are tried in order.
  struct Reading: Sendable {
    /// Nil: such a file is not counted.
    let language: Int?
    let check: Check
  }

  let languages: [Language]
  private(set) var byName: [String: Int] = [:]
  /// Names and aliases as editors and `.gitattributes` write them.
  private var byAlias: [String: Int] = [:]
  private var byFilename: [String: Int] = [:]
  private var byExtension: [String: [Int]] = [:]
  private var byInterpreter: [String: Int] = [:]
  private var readings: [String: [Reading]] = [:]

  init(languages table: RuleTable, ambiguous: RuleTable) throws(RuleError) {
    var languages: [Language] = []
    for row in table.rows {
      guard let kind = Kind(rawValue: row["type"]) else { throw row.error("unknown type '\(row["type"])'") }
      let name = row["name"]
      let index = languages.count
      guard byName.updateValue(index, forKey: name) == nil else { throw row.error("'\(name)' stands here twice") }
      languages.append(Language(name: name, kind: kind, group: row["group"].isEmpty ? nil : row["group"]))
      for alias in row.words("aliases") + [Self.folded(name)] {
        guard byAlias.updateValue(index, forKey: alias) == nil else { throw row.error("'\(alias)' has two owners") }
      }
      for file in row.words("filenames") {
        guard byFilename.updateValue(index, forKey: file) == nil else { throw row.error("'\(file)' has two owners") }
      }
      for interpreter in row.words("interpreters") {
        guard byInterpreter.updateValue(index, forKey: interpreter) == nil else {
          throw row.error("'\(interpreter)' has two owners")
        }
      }
      for ending in row.words("extensions") {
        byExtension[String(decoding: ending.utf8.map(Bytes.lowercased), as: UTF8.self), default: []].append(index)
      }
    }
    self.languages = languages
    for row in table.rows {
      guard row["group"].isEmpty || byName[row["group"]] != nil else { throw row.error("unknown group") }
    }
    for row in ambiguous.rows {
      let name = row["language"]
      let language = byName[name]
      guard language != nil || name == "-" else { throw row.error("unknown language '\(name)'") }
      readings[row["extension"], default: []].append(
        Reading(language: language, check: try Check(row["check"], row: row)))
    }
    for row in table.rows {
      for ending in row.words("extensions") where (byExtension[ending]?.count ?? 0) > 1 && readings[ending] == nil {
        throw row.error("'\(ending)' has two owners and no rule to tell them apart")
      }
    }
  }

  enum Match: Sendable {
    case language(Int)
    /// The content decides.
    case ambiguous([Reading])
  }

  func match(filename: String) -> Int? { byFilename[filename] }

  /// - Parameter ending: in lower case, with its dot.
  func match(extension ending: String) -> Match? {
    if let readings = readings[ending] { return .ambiguous(readings) }
    return byExtension[ending]?.first.map(Match.language)
  }

  /// The first extension that is known.
  ///
  /// - Parameter extensions: the longest first, in lower case, with their dots.
  func match(extensions: [String]) -> (match: Match, ending: String)? {
    for ending in extensions {
      if let match = match(extension: ending) { return (match, ending) }
    }
    return nil
  }

  /// - Parameter interpreter: its whole name; a version at its end is left out when there is no such interpreter.
  func match(interpreter: String) -> Int? {
    byInterpreter[interpreter] ?? byInterpreter[Shebang.withoutVersion(interpreter)]
  }

  /// The language of a name as `.gitattributes` or an editor's mode writes it: any case, blanks as dashes, or an alias.
  func language(named name: String) -> Int? { byName[name] ?? byAlias[Self.folded(name)] }

  private static func folded(_ name: String) -> String {
    String(decoding: name.utf8.map { $0 == Bytes.space ? UInt8(ascii: "-") : Bytes.lowercased($0) }, as: UTF8.self)
  }

  /// The language whose share the bytes go to.
  func counted(_ language: Int) -> Int { languages[language].group.flatMap { byName[$0] } ?? language }
}
