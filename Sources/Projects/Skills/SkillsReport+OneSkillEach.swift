extension SkillsReport {
  /// The report with each skill once: a language is found by its files and again by the configuration of its tools or
  /// its runtime, and to whoever reads the list both are one skill, with the evidence of both.
  func oneSkillEach(evidenceLimit: Int = SkillsLimits.default.evidencePerSkill) -> SkillsReport {
    var report = self
    let places = Dictionary(languages.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    report.technologies = technologies.filter { technology in
      guard ["language", "runtime"].contains(technology.category), let place = places[technology.name] else {
        return true
      }
      let language = report.languages[place]
      // Two witnesses that do not know of each other: the doubt left is the product of theirs.
      report.languages[place].confidence = 1 - (1 - language.confidence) * (1 - technology.confidence)
      report.languages[place].packages = Set(language.packages).union(technology.packages).sorted()
      report.languages[place].evidence = Array((language.evidence + technology.evidence).prefix(evidenceLimit))
      return false
    }
    return report
  }
}
