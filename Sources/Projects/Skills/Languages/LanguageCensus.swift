/// Counts the bytes of code in each language, after linguist's rules: vendored, generated, minified, binary and
/// documentation files are left out, and only programming and markup languages count.
struct LanguageCensus {
  private struct Tally {
    var bytes: Int64 = 0
    var files = 0
    var packages: Set<String> = []
    var evidence = EvidenceCollection()

    mutating func take(_ found: SkillEvidence, size: Int64, limit: Int) {
      bytes += size
      files += 1
      packages.insert(found.package)
      evidence.add(found, rank: Double(size), limit: limit)
    }
  }

  /// A file that waits for the count of the others.
  private struct Pending {
    let path: PathName
    let entry: TreeEntry
    let readings: [LanguageRules.Reading]
  }

  /// Largest file of an unknown name that is looked into for a `#!` or an editor's line when it is not executable.
  private static let scriptBytes: Int64 = 64 << 10
  /// Largest file whose lines for editors are heeded; linguist splits no larger one into lines.
  private static let modelineBytes: Int64 = 1 << 20

  private let rules: SkillsRules
  private let limits: SkillsLimits
  private let attributes: LinguistAttributes
  private let roots: PackageRoots
  /// What is known of a directory by its name alone.
  private struct Directory {
    /// Its files are somebody else's.
    let isVendored: Bool
    /// The same, or its files are settings, which are no code either.
    let isSetAside: Bool
    let isDocumentation: Bool
    let isGenerated: Bool
  }

  private var directories: [String: Directory] = [:]
  private var tallies: [Int: Tally] = [:]
  private var pending: [Pending] = []
  /// What the file that was counted last has said.
  private(set) var finding = LanguageFinding.nothing

  init(rules: SkillsRules, limits: SkillsLimits, attributes: LinguistAttributes, roots: PackageRoots) {
    self.rules = rules
    self.limits = limits
    self.attributes = attributes
    self.roots = roots
  }

  /// True for a directory whose content is somebody else's.
  mutating func isVendored(directory: String) -> Bool { standing(of: directory).isVendored }

  private mutating func standing(of directory: String) -> Directory {
    if let known = directories[directory] { return known }
    let vendored = rules.vendored.standing(ofDirectory: directory)
    let standing = Directory(
      isVendored: vendored.isApart, isSetAside: vendored.isApart || vendored.isSettings,
      isDocumentation: rules.documentation.standing(ofDirectory: directory).isApart,
      isGenerated: rules.generated.matchesDirectory(directory))
    directories[directory] = standing
    return standing
  }

  /// Counts a file. What it says itself to an editor outranks its name, its whole name outranks its `#!` line, and that
  /// outranks its extension: the order of github-linguist, so that shares can be compared.
  ///
  /// - Parameter read: gives the beginning of the file; nil when it cannot be read.
  mutating func count(_ entry: TreeEntry, _ path: PathName, read: (_ limit: Int) -> [UInt8]?) {
    finding = .nothing
    guard entry.size > 0 else { return }
    let said = attributes.isEmpty ? LinguistAttributes.Values() : attributes.values(for: path)
    guard said.detectable != false, !isSetApart(path, said) else { return }

    let extensions = path.extensions
    if let name = said.language, let language = rules.languages.language(named: name) {
      guard counts(language, said), text(of: entry, extensions, said, read) != nil else { return }
      add(language, path, entry, .attribute, "linguist-language=\(name)")
      return
    }
    let byName = rules.languages.match(filename: path.name)
    let byExtension = byName == nil ? rules.languages.match(extensions: extensions) : nil
    guard isWorthReading(entry, byName, byExtension?.match, said),
      let text = text(of: entry, extensions, said, read)
    else { return }

    if entry.size <= Self.modelineBytes, let mode = Modeline.mode(in: text),
      let language = rules.languages.language(named: mode.name)
    {
      guard counts(language, said) else { return }
      add(language, path, entry, .content, "mode \(mode.name)", line: mode.line)
    } else if let byName {
      guard counts(byName, said) else { return }
      add(byName, path, entry, .filename, path.name)
    } else if let interpreter = Shebang.interpreter(text),
      let language = rules.languages.match(interpreter: interpreter)
    {
      guard counts(language, said) else { return }
      add(language, path, entry, .shebang, Excerpt.of(text.prefix { $0 != Bytes.newline }), line: 1)
    } else if let byExtension {
      switch byExtension.match {
      case .language(let language):
        guard counts(language, said) else { return }
        add(language, path, entry, .fileExtension, byExtension.ending)
      case .ambiguous(let readings): decide(readings, path, entry, text, said)
      }
    }
  }

