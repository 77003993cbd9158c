import Testing

@testable import Projects

private func found(_ reader: any ManifestReader.Type, _ text: String, path: String = "") throws -> [String] {
  try reader.dependencies(in: ManifestText(text, path: path)).map {
    $0.scope == .direct ? "\($0.name)@\($0.line)" : "[\($0.name)@\($0.line)]"
  }
}

@Suite struct PackageTests {
  @Test func eachPackageOfAMonorepoIsNamed() throws {
    let report = try detect([
      "package.json": #"{"devDependencies": {"turbo": "2"}}"#,
      "apps/web/package.json": #"{"dependencies": {"react": "19"}}"#, "apps/web/src/deep/a.ts": "let a = 1\n",
      "apps/web/Dockerfile": "FROM node:20\n", "services/api/go.mod": "module api\n",
      "services/api/cmd/main.go": "package main\n", "tools/x.go": "package main\n",
      "tests/fixtures/p/package.json": #"{"dependencies": {"vue": "3"}}"#,
    ])
    #expect(report.technology("React")?.packages == ["apps/web"])
    #expect(report.technology("React")?.evidence.map(\.package) == ["apps/web"])
    #expect(report.technology("Docker")?.packages == ["apps/web"])
    #expect(report.technology("Turborepo")?.packages == [""])
    #expect(report.language("TypeScript")?.packages == ["apps/web"])
    #expect(report.language("Go")?.packages == ["", "services/api"])
    #expect(report.technology("Vue.js") == nil)
  }

  @Test func vendoredPackagesAreNone() throws {
    let report = try detect(["third_party/x/package.json": "{}", "third_party/x/tool.ini": "x", "a.go": "package a\n"])
    #expect(report.language("Go")?.packages == [""])
  }

  @Test func environmentFilesGiveNamesAndNeverValues() throws {
    let text =
      "# secrets\nexport STRIPE_SECRET_KEY=sk_live_x\nDATABASE_URL=postgres://u:p@h/db\nredis_url=x\nnot a key\n"
    #expect(try found(DotEnv.self, text) == ["STRIPE_SECRET_KEY@2", "DATABASE_URL@3", "redis_url@4"])
    let report = try detect([".env.example": text])
    let stripe = try #require(report.technology("Stripe"))
    #expect(stripe.confidence == 0.5)
    #expect(stripe.evidence.map(\.kind) == [.environmentKey])
    #expect(stripe.evidence.map(\.line) == [2])
    #expect(stripe.evidence.map(\.excerpt) == ["STRIPE_SECRET_KEY"])
  }

  @Test func gitLabPipelinesGiveTheirImages() throws {
    let text = """
      image: node:20
      default:
        image:
          name: "python:3.12"
      test:
        services:
          - postgres:16
          - name: redis:7
            alias: cache
        image: $CI_IMAGE
      """
    #expect(try found(GitLabCI.self, text) == ["node:20@1", "python:3.12@4", "postgres:16@7", "redis:7@8"])
  }

  @Test func setupProgramsGiveTheirLiterals() throws {
    let text = """
      from setuptools import setup
      setup(
          name="app",
          install_requires=[
              "Django>=5",
              'requests[socks]~=2.0',
          ],
          tests_require=["pytest"],
          extras_require={"s3": ["boto3"], 'docs': ["sphinx"]},
      )
      """
    #expect(
      try found(SetupPy.self, text) == ["Django@5", "requests@6", "[pytest@8]", "boto3@9", "sphinx@9"])
    #expect(try found(SetupPy.self, "setup(install_requires=read('requirements.txt'))").isEmpty)
    #expect(try found(SetupPy.self, "setup(install_requires=[\"a\", \"b").map { $0 } == ["a@1"])
  }

  @Test func setupProgramsThatAreNoUTF8AreReadAllTheSame() throws {
    // Found by fuzzing: repaired text is longer than the bytes it stands for.
    let bytes =
      Array("extras_require={\"a\": [\"boto3\"], '".utf8) + Array(repeating: 0xFF, count: 90)
      + Array("': [\"x\"]}".utf8)
    let found = try SetupPy.dependencies(in: ManifestText(bytes))
    #expect(found.map(\.name) == ["boto3", "x"])
    #expect(try SetupPy.dependencies(in: ManifestText(Array("extras_require={'".utf8) + [0xFF, 0x27])).isEmpty)
  }

  @Test func scalaBuildsThatAreNoUTF8AreReadAllTheSame() throws {
    let bytes = Array("x % \"a.b".utf8) + Array(repeating: 0xFF, count: 90) + Array("\" % \"c\" % \"1\"\n".utf8)
    #expect(try GradleBuild.dependencies(in: ManifestText(bytes, path: "build.sbt")).map(\.line) == [1])
  }

  @Test func otherManifestsGiveTheirDependencies() throws {
    #expect(
      try found(DenoManifest.self, "{\"imports\": {\n\"react\": \"npm:react@19\",\n\"@std/x\": \"jsr:@std/x\"}}")
        == ["react@2"])
    #expect(
      try found(VcpkgManifest.self, #"{"name": "x", "dependencies": ["fmt", {"name": "zlib", "host": true}]}"#)
        == ["fmt@1", "zlib@1"])
    #expect(
      try found(Cartfile.self, "github \"Alamofire/Alamofire\" ~> 5.0 # net\n", path: "Cartfile")
        == ["Alamofire/Alamofire@1"])
    #expect(
      try found(Cartfile.self, "git \"https://example.org/a/b.git\"\n", path: "Cartfile.private")
        == ["[https://example.org/a/b.git@1]"])
  }

  @Test func everyReaderReadsSomeFile() {
    for reader in ManifestReaders.all {
      #expect(!(reader.names + reader.paths).isEmpty, "\(reader)")
      let name = (reader.names.first ?? reader.paths[0]).replacing("**", with: "a").replacing("*", with: "x")
      #expect(ManifestReaders.shared.readers(for: PathName(name)).contains { $0 == reader }, "\(reader)")
    }
  }
}
