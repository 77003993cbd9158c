/// The best evidence for one skill: of each kind a few, so that one kind in a thousand files does not hide another.
struct EvidenceCollection: Sendable {
  private struct Ranked: Sendable {
    let evidence: SkillEvidence
    let rank: Double

    /// Best first; paths and lines make the order the same on every run.
    static func precedes(_ left: Ranked, _ right: Ranked) -> Bool {
      if left.rank != right.rank { return left.rank > right.rank }
      if left.evidence.path != right.evidence.path { return left.evidence.path < right.evidence.path }
      return (left.evidence.line ?? 0) < (right.evidence.line ?? 0)
    }
  }

  private var byKind: [SkillEvidence.Kind: [Ranked]] = [:]

  /// - Parameter rank: what is kept when there is too much, the greatest first.
  mutating func add(_ evidence: SkillEvidence, rank: Double, limit: Int) {
    let new = Ranked(evidence: evidence, rank: rank)
    var list = byKind[evidence.kind] ?? []
    // One place is one piece of evidence, whatever number of rules found it.
    if let index = list.firstIndex(where: { $0.evidence.path == evidence.path && $0.evidence.line == evidence.line }) {
      guard Ranked.precedes(new, list[index]) else { return }
      list.remove(at: index)
    }
    let position = list.firstIndex { Ranked.precedes(new, $0) } ?? list.count
    guard position < limit else { return }
    list.insert(new, at: position)
    if list.count > limit { list.removeLast() }
    byKind[evidence.kind] = list
  }

  var all: [SkillEvidence] { byKind.values.flatMap { $0.map(\.evidence) } }

  /// The strongest of each kind, then the rest by weight.
  func best(_ limit: Int) -> [SkillEvidence] {
    let kinds = SkillEvidence.Kind.allCases.compactMap { byKind[$0] }
    func ordered(_ list: [Ranked]) -> [SkillEvidence] {
      list.sorted {
        $0.evidence.weight != $1.evidence.weight ? $0.evidence.weight > $1.evidence.weight : Ranked.precedes($0, $1)
      }
      .map(\.evidence)
    }
    let first = ordered(kinds.compactMap(\.first))
    let rest = ordered(kinds.flatMap { $0.dropFirst() })
    return Array((first + rest).prefix(limit))
  }
}