  /// Most of a repository's files that are no code are known by their names; the others have to be looked into.
  private func isWorthReading(
    _ entry: TreeEntry, _ byName: Int?, _ byExtension: LanguageRules.Match?, _ said: LinguistAttributes.Values
  ) -> Bool {
    if let byName { return counts(byName, said) }
    switch byExtension {
    case .language(let language): return counts(language, said)
    case .ambiguous: return true
    // Unknown names are scripts now and then, pictures and archives more often; scripts are small.
    case nil: return entry.isExecutable || entry.size <= Self.scriptBytes
    }
  }

  /// Counts an unchanged file by what it said before.
  mutating func count(_ entry: TreeEntry, _ path: PathName, as known: LanguageFinding) {
    switch known {
    case .nothing: break
    case .counted(let language, let kind, let what, let line):
      add(language, path, entry, kind, what, line: line)
    case .undecided(let skipped):
      for ending in path.extensions {
        guard let match = rules.languages.match(extension: ending) else { continue }
        if case .ambiguous(let readings) = match {
          pending.append(Pending(path: path, entry: entry, readings: Array(readings.dropFirst(skipped))))
        }
        return
      }
    }
  }

  private func counts(_ language: Int, _ said: LinguistAttributes.Values) -> Bool {
    said.detectable == true || rules.languages.languages[language].kind.counts
  }

  private mutating func isSetApart(_ path: PathName, _ said: LinguistAttributes.Values) -> Bool {
    let standing = standing(of: path.directory)
    return (said.vendored ?? (standing.isSetAside || rules.vendored.matchesFile(path)))
      || (said.documentation ?? (standing.isDocumentation || rules.documentation.matchesFile(path)))
      || (said.generated ?? (standing.isGenerated || rules.generated.matchesName(path.name)))
  }

  /// The beginning of a file that a person wrote; nil for a binary or generated one.
  private func text(
    of entry: TreeEntry, _ extensions: [String], _ said: LinguistAttributes.Values, _ read: (Int) -> [UInt8]?
  ) -> [UInt8]? {
    guard let text = read(limits.contentBytes), !text.isEmpty, !text.contains(0) else { return nil }
    let isGenerated = said.generated ?? rules.generated.matchesContent(text, extension: extensions.last ?? "")
    return isGenerated ? nil : text
  }

  private mutating func decide(
    _ readings: [LanguageRules.Reading], _ path: PathName, _ entry: TreeEntry, _ text: [UInt8],
    _ said: LinguistAttributes.Values
  ) {
    for (index, reading) in readings.enumerated() {
      if reading.check.needsLanguages {
        pending.append(Pending(path: path, entry: entry, readings: Array(readings[index...])))
        finding = .undecided(skipped: index)
        return
      }
      if reading.check.holds(content: text, { _ in false }) {
        guard let language = reading.language, counts(language, said) else { return }
        let kind: SkillEvidence.Kind = reading.check.holdsAlways ? .fileExtension : .content
        add(language, path, entry, kind, path.extensions.last ?? path.name)
        return
      }
    }
  }

  private mutating func add(
    _ language: Int, _ path: PathName, _ entry: TreeEntry, _ kind: SkillEvidence.Kind, _ what: String, line: Int? = nil
  ) {
    finding = .counted(language: language, kind: kind, what: what, line: line)
    let counted = rules.languages.counted(language)
    let package = roots.root(of: path.directory)
    let evidence = SkillEvidence(
      path: path.path, line: line, kind: kind, excerpt: Excerpt.of(Array(what.utf8)),
      weight: Confidence.weight(of: kind), blob: entry.oid, package: package)
    tallies[counted, default: Tally()].take(evidence, size: entry.size, limit: limits.evidencePerSkill)
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
      guard let language = reading?.language, rules.languages.languages[language].kind.counts else { continue }
      add(language, file.path, file.entry, .content, file.path.extensions.last ?? file.path.name)
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
        packages: Array(tally.packages.sorted().prefix(limits.packagesPerSkill)),
        evidence: tally.evidence.best(limits.evidencePerSkill))
    }
    .sorted { ($0.bytes ?? 0, $1.name) > ($1.bytes ?? 0, $0.name) }
  }
}
