/// Reads the candidates of a tree until one turns out to be the plan, and those that belong to it.
public enum PlanChooser {
  /// How many candidates are read at most until one has tasks; a repository may hold thousands of task files.
  public static let maximumReads = 32
  /// How many files one plan may have.
  public static let maximumFiles = 500
  /// Bytes read of all files of a plan together.
  public static let maximumBytes = 16 << 20
  /// Files listed with a plan.
  static let listedFiles = 600

  /// The first candidate with tasks and its family, else the first of all; nil when there is none.
  ///
  /// A family are the files of a plan directory, the phases in one directory, or the task files of planning tools: those
  /// of them that have tasks are merged. Files at the root are plans by themselves. What `planPath` names is taken with
  /// or without tasks. `README.md` is taken only with boxes. A candidate that cannot be read is noted and passed over.
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
    read: @escaping (TreeEntry) throws -> [UInt8]
  ) -> PlanChoice? {
    var reader = PlanFileReader(limits: limits, read: read)
    if let planPath, candidates.first?.rank != .explicit {
      reader.notes.append("plan_path \(planPath) is not in the repository; the plan was looked for by name")
    }
    var fallback: (candidate: PlanCandidate, document: PlanDocument)?
    for (index, candidate) in candidates.enumerated() {
      if reader.count == maximumReads {
        reader.notes.append("\(candidates.count - index) further plan files were not read")
        break
      }
      guard let document = reader.parse(candidate) else { continue }
      if hasTasks(document, candidate) || (candidate.rank == .explicit && isAlone(candidate, in: candidates)) {
        return merge(from: index, document, candidates, &reader)
      }
      if fallback == nil, candidate.rank != .readme { fallback = (candidate, document) }
    }
    return fallback.map { found in
      PlanChoice(
        candidate: found.candidate, document: found.document,
        files: [
          PlanFile(
            found.candidate, isUsed: true, reason: "no file has tasks; of them \(found.candidate.rank.reason)",
            document: found.document)
        ],
        entries: [found.candidate.entry], notes: reader.notes)
    }
  }

  /// What a README ticks or calls done are features; its boxes alone are tasks.
  private static func hasTasks(_ document: PlanDocument, _ candidate: PlanCandidate) -> Bool {
    candidate.rank == .readme ? document.counts.total > 0 : document.tally.total > 0
  }

  private static func isAlone(_ candidate: PlanCandidate, in candidates: [PlanCandidate]) -> Bool {
    candidates.prefix(2).count { $0.rank == .explicit } == 1
  }

  /// The plan that begins with a candidate, whose family is read too.
  private static func merge(
    from first: Int, _ document: PlanDocument, _ candidates: [PlanCandidate], _ reader: inout PlanFileReader
  ) -> PlanChoice {
    let winner = candidates[first]
    var parts = [(winner, document)]
    var others: [PlanFile] = candidates[..<first].map {
      PlanFile($0, isUsed: false, reason: "it has no tasks")
    }
    var left = 0
    for candidate in candidates[(first + 1)...] {
      guard let family = winner.family, candidate.family == family, candidate.rank == winner.rank else {
        if others.count < 50 {
          others.append(PlanFile(candidate, isUsed: false, reason: "\(winner.entry.path) comes first"))
        }
        continue
      }
      guard parts.count < maximumFiles, reader.bytes < maximumBytes else {
        left += 1
        continue
      }
      guard let document = reader.parse(candidate) else { continue }
      if hasTasks(document, candidate) {
        parts.append((candidate, document))
      } else {
        others.append(PlanFile(candidate, isUsed: false, reason: "it has no tasks", document: document))
      }
    }
    if left > 0 { reader.notes.append("\(left) further files of the plan were not read") }
    let reason = parts.count > 1 ? "\(winner.rank.reason), one of \(parts.count) files" : winner.rank.reason
    let used = parts.map { PlanFile($0.0, isUsed: true, reason: reason, document: $0.1) }
    return PlanChoice(
      candidate: winner, document: PlanDocument.merged(parts.map(\.1)),
      files: Array((used + others).prefix(listedFiles)), entries: parts.map(\.0.entry), notes: reader.notes)
  }
}

/// Reads and parses plan files, and remembers what could not be read.
private struct PlanFileReader {
  let limits: PlanLimits
  let read: (TreeEntry) throws -> [UInt8]
  /// Files and bytes read.
  private(set) var count = 0
  private(set) var bytes = 0
  var notes: [String] = []

  init(limits: PlanLimits, read: @escaping (TreeEntry) throws -> [UInt8]) {
    self.limits = limits
    self.read = read
  }

  /// Nil for a file that cannot be read.
  mutating func parse(_ candidate: PlanCandidate) -> PlanDocument? {
    count += 1
    do {
      let content = try read(candidate.entry)
      bytes += content.count
      return PlanParser.parse(content, path: candidate.entry.path, limits: limits)
    } catch {
      notes.append("\(candidate.entry.path) could not be read: \(error)")
      return nil
    }
  }
}
