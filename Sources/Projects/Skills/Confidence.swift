/// How sure a skill is, from its evidence.
///
/// Kinds of evidence are taken as independent witnesses, so the doubt left is the product of what each leaves:
/// `1 − Π(1 − w)`. Ten files of one kind are one witness; only the strongest of a kind counts.
public enum Confidence {
  public static func combined(_ evidence: some Sequence<SkillEvidence>) -> Double {
    var strongest: [SkillEvidence.Kind: Double] = [:]
    for piece in evidence {
      strongest[piece.kind] = max(strongest[piece.kind] ?? 0, min(max(piece.weight, 0), 1))
    }
    // In a fixed order, so that equal evidence gives equal bits.
    let doubt = SkillEvidence.Kind.allCases.reduce(1.0) { $0 * (1 - (strongest[$1] ?? 0)) }
    return 1 - doubt
  }

  /// The weight of a kind when nothing weakens it.
  public static func weight(of kind: SkillEvidence.Kind) -> Double {
    switch kind {
    case .configFile: 0.95
    case .dependency, .provider: 0.9
    case .dockerImage: 0.8
    case .devDependency: 0.7
    case .ciAction: 0.6
    case .weakName, .environmentKey: 0.5
    case .transitive: 0.3
    case .fileExtension, .filename, .attribute: 0.95
    case .shebang, .content: 0.9
    }
  }
}
