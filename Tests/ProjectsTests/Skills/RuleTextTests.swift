import Foundation
import Testing

@testable import Projects

@Suite struct RuleTextTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Projects/Skills")

  @Test func theSourceCarriesTheRuleFilesWordForWord() throws {
    let rendered = try RuleTextSource.render { table in
      try String(contentsOf: Self.root.appending(path: "Rules/\(table).tsv"), encoding: .utf8)
    }
    let file = Self.root.appending(path: "Catalogue/Generated/RuleText.swift")
    if ProcessInfo.processInfo.environment["GANTRY_UPDATE_GENERATED"] == "1" {
      try rendered.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOf: file, encoding: .utf8) == rendered,
      "run the tests once with GANTRY_UPDATE_GENERATED=1 to write RuleText.swift again")
  }

  @Test func theBuiltInRulesCompile() throws { _ = try SkillsRules() }
}
