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
  private let roots: PackageRoots
  private var evidence: [Int: EvidenceCollection] = [:]
  private var packages: [Int: Set<String>] = [:]
  /// What lock files name; it counts for technologies that no manifest asks for.
  private var locked: [(technology: Int, evidence: SkillEvidence)] = []
  private var deferred: [Deferred] = []
  private(set) var warnings: [SkillsWarning] = []

  /// - Parameters:
  ///   - paths: all paths of the tree, for signals that count only beside another file.
  ///   - roots: the packages of the tree.
  init(rules: SkillsRules, limits: SkillsLimits, paths: Set<String>, roots: PackageRoots) {
    self.rules = rules
    self.limits = limits
    self.paths = paths
    self.roots = roots
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
        weight: Confidence.weight(of: .configFile), blob: entry.oid, package: roots.root(of: path.directory))
      // A path rule names its directory, so the directory takes nothing away.
      add(found, signal, isPath ? .main : scope, path, head)
    }
    for reader in ManifestReaders.shared.readers(for: path) { readManifest(reader, entry, path, scope, read) }
  }

  private mutating func readManifest(
    _ reader: any ManifestReader.Type, _ entry: TreeEntry, _ path: PathName, _ scope: DirectoryScope,
    _ read: (Int) -> [UInt8]?
  ) {
    let limit = reader.isLock ? limits.lockBytes : limits.manifestBytes
    guard entry.size <= limit else {
      warnings.append(
        SkillsWarning(
          code: .manifestTooLarge, path: path.path,
          message: "The manifest has \(entry.size) bytes, more than the \(limit) read; it was left out."))
      return
    }
    guard let bytes = read(limit), !bytes.isEmpty, !bytes.contains(0) else { return }
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
    let count = reader.isLock ? limits.dependenciesPerLock : limits.dependenciesPerManifest
    if dependencies.count > count {
      warnings.append(
        SkillsWarning(
          code: .manifestTooLarge, path: path.path,
          message: "The manifest names \(dependencies.count) dependencies; the first \(count) were looked at."))
    }
    let package = roots.root(of: path.directory)
    for dependency in dependencies.prefix(count) {
      for signal in rules.technologies.signals(of: dependency.ecosystem, dependency: dependency.name) {
        let kind = Self.kind(of: dependency)
        // A variable's value may be a secret, whatever it is called.
        let excerpt =
          kind == .environmentKey
          ? Excerpt.of(Array(dependency.name.utf8)) : Excerpt.of(text.line(dependency.line).bytes)
        let found = SkillEvidence(
          path: path.path, line: dependency.line, kind: kind, excerpt: excerpt, weight: Confidence.weight(of: kind),
          blob: entry.oid, package: package)
        add(found, signal, scope, path) { bytes }
      }
    }
  }

  private static func kind(of dependency: Dependency) -> SkillEvidence.Kind {
    switch (dependency.ecosystem, dependency.scope) {
    case (_, .transitive): .transitive
    case (.env, _): .environmentKey
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
    if found.kind == .transitive {
      locked.append((technology, found))
      return
    }
    keep(found, weight, for: technology)
  }

  private mutating func keep(_ found: SkillEvidence, _ weight: Double, for technology: Int) {
    packages[technology, default: []].insert(found.package)
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
    // A lock file repeats what the manifests beside it ask for; only what nobody asked for is news.
    let asked = Set(
      evidence.compactMap { technology, collection in
        collection.all.contains { $0.kind == .dependency || $0.kind == .devDependency || $0.kind == .provider }
          ? technology : nil
      })
    for (technology, found) in locked where !asked.contains(technology) { keep(found, found.weight, for: technology) }
    locked = []
  }

  /// The technologies, by confidence and then by name.
  func skills() -> [Skill] {
    evidence.map { technology, evidence in
      let rule = rules.technologies.technologies[technology]
      return Skill(
        name: rule.name, category: rule.category, confidence: Confidence.combined(evidence.all),
        packages: Array((packages[technology] ?? []).sorted().prefix(limits.packagesPerSkill)),
        evidence: evidence.best(limits.evidencePerSkill))
    }
    .sorted { $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.name < $1.name }
  }
}
