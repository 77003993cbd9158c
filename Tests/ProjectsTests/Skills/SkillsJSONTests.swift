import JSON
import Testing

@testable import Projects

@Suite struct SkillsJSONTests {
  private func report() throws -> SkillsReport {
    try detect([
      "a.go": String(repeating: "x", count: 9_999), "b.py": "y\n",
      "go.mod": "require github.com/jackc/pgx/v5 v5.0.0\n", "broken/package.json": "{",
    ])
  }

  @Test func theBriefHoldsCountsAndNames() throws {
    let json = try JSON.parse(SkillsJSON.brief(report()))
    #expect(json["skills_count"]?.intValue == 5)
    #expect(json["languages"]?[0]?["name"]?.stringValue == "Go")
    #expect(json["languages"]?[1]?["share"]?.doubleValue == 0.1)
    #expect(json["languages"]?[0]?["share"]?.doubleValue == 99.9)
    #expect(json["technologies"]?[0]?.stringValue == "Go")
  }

  @Test func theSummaryHoldsBytesCategoriesAndWarnings() throws {
    let json = try JSON.parse(SkillsJSON.summary(report()))
    #expect(json["bytes"]?.intValue == 10_001)
    #expect(json["files"]?.intValue == 4)
    #expect(json["partial"]?.boolValue == false)
    #expect(json["categories"]?["database"]?[0]?.stringValue == "PostgreSQL")
    #expect(json["warnings"]?[0]?["code"]?.stringValue == "malformed_manifest")
    #expect(json["warnings"]?[0]?["path"]?.stringValue == "broken/package.json")
  }

  @Test func itemsAreLanguagesThenTechnologies() throws {
    let items = try SkillsJSON.items(report()).map { try JSON.parse($0) }
    #expect(items.map { $0["category"]?.stringValue } == ["language", "language", "runtime", "database", "runtime"])
    #expect(items[0]["bytes"]?.intValue == 9_999)
    #expect(items[0]["confidence"]?.doubleValue == 0.95)
    #expect(items[3]["share"] == .null)
    #expect(items[3]["evidence"]?[0]?["line"]?.intValue == 1)
    #expect(items[3]["evidence"]?[0]?["kind"]?.stringValue == "dependency")
    #expect(items[3]["evidence"]?[0]?["excerpt"]?.stringValue == "require github.com/jackc/pgx/v5 v5.0.0")
  }

  @Test func theEmptyReportIsStillAnObject() throws {
    let json = try JSON.parse(SkillsJSON.summary(detect([:])))
    #expect(json["skills_count"]?.intValue == 0)
    #expect(try SkillsJSON.items(detect([:])).isEmpty)
  }

  @Test func sharesAreNeverRoundedToAllOrNothing() {
    #expect(SkillsJSON.rounded(99.99) == 99.9)
    #expect(SkillsJSON.rounded(100) == 100)
    #expect(SkillsJSON.rounded(0.001) == 0.1)
    #expect(SkillsJSON.rounded(0) == 0)
    #expect(SkillsJSON.rounded(33.349) == 33.3)
  }
}
