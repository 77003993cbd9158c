/// Gathers the evidence for technologies: names of files and what manifests declare.
struct TechnologyCollector {
  private struct Deferred {
    let technology: Int
    var evidence: SkillEvidence
    let weight: WeakSignals.Weight
    let factor: Double
  }

  private let rules: SkillsRules
  private let limits: SkillsLimits
  private let paths: Set<String>
  private var evidence: [Int: EvidenceCollection] = [:]
  private var deferred: [Deferred] = []
  private(set) var warnings: [SkillsWarning] = []

  /// - Parameter paths: all paths of the tree, for signals that count only beside another file.
  init(rules: SkillsRules, limits: SkillsLimits, paths: Set<String>) {
    self.rules = rules
    self.limits = limits
    self.paths = paths
  }

  /// Looks at one file that is not vendored.
  ///
  /// - Parameter read: gives the beginning of the file; nil when it cannot be read.
  mutating func look(at entry: TreeEntry, _ path: PathName, read: (_ limit: Int) -> [UInt8]?) {
    let scope = DirectoryScope(directory: path.directory)
    guard scope != .fixtures else { return }
    let contentBytes = limits.contentBytes
    var content: [UInt8]?
    func head() -> [UInt8] {
      let read = content ?? read(contentBytes) ?? []
      content = read
      return read
    }
    let signals =
      rules.technologies.signals(ofName: path.name).map { (signal: $0, isPath: false) }
      + rules.technologies.signals(ofPath: path).map { (signal: $0, isPath: true) }
    for (signal, isPath) in signals {
      let found = SkillEvidence(
        path: path.path, kind: .configFile, excerpt: Excerpt.of(Array(path.name.utf8)),
        weight: Confidence.weight(of: .configFile))
      // A path rule names its directory, so the directory takes nothing away.
      add(found, signal, isPath ? .main : scope, path, head)
    }
    for reader in ManifestReaders.shared.readers(for: path) { readManifest(reader, entry, path, scope, read) }
  }

  private mutating func readManifest(
    _ reader: any ManifestReader.Type, _ entry: TreeEntry, _ path: PathName, _ scope: DirectoryScope,
    _ read: (Int) -> [UInt8]?
  ) {
    guard entry.size <= limits.manifestBytes else {
      warnings.append(
        SkillsWarning(
          code: .manifestTooLarge, path: path.path,
          message: "The manifest has \(entry.size) bytes, more than the \(limits.manifestBytes) read; it was left out.")
      )
      return
    }
    guard let bytes = read(limits.manifestBytes), !bytes.isEmpty, !bytes.contains(0) else { return }
    let text = ManifestText(bytes, path: path.path)
    let dependencies: [Dependency]
    do {
      dependencies = try reader.dependencies(in: text)
    } catch {
      warnings.append(
        SkillsWarning(
          code: .malformedManifest, path: path.path, line: error.line,
          message: "The manifest could not be read: \(error.reason). Its dependencies were left out."))
      return
    }
    if dependencies.count > limits.dependenciesPerManifest {
      warnings.append(
        SkillsWarning(
          code: .manifestTooLarge, path: path.path,
          message: "The manifest names \(dependencies.count) dependencies; the first "
            + "\(limits.dependenciesPerManifest) were looked at."))
    }
    for dependency in dependencies.prefix(limits.dependenciesPerManifest) {
      for signal in rules.technologies.signals(of: dependency.ecosystem, dependency: dependency.name) {
        let kind = Self.kind(of: dependency)
        let found = SkillEvidence(
          path: path.path, line: dependency.line, kind: kind, excerpt: Excerpt.of(text.line(dependency.line).bytes),
          weight: Confidence.weight(of: kind))
        add(found, signal, scope, path) { bytes }
      }
    }
  }

  private static func kind(of dependency: Dependency) -> SkillEvidence.Kind {
    switch (dependency.ecosystem, dependency.scope) {
    case (.docker, _): .dockerImage
    case (.gha, _): .ciAction
    case (.terraform, _): .provider
    case (_, .direct): .dependency
    case (_, .development): .devDependency
    }
  }

  private mutating func add(
    _ found: SkillEvidence, _ signal: Int, _ scope: DirectoryScope, _ path: PathName, _ content: () -> [UInt8]
  ) {
    let signal = rules.technologies.signals[signal]
    let factor = scope.factor(category: rules.technologies.technologies[signal.technology].category)
    guard let weak = rules.weakSignals[signal] else {
      record(found, weight: found.weight * factor, for: signal.technology)
      return
    }
    if weak.check.needsLanguages {
      deferred.append(Deferred(technology: signal.technology, evidence: found, weight: weak, factor: factor))
      return
    }
    let holds = weak.check.holds(content: weak.check.readsContent ? content() : []) { condition in
      switch condition {
      case .sibling(let name): paths.contains(path.sibling(name))
      case .root(let path): paths.contains(path)
      default: false
      }
    }
    recordWeak(found, weak, holds, factor, signal.technology)
  }

  private mutating func recordWeak(
    _ found: SkillEvidence, _ weak: WeakSignals.Weight, _ holds: Bool, _ factor: Double, _ technology: Int
  ) {
    var found = found
    if found.kind == .configFile, !holds { found.kind = .weakName }
    let weight = holds ? weak.confirmed : weak.plain
    // A development dependency stays one, however well it is confirmed.
    let ceiling = found.kind == .weakName ? 1 : Confidence.weight(of: found.kind)
    record(found, weight: min(weight, ceiling) * factor, for: technology)
  }

  private mutating func record(_ found: SkillEvidence, weight: Double, for technology: Int) {
    guard weight > 0 else { return }
    var found = found
    found.weight = weight
    evidence[technology, default: EvidenceCollection()].add(found, rank: weight, limit: limits.evidencePerSkill)
  }

  /// Decides what waited for the languages. Call once, after the last file.
  mutating func finish(hasLanguage: (String) -> Bool) {
    for waiting in deferred {
      let holds = waiting.weight.check.holds(content: []) { condition in
        if case .language(let name) = condition { hasLanguage(name) } else { false }
      }
      recordWeak(waiting.evidence, waiting.weight, holds, waiting.factor, waiting.technology)
    }
    deferred = []
  }

  /// The technologies, by confidence and then by name.
  func skills() -> [Skill] {
    evidence.map { technology, evidence in
      let rule = rules.technologies.technologies[technology]
      return Skill(
        name: rule.name, category: rule.category, confidence: Confidence.combined(evidence.all),
        evidence: evidence.best(limits.evidencePerSkill))
    }
    .sorted { $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.name < $1.name }
  }
}
