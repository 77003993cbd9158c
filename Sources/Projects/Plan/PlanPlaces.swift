/// What the sections of a plan stand for, each with those around it in mind.
struct PlanPlaces {
  /// For each section: `acceptance` and `historical` hold for all sections below, the outer one first.
  private(set) var kinds: [PlanSectionKind] = []
  /// Sections with tasks below them and complete ones: of all, and of the outermost phases.
  private(set) var figures = (all: PlanCounts(), phases: PlanCounts())
  private(set) var phasePercentage: Double?
  /// Index of the first phase that is not complete; those kept for the record do not matter.
  private(set) var currentPhase: Int?

  init(_ sections: [PlanSection]) {
    var isInPhase: [Bool] = []
    var tenths = 0
    for (index, section) in sections.enumerated() {
      let outer = section.parent.map { kinds[$0] }
      kinds.append(outer == .acceptance || outer == .historical ? outer ?? section.kind : section.kind)
      let isInner = section.parent.map { isInPhase[$0] } ?? false
      isInPhase.append(isInner || section.kind == .phase)
      guard section.tally.total > 0 else { continue }
      figures.all.total += 1
      if section.tally.isComplete { figures.all.done += 1 }
      guard !isInner, kinds[index] == .phase else { continue }
      figures.phases.total += 1
      if section.tally.isComplete { figures.phases.done += 1 }
      if currentPhase == nil, !section.tally.isComplete { currentPhase = index }
      tenths += section.tally.credit / section.tally.total
    }
    if figures.phases.total > 0 { phasePercentage = Double(tenths / figures.phases.total) / 10 }
  }
}
