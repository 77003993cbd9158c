/// Counts the bytes of code in each language, after linguist's rules: vendored, generated, minified, binary and
/// documentation files are left out, and only programming and markup languages count.
struct LanguageCensus {
  private struct Tally {
    var bytes: Int64 = 0
    var files = 0
    var evidence = EvidenceCollection()
  }

  /// A file that waits for the count of the others.
  private struct Pending {
    let path: PathName
    let size: Int64
    let readings: [LanguageRules.Reading]
  }

  private let rules: SkillsRules
  private let limits: SkillsLimits
  private let attributes: LinguistAttributes
  private var directories: [String: (vendored: Bool, documentation: Bool)] = [:]
  private var tallies: [Int: Tally] = [:]
  private var pending: [Pending] = []

  init(rules: SkillsRules, limits: SkillsLimits, attributes: LinguistAttributes) {
    self.rules = rules
    self.limits = limits
    self.attributes = attributes
  }

  /// True for a directory whose content is somebody else's.
  mutating func isVendored(directory: String) -> Bool { standing(of: directory).vendored }

  private mutating func standing(of directory: String) -> (vendored: Bool, documentation: Bool) {
    if let known = directories[directory] { return known }
    let standing = (
      rules.vendored.matchesDirectory(directory), rules.documentation.matchesDirectory(directory)
    )
    directories[directory] = standing
    return standing
  }

  /// - Parameter read: gives the beginning of the file; nil when it cannot be read.
  mutating func count(_ entry: TreeEntry, _ path: PathName, read: (_ limit: Int) -> [UInt8]?) {
    guard entry.size > 0 else { return }
    let said = attributes.isEmpty ? LinguistAttributes.Values() : attributes.values(for: path)
    guard said.detectable != false, !isSetApart(path, said) else { return }

    if let name = said.language, let language = rules.languages.language(named: name) {
      guard counts(language, said) else { return }
      guard let head = read(limits.headBytes), !head.contains(0) else { return }
      add(language, path, entry.size, .attribute, "linguist-language=\(name)")
      return
    }
    if let language = rules.languages.match(filename: path.name) {
      guard counts(language, said), head(of: path, said, limits.headBytes, read) != nil else { return }
      add(language, path, entry.size, .filename, path.name)
      return
    }
    for ending in path.extensions {
      switch rules.languages.match(extension: ending) {
      case .language(let language):
        guard counts(language, said) else { return }
        let limit = rules.generated.weighsLines(extension: ending) ? limits.contentBytes : limits.headBytes
        guard head(of: path, said, limit, read) != nil else { return }
        add(language, path, entry.size, .fileExtension, ending)
        return
      case .ambiguous(let readings):
        guard let head = head(of: path, said, limits.contentBytes, read) else { return }
        if let mode = Modeline.language(head), let language = rules.languages.language(mode: mode) {
          guard counts(language, said) else { return }
          add(language, path, entry.size, .content, "mode \(mode)")
        } else {
          decide(readings, path, entry.size, head)
        }
        return
      case nil: continue
      }
    }
    countScript(entry, path, said, read)
  }

  /// A file without a known ending may name its interpreter or its editor's mode. Names with an unknown ending are read
  /// only when they may be run: most of them are pictures and archives.
  private mutating func countScript(
    _ entry: TreeEntry, _ path: PathName, _ said: LinguistAttributes.Values, _ read: (Int) -> [UInt8]?
  ) {
    guard entry.isExecutable || path.extensions.isEmpty, let head = head(of: path, said, limits.headBytes, read) else {
      return
    }
    if let interpreter = Shebang.interpreter(head), let language = rules.languages.match(interpreter: interpreter) {
      guard counts(language, said) else { return }
      add(language, path, entry.size, .shebang, Excerpt.of(head.prefix { $0 != Bytes.newline }), line: 1)
    } else if let mode = Modeline.language(head), let language = rules.languages.language(mode: mode) {
      guard counts(language, said) else { return }
      add(language, path, entry.size, .content, "mode \(mode)")
    }
  }

