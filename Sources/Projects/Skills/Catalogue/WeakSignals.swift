/// Signals that must not count fully, because other tools use the same name.
struct WeakSignals: Sendable {
  struct Weight: Sendable {
    /// Without the check; 0 means no evidence at all.
    let plain: Double
    /// When the check holds.
    let confirmed: Double
    let check: Check
  }

  private var weights: [TechnologyRules.Signal: Weight] = [:]

  init(_ table: RuleTable, technologies: TechnologyRules) throws(RuleError) {
    let known = Set(technologies.signals)
    for row in table.rows {
      guard let technology = technologies.byName[row["technology"]] else {
        throw row.error("unknown technology '\(row["technology"])'")
      }
      let signal = TechnologyRules.Signal(technology: technology, kind: row["kind"], pattern: row["pattern"])
      guard known.contains(signal) else { throw row.error("weakens a signal that does not exist") }
      guard let plain = Double(row["weight"]), let confirmed = Double(row["confirmed"]),
        (0...1).contains(plain), (plain...1).contains(confirmed)
      else { throw row.error("weights are 0…1, and a confirmed one is not the smaller") }
      let weight = Weight(plain: plain, confirmed: confirmed, check: try Check(row["check"], row: row))
      guard weights.updateValue(weight, forKey: signal) == nil else { throw row.error("stands here twice") }
    }
  }

  subscript(signal: TechnologyRules.Signal) -> Weight? { weights[signal] }
}
