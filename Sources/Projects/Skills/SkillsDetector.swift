/// Finds the languages and technologies of a repository, with the places that show them.
///
/// Languages are counted in bytes as github-linguist counts them; technologies come from the names of files and from
/// what manifests declare. Nothing of the tree is run, and what cannot be read is a warning, never a failure.
public struct SkillsDetector: Sendable {
  private let rules: SkillsRules
  private let limits: SkillsLimits

  /// Files between two looks at `isCancelled`.
  private static let cancellationStride = 32
  /// Files between two reports of progress.
  private static let progressStride = 256

  public init(limits: SkillsLimits = .default) {
    rules = .builtIn
    self.limits = limits
  }

  /// - Parameters:
  ///   - tree: what to look at.
  ///   - limits: what it may cost.
  ///   - isCancelled: asked every few files.
  ///   - progress: told how many files are done, at the start, every few hundred files and at the end.
  /// - Throws: `SkillsError.cancelled`, or what `tree.entries()` throws.
  public static func detect(
    in tree: any SourceTree, limits: SkillsLimits = .default, isCancelled: () -> Bool = { false },
    progress: (SkillsProgress) -> Void = { _ in }
  ) throws -> SkillsReport {
    try SkillsDetector(limits: limits).detect(in: tree, isCancelled: isCancelled, progress: progress)
  }

  /// - Throws: `SkillsError.cancelled`, or what `tree.entries()` throws.
  public func detect(
    in tree: any SourceTree, isCancelled: () -> Bool = { false }, progress: (SkillsProgress) -> Void = { _ in }
  ) throws -> SkillsReport {
    try detect(in: tree, memory: nil, isCancelled: isCancelled, progress: progress)
  }

  /// - Parameter memory: what was found out before about the files of the tree, and where new findings go.
  func detect(
    in tree: any SourceTree, memory: (any FileMemory)?, isCancelled: () -> Bool = { false },
    progress: (SkillsProgress) -> Void = { _ in }
  ) throws -> SkillsReport {
    let entries = try tree.entries()
    var log = WarningLog(limit: limits.warnings)
    let looked = entries.prefix(limits.files)
    if looked.count < entries.count {
      log.add(
        SkillsWarning(
          code: .tooManyFiles,
          message: "The repository has \(entries.count) files; only the first \(looked.count) were looked at."))
    }

    var unreadable: TreeEntry?
    func read(_ entry: TreeEntry, _ limit: Int) -> [UInt8]? {
      do {
        return try tree.read(entry, limit: limit)
      } catch {
        unreadable = entry
        log.add(
          SkillsWarning(
            code: .unreadableFile, path: entry.path, message: "The file could not be read and was left out: \(error)"))
        return nil
      }
    }

    /// Files that are parsed are read as manifests are: whole, so that their content can be remembered.
    func readWhole(_ entry: TreeEntry, _ limit: Int) -> [UInt8]? {
      guard let bytes = read(entry, max(limit, limits.manifestBytes)) else { return nil }
      return bytes.count > limit ? Array(bytes[..<limit]) : bytes
    }

    var attributes = LinguistAttributes()
    var context = ContentDigest()
    let attributeFiles = looked.filter { $0.path == ".gitattributes" || $0.path.hasSuffix("/.gitattributes") }
    for entry in attributeFiles.sorted(by: { ($0.path.utf8.count, $0.path) < ($1.path.utf8.count, $1.path) }) {
      guard let bytes = readWhole(entry, limits.contentBytes) else { continue }
      context.add(entry.pathBytes)
      context.add(bytes)
      attributes.add(
        ManifestText(bytes), at: PathName(entry.path), limit: limits.attributeRules, warn: { log.add($0) })
    }

    memory?.begin(context: context)
    let paths = looked.map { PathName($0.path) }
    let roots = PackageRoots(paths.lazy.filter { !rules.vendored.standing(ofDirectory: $0.directory).isApart })
    var census = LanguageCensus(rules: rules, limits: limits, attributes: attributes, roots: roots)
    var collector = TechnologyCollector(
      rules: rules, limits: limits, paths: Set(looked.lazy.map(\.path)), roots: roots)
    for (index, (entry, path)) in zip(looked, paths).enumerated() {
      if index % Self.cancellationStride == 0, isCancelled() { throw SkillsError.cancelled }
      if index % Self.progressStride == 0 { progress(SkillsProgress(done: index, total: looked.count)) }
      if let known = memory?.finding(of: entry) {
        census.count(entry, path, as: known)
      } else {
        census.count(entry, path) { read(entry, $0) }
        // Whoever looks at the repository next is to be warned as well.
        if unreadable != entry { memory?.keep(census.finding, of: entry) }
      }
      if !census.isVendored(directory: path.directory) { collector.look(at: entry, path) { readWhole(entry, $0) } }
    }
    census.finish()
    collector.finish(hasLanguage: census.has)
    collector.warnings.forEach { log.add($0) }
    progress(SkillsProgress(done: looked.count, total: looked.count))

    var blobs = BlobIDs(tree: tree, memory: memory, entries: looked, limit: limits.hashedBytes)
    let languages = census.skills().map { blobs.completed($0) }
    let technologies = collector.skills().map { blobs.completed($0) }
    return SkillsReport(
      languages: languages, technologies: technologies, warnings: log.finished(), files: looked.count,
      bytes: census.bytes, isPartial: looked.count < entries.count)
  }
}
