import Projects
import Testing

@Suite struct TechnologyTests {
  private func weights(_ name: String, _ files: [String: String]) throws -> [Double] {
    try detect(files).technology(name)?.evidence.map(\.weight) ?? []
  }

  @Test func placesOfLessMeaningCountLess() throws {
    let manifest = #"{"dependencies": {"express": "5"}}"#
    #expect(try weights("Express", ["package.json": manifest]) == [0.9])
    #expect(try weights("Express", ["examples/a/package.json": manifest]) == [0.45])
    #expect(try weights("Express", ["test/app/package.json": manifest]) == [0.45])
    #expect(try weights("Express", ["test/fixtures/package.json": manifest]).isEmpty)
    #expect(try weights("Express", ["Tests/Fixtures/demo/package.json": manifest]).isEmpty)
    #expect(try weights("Express", ["node_modules/x/package.json": manifest]).isEmpty)
  }

  @Test func directoriesOfSettingsAreNoCodeButSpeakForTechnologies() throws {
    let report = try detect([
      ".github/workflows/a.yml": "jobs: {a: {steps: [{uses: actions/setup-node@v4}]}}\n", ".github/tool.py": "x = 1\n",
      "env/prod/main.tf": "provider \"aws\" {}\n", "a.go": "package a\n",
    ])
    #expect(report.languages.map(\.name) == ["Go"])
    #expect(report.technology("GitHub Actions") != nil)
    #expect(report.technology("Terraform") != nil)
    #expect(report.technology("AWS")?.evidence.map(\.path) == ["env/prod/main.tf"])
  }

  @Test func testToolsAreAtHomeAmongTests() throws {
    #expect(try weights("pytest", ["tests/conftest.py": "x\n"]) == [0.95])
    #expect(try weights("pytest", ["examples/conftest.py": "x\n"]) == [0.475])
  }

  @Test func developmentDependenciesCountLess() throws {
    #expect(try weights("Vite", ["package.json": #"{"devDependencies": {"vite": "6"}}"#]) == [0.7])
  }

  @Test func aDevelopmentDependencyStaysOneWhenConfirmed() throws {
    let manifest = #"{"devDependencies": {"typescript": "5"}}"#
    #expect(try weights("TypeScript", ["package.json": manifest]) == [0.5])
    #expect(try weights("TypeScript", ["package.json": manifest, "a.ts": "x\n"]) == [0.7])
  }

  @Test func aWeakNameNeedsItsContent() throws {
    #expect(try weights("Django", ["manage.py": "print(1)\n"]) == [0.6])
    let evidence = try #require(
      try detect(["manage.py": "os.environ['DJANGO_SETTINGS_MODULE']\n"]).technology("Django")?.evidence.first)
    #expect(evidence.kind == .configFile)
    #expect(evidence.weight == 0.95)
    #expect(try weights("Heroku", ["app.json": "{\"expo\": {}}"]).isEmpty)
    #expect(try weights("Kubernetes", ["k8s/values.yaml": "a: 1\n"]).isEmpty)
  }

  @Test func aSourceFileCalledDockerfileIsNone() throws {
    let text = "/// Reads FROM lines.\nfrom postgres\n"
    #expect(
      try detect(["Dockerfile.md": "About\nfrom postgres\n", "Dockerfile.swift": text]).technology("PostgreSQL") == nil)
    #expect(try detect(["Dockerfile.swift": "struct Dockerfile {}\n"]).technologies.isEmpty)
    #expect(try detect(["Dockerfile.web": "# syntax=x\nARG A=1\nFROM nginx\n"]).technology("Nginx") != nil)
  }

  @Test func kindsOfEvidenceAddUp() throws {
    let report = try detect([
      "go.mod": "require github.com/jackc/pgx/v5 v5.0.0\n", "b/go.mod": "require github.com/lib/pq v1.0.0\n",
      "docker-compose.yml": "services: {db: {image: 'postgres:16'}}\n",
    ])
    let postgres = try #require(report.technology("PostgreSQL"))
    #expect(abs(postgres.confidence - (1 - 0.1 * 0.2)) < 1e-12)
    #expect(postgres.evidence.count == 3)
  }

  @Test func evidenceIsCappedAndEachKindKeepsItsPlace() throws {
    var files = ["compose.yml": "services: {db: {image: postgres}}\n"]
    for index in 10..<40 { files["p\(index)/package.json"] = #"{"dependencies": {"pg": "8"}}"# }
    let postgres = try #require(try detect(files).technology("PostgreSQL"))
    #expect(postgres.evidence.count == 10)
    #expect(postgres.evidence[1].kind == .dockerImage)
  }

  @Test func aTechnologyIsListedOnceAndOrderedByConfidence() throws {
    let report = try detect([
      "package.json": #"{"dependencies": {"react": "19", "react-dom": "19"}, "devDependencies": {"vitest": "2"}}"#
    ])
    #expect(report.technologies.filter { $0.name == "React" }.count == 1)
    let confidences = report.technologies.map(\.confidence)
    #expect(confidences == confidences.sorted(by: >))
  }

  @Test func confidenceIsTheProductOfDoubts() {
    func evidence(_ kind: SkillEvidence.Kind, _ weight: Double) -> SkillEvidence {
      SkillEvidence(path: "x", kind: kind, excerpt: "", weight: weight)
    }
    #expect(Confidence.combined([]) == 0)
    #expect(Confidence.combined([evidence(.dependency, 0.9)]) == 0.9)
    #expect(Confidence.combined([evidence(.dependency, 0.9), evidence(.dependency, 0.45)]) == 0.9)
    #expect(abs(Confidence.combined([evidence(.configFile, 0.5), evidence(.ciAction, 0.5)]) - 0.75) < 1e-12)
    #expect(Confidence.combined([evidence(.configFile, 7)]) == 1)
  }

  @Test func excerptsHoldNoSecrets() throws {
    let report = try detect([
      "requirements.txt": "redis @ git+https://joe:hunter2@example.org/redis.git\n",
      "docker-compose.yml": "services:\n  db: {image: postgres, environment: {POSTGRES_PASSWORD: hunter2}}\n",
      "Dockerfile": "FROM node:20@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
      ".github/workflows/a.yml":
        "jobs: {a: {steps: [{uses: actions/setup-node@v4, with: {x: ghp_0123456789abcdefghijABCDEFGHIJ012345}}]}}\n",
    ])
    let excerpts = report.technologies.flatMap(\.evidence).map(\.excerpt)
    #expect(excerpts.contains("redis @ git+https://***@example.org/redis.git"))
    #expect(excerpts.contains("FROM node:20@sha256:***"))
    #expect(!excerpts.contains { $0.contains("hunter2") || $0.contains("ghp_") })
  }

  @Test func excerptsAreShortAndOnOneLine() throws {
    let long = "react" + String(repeating: "é", count: 500)
    let report = try detect(["package.json": "{\"dependencies\": {\"pg\": \"\u{202E}\(long)\"}}"])
    let excerpt = try #require(report.technology("PostgreSQL")?.evidence.first?.excerpt)
    #expect(excerpt.count == 120)
    #expect(!excerpt.contains("\u{202E}"))
  }
}
