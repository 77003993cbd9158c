/// All rules, compiled once.
struct SkillsRules: Sendable {
  let languages: LanguageRules
  let vendored: PathRules
  let documentation: PathRules
  let generated: GeneratedRules
  let technologies: TechnologyRules
  let weakSignals: WeakSignals

  init() throws(RuleError) {
    languages = try LanguageRules(
      languages: RuleTable("languages", text: RuleText.languages),
      ambiguous: RuleTable("ambiguous", text: RuleText.ambiguous))
    vendored = try PathRules(RuleTable("vendored", text: RuleText.vendored))
    documentation = try PathRules(RuleTable("documentation", text: RuleText.documentation))
    generated = try GeneratedRules(RuleTable("generated", text: RuleText.generated))
    technologies = try TechnologyRules(RuleTable("technologies", text: RuleText.technologies))
    weakSignals = try WeakSignals(RuleTable("weak_signals", text: RuleText.weakSignals), technologies: technologies)
  }

  /// The rules the program was built with.
  static let builtIn: SkillsRules = {
    do {
      return try SkillsRules()
    } catch {
      // The text is part of the program and a test compiles it; a program with a broken copy must not run.
      preconditionFailure("the built-in rules are broken: \(error)")
    }
  }()
}
