/// Reads the candidates of a tree until one turns out to be the plan.
public enum PlanChooser {
  /// How many candidates are read at most; a repository may hold thousands of task files.
  public static let maximumReads = 32

  /// The first candidate with tasks, else the first of all; nil when there is none.
  ///
  /// An existing `planPath` is taken with or without tasks. `README.md` is taken only with tasks. A candidate that
  /// cannot be read is noted and passed over.
  ///
  /// - Throws: what the tree throws when it cannot list its files.
  public static func choose(
    in tree: any SourceTree, planPath: String? = nil, limits: PlanLimits = .default
  ) throws -> PlanChoice? {
    choose(from: PlanFinder.find(in: try tree.entries(), planPath: planPath), planPath: planPath, limits: limits) {
      try tree.read($0, limit: limits.fileBytes + 1)
    }
  }

  /// The same for candidates already found.
  ///
  /// - Parameter read: returns a file's first `limits.fileBytes + 1` bytes.
  public static func choose(
    from candidates: [PlanCandidate], planPath: String? = nil, limits: PlanLimits = .default,
    read: (TreeEntry) throws -> [UInt8]
  ) -> PlanChoice? {
    var notes: [String] = []
    if let planPath, candidates.first?.rank != .explicit {
      notes.append("plan_path \(planPath) is not in the repository; the plan was looked for by name")
    }
    var fallback: (candidate: PlanCandidate, document: PlanDocument)?
    for (index, candidate) in candidates.enumerated() {
      if index == maximumReads {
        notes.append("\(candidates.count - index) further plan files were not read")
        break
      }
      let document: PlanDocument
      do {
        document = PlanParser.parse(try read(candidate.entry), path: candidate.entry.path, limits: limits)
      } catch {
        notes.append("\(candidate.entry.path) could not be read: \(error)")
        continue
      }
      // What a README ticks or calls done are features; its boxes alone are tasks.
      let hasTasks = candidate.rank == .readme ? document.counts.total > 0 : document.tally.total > 0
      if candidate.rank == .explicit || hasTasks {
        return PlanChoice(candidate: candidate, document: document, notes: notes)
      }
      if fallback == nil, candidate.rank != .readme { fallback = (candidate, document) }
    }
    return fallback.map { PlanChoice(candidate: $0.candidate, document: $0.document, notes: notes) }
  }
}
