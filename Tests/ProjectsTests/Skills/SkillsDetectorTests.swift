import Projects
import Testing

@Suite struct SkillsDetectorTests {
  @Test func aRepositoryShowsItsLanguagesAndTechnologies() throws {
    let report = try detect([
      "Package.swift":
        "// swift-tools-version: 6.0\n.package(url: \"https://github.com/apple/swift-nio.git\", from: \"2.0.0\")\n",
      "Sources/App/Main.swift": String(repeating: "let x = 1\n", count: 100),
      "web/app.ts": String(repeating: "let x = 1\n", count: 50),
      "web/package.json": "{\n  \"dependencies\": {\n    \"next\": \"15\",\n    \"pg\": \"8\"\n  }\n}\n",
      "docker-compose.yml": "services:\n  db:\n    image: postgres:16\n",
    ])
    #expect(report.languages.map(\.name) == ["Swift", "TypeScript"])
    let postgres = try #require(report.technology("PostgreSQL"))
    #expect(postgres.category == "database")
    #expect(abs(postgres.confidence - 0.98) < 1e-9)
    #expect(postgres.evidence.map(\.path) == ["web/package.json", "docker-compose.yml"])
    #expect(postgres.evidence.map(\.line) == [4, 3])
    #expect(postgres.evidence[0].excerpt == "\"pg\": \"8\"")
    #expect(report.technology("Next.js")?.evidence.first?.line == 3)
    #expect(report.technology("SwiftNIO")?.evidence.first?.line == 2)
    #expect(report.warnings.isEmpty)
    #expect(!report.isPartial)
  }

  @Test func sharesAreOfTheCountedBytes() throws {
    let report = try detect([
      "a.go": String(repeating: "x\n", count: 300), "b.py": String(repeating: "y\n", count: 100),
      "data.json": String(repeating: "{}\n", count: 1000), "README.md": "text\n",
    ])
    #expect(report.bytes == 800)
    #expect(report.language("Go")?.share == 75)
    #expect(report.language("Python")?.bytes == 200)
    #expect(report.languages.count == 2)
  }

  @Test func anEmptyTreeGivesAnEmptyReport() throws {
    let report = try detect([:])
    #expect(report.languages.isEmpty && report.technologies.isEmpty && report.bytes == 0)
  }

  @Test func tooManyFilesMakeThePartialReportSayso() throws {
    var limits = SkillsLimits()
    limits.files = 2
    let report = try SkillsDetector.detect(in: FakeTree(["a.go": "x", "b.go": "x", "c.go": "x"]), limits: limits)
    #expect(report.isPartial)
    #expect(report.files == 2)
    #expect(report.warnings.map(\.code) == [.tooManyFiles])
  }

  @Test func aFileThatVanishesIsAWarningAndTheRestIsCounted() throws {
    var tree = FakeTree(["a.go": "x\n", "b.go": "x\n"])
    tree.vanished = ["a.go"]
    let report = try SkillsDetector.detect(in: tree)
    #expect(report.language("Go")?.bytes == 2)
    #expect(report.warnings.map(\.path) == ["a.go"])
    #expect(report.warnings.map(\.code) == [.unreadableFile])
  }

  @Test func aCancelledDetectionStops() {
    #expect(throws: SkillsError.cancelled) {
      try SkillsDetector.detect(in: FakeTree(["a.go": "x"]), isCancelled: { true })
    }
  }

  @Test func progressBeginsAtNothingAndEndsAtAll() throws {
    var seen: [SkillsProgress] = []
    _ = try SkillsDetector.detect(in: FakeTree(["a.go": "x", "b.go": "y"]), progress: { seen.append($0) })
    #expect(seen == [SkillsProgress(done: 0, total: 2), SkillsProgress(done: 2, total: 2)])
  }

  @Test func twoRunsGiveTheSameReport() throws {
    let files = [
      "package.json": "{\"dependencies\":{\"react\":\"1\",\"next\":\"1\",\"pg\":\"1\"}}", "a.ts": "x\n", "b.js": "y\n",
      "Dockerfile": "FROM node:20\n", "c.py": "z\n", "requirements.txt": "django\nredis\n",
    ]
    #expect(try detect(files) == detect(files))
  }
}