  private func counts(_ language: Int, _ said: LinguistAttributes.Values) -> Bool {
    said.detectable == true || rules.languages.languages[language].kind.counts
  }

  private mutating func isSetApart(_ path: PathName, _ said: LinguistAttributes.Values) -> Bool {
    let standing = standing(of: path.directory)
    return (said.vendored ?? (standing.vendored || rules.vendored.matchesFile(path)))
      || (said.documentation ?? (standing.documentation || rules.documentation.matchesFile(path)))
      || (said.generated ?? rules.generated.matchesName(path.name))
  }

  /// The beginning of a file that a person wrote; nil for a binary or generated one.
  private func head(
    of path: PathName, _ said: LinguistAttributes.Values, _ limit: Int, _ read: (Int) -> [UInt8]?
  ) -> [UInt8]? {
    guard let head = read(limit), !head.isEmpty, !head.contains(0) else { return nil }
    let isGenerated = said.generated ?? rules.generated.matchesContent(head, extension: path.extensions.last ?? "")
    return isGenerated ? nil : head
  }

  private mutating func decide(
    _ readings: [LanguageRules.Reading], _ path: PathName, _ size: Int64, _ head: [UInt8]
  ) {
    for (index, reading) in readings.enumerated() {
      if reading.check.needsLanguages {
        pending.append(Pending(path: path, size: size, readings: Array(readings[index...])))
        return
      }
      if reading.check.holds(content: head, { _ in false }) {
        let kind: SkillEvidence.Kind = reading.check.holdsAlways ? .fileExtension : .content
        settle(reading, path, size, kind)
        return
      }
    }
  }

  private mutating func settle(
    _ reading: LanguageRules.Reading, _ path: PathName, _ size: Int64, _ kind: SkillEvidence.Kind
  ) {
    guard let language = reading.language, rules.languages.languages[language].kind.counts else { return }
    add(language, path, size, kind, path.extensions.last ?? path.name)
  }

  private mutating func add(
    _ language: Int, _ path: PathName, _ size: Int64, _ kind: SkillEvidence.Kind, _ what: String, line: Int? = nil
  ) {
    let counted = rules.languages.counted(language)
    tallies[counted, default: Tally()].bytes += size
    tallies[counted, default: Tally()].files += 1
    let evidence = SkillEvidence(
      path: path.path, line: line, kind: kind, excerpt: Excerpt.of(Array(what.utf8)),
      weight: Confidence.weight(of: kind))
    tallies[counted, default: Tally()].evidence.add(evidence, rank: Double(size), limit: limits.evidencePerSkill)
  }

  /// Decides the files that waited. Call once, after the last file.
  mutating func finish() {
    let settled = tallies
    func bytes(_ name: String) -> Int64 { rules.languages.byName[name].flatMap { settled[$0]?.bytes } ?? 0 }
    for file in pending {
      let reading = file.readings.first { reading in
        reading.check.holds(content: []) { condition in
          if case .more(let more, let less) = condition { bytes(more) > bytes(less) } else { false }
        }
      }
      if let reading { settle(reading, file.path, file.size, .content) }
    }
    pending = []
  }

  /// True when the tree has code in a language.
  func has(_ name: String) -> Bool { rules.languages.byName[name].map { tallies[$0] != nil } ?? false }

  var bytes: Int64 { tallies.values.reduce(0) { $0 + $1.bytes } }

  /// The languages, by bytes and then by name.
  func skills() -> [Skill] {
    let total = bytes
    return tallies.map { language, tally in
      Skill(
        name: rules.languages.languages[language].name, category: "language",
        share: total > 0 ? Double(tally.bytes) * 100 / Double(total) : 0, bytes: tally.bytes, files: tally.files,
        confidence: Confidence.combined(tally.evidence.all),
        evidence: tally.evidence.best(limits.evidencePerSkill))
    }
    .sorted { ($0.bytes ?? 0, $1.name) > ($1.bytes ?? 0, $0.name) }
  }
}
