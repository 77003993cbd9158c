import Testing

@testable import Projects

/// What a reader finds, `name@line`; all of it must be transitive.
private func found(_ reader: any ManifestReader.Type, _ text: String, path: String = "") throws -> [String] {
  let dependencies = try reader.dependencies(in: ManifestText(text, path: path))
  #expect(dependencies.allSatisfy { $0.scope == .transitive })
  return dependencies.map { "\($0.name)@\($0.line)" }
}

@Suite struct LockFileTests {
  @Test func npmLocksOfAllFormsGiveTheirPackages() throws {
    let second = """
      {
        "name": "app", "lockfileVersion": 3,
        "packages": {
          "": {"dependencies": {"react": "19"}},
          "node_modules/react": {"version": "19.0.0"},
          "node_modules/@babel/core": {"version": "7.0.0", "dependencies": {"debug": "4"}},
          "node_modules/a/node_modules/debug": {"version": "4.0.0"},
          "packages/web": {"version": "1.0.0"}
        }
      }
      """
    #expect(try found(NPMLock.self, second) == ["react@5", "@babel/core@6", "debug@7"])
    let first = """
      {"dependencies": {
        "react": {"version": "19", "requires": {"loose-envify": "1"}, "dependencies": {
          "left-pad": {"version": "1"}}}}}
      """
    #expect(try found(NPMLock.self, first) == ["react@2", "left-pad@3"])
  }

  @Test func yarnLocksOfBothGenerationsGiveTheirHeadings() throws {
    let text = """
      # yarn lockfile v1

      "@babel/core@^7.0.0", "@babel/core@^7.1.0":
        version "7.1.0"
        dependencies:
          debug "^4"
      react@^18:
        version "18.0.0"
      "vue@npm:^3.0.0":
        version: 3.0.0
      __metadata:
        version: 8
      """
    #expect(try found(YarnLock.self, text) == ["@babel/core@3", "react@7", "vue@9"])
  }

  @Test func pnpmLocksOfAllFormsGiveTheirPackages() throws {
    let text = """
      lockfileVersion: '9.0'
      importers:
        .:
          dependencies: {}
      packages:
        '@babel/core@7.1.0':
          resolution: {integrity: x}
        react@18.2.0:
          resolution: {integrity: x}
        /vue@3.0.0(typescript@5):
          dev: false
        /@types/node/20.0.0:
          dev: true
        /left-pad/1.0.0: {dev: true}
      snapshots:
        other@1.0.0: {}
      """
    #expect(
      try found(PNPMLock.self, text)
        == ["@babel/core@6", "react@8", "vue@10", "@types/node@12", "left-pad@14"])
  }

  @Test func bunAndDenoLocksGiveTheirPackages() throws {
    let bun = """
      {
        "lockfileVersion": 1,
        "workspaces": {"": {"dependencies": {"react": "19"}}},
        "packages": {
          "react": ["react@19.0.0", "", {}, "sha512-x"],
          "@types/bun": ["@types/bun@1.0.0", "", {"dependencies": {"bun-types": "1"}}, "x"],
        }
      }
      """
    #expect(try found(BunLock.self, bun) == ["react@5", "@types/bun@6"])
    #expect(try found(BunLock.self, #"{"version": "4", "npm": {"chalk@5.0.0": {"integrity": "x"}}}"#) == ["chalk@1"])
  }

  @Test func tablesOfPackagesGiveTheirNames() throws {
    let text = """
      version = 3
      [[package]]
      name = "serde"
      version = "1.0.0"
      [package.metadata]
      name = "no"
      [[package]]
      name = 'tokio'
      """
    #expect(try found(CargoLock.self, text) == ["serde@3", "tokio@8"])
    #expect(try found(PythonLock.self, text) == ["serde@3", "tokio@8"])
  }

  @Test func pipfileLocksGiveBothSections() throws {
    let text = #"{"_meta": {"sources": {}}, "default": {"django": {"version": "5"}}, "develop": {"pytest": {}}}"#
    #expect(try found(PipfileLock.self, text) == ["django@1", "pytest@1"])
  }

  @Test func gemfileLocksGiveTheGemsAndNotWhatTheyAskFor() throws {
    let text = """
      GEM
        remote: https://rubygems.org/
        specs:
          actionpack (7.1.0)
            rack (>= 2.2.4)
          rails (7.1.0)

      PLATFORMS
        ruby

      DEPENDENCIES
        rails (~> 7.1)
      """
    #expect(try found(GemfileLock.self, text) == ["actionpack@4", "rails@6"])
  }

  @Test func composerLocksGiveTheNamesOfBothLists() throws {
    let text = """
      {"packages": [
        {"name": "symfony/console", "authors": [{"name": "no"}]},
        {"name": "monolog/monolog"}],
       "packages-dev": [{"name": "phpunit/phpunit"}]}
      """
    #expect(
      try found(ComposerLock.self, text) == ["symfony/console@2", "monolog/monolog@3", "phpunit/phpunit@4"])
  }

  @Test func swiftLocksOfAllFormsGiveThePlaces() throws {
    let third = """
      {"pins": [{"identity": "swift-nio", "location": "https://github.com/apple/swift-nio.git",
        "state": {"version": "2.0.0"}}], "version": 3}
      """
    #expect(try found(SwiftPackageLock.self, third) == ["https://github.com/apple/swift-nio.git@1"])
    let first = #"{"object": {"pins": [{"package": "Yams", "repositoryURL": "https://github.com/jpsim/Yams"}]}}"#
    #expect(try found(SwiftPackageLock.self, first) == ["https://github.com/jpsim/Yams@1"])
  }

  @Test func theLocksOfOtherToolsGiveTheirPackages() throws {
    #expect(
      try found(
        PubspecLock.self, "packages:\n  dio:\n    dependency: transitive\n  http:\n    x: 1\nsdks:\n  dart: 3\n")
        == ["dio@2", "http@4"])
    #expect(
      try found(MixLock.self, "%{\n  \"phoenix\": {:hex, :phoenix, \"1.7.0\"},\n  \"ecto\": {:git, \"x\"},\n}\n")
        == ["phoenix@2", "ecto@3"])
    #expect(
      try found(
        PodfileLock.self,
        "PODS:\n  - Alamofire (5.8.0)\n  - \"Moya/Core (15.0)\":\n    - Alamofire (~> 5.0)\nDEPENDENCIES:\n  - Moya\n")
        == ["Alamofire@2", "Moya/Core@3"])
    #expect(
      try found(
        NuGetLock.self,
        #"{"version": 1, "dependencies": {"net8.0": {"Serilog": {"type": "Transitive", "dependencies": {"X": "1"}}}}}"#)
        == ["Serilog@1"])
    #expect(
      try found(GradleLock.self, "# locks\norg.slf4j:slf4j-api:2.0.0=compileClasspath\nempty=\n")
        == ["org.slf4j:slf4j-api@2"])
    #expect(
      try found(ConanLock.self, #"{"requires": ["zlib/1.3#x"], "build_requires": ["cmake/3.0"], "version": "0.5"}"#)
        == ["zlib@1", "cmake@1"])
    #expect(
      try found(RenvLock.self, #"{"R": {"Version": "4"}, "Packages": {"dplyr": {"Package": "dplyr"}}}"#) == ["dplyr@1"])
    #expect(
      try found(TerraformLock.self, "provider \"registry.terraform.io/hashicorp/aws\" {\n  version = \"5.0.0\"\n}\n")
        == ["hashicorp/aws@1"])
    #expect(
      try found(Cartfile.self, "github \"Alamofire/Alamofire\" \"5.8.0\"\n", path: "Cartfile.resolved")
        == ["Alamofire/Alamofire@1"])
  }

  @Test(arguments: ["", "{", "]", "{\"a", "{\"packages\": {\"x\"", String(repeating: "[", count: 100)])
  func aLockThatIsNoJSONIsAnError(_ text: String) {
    #expect(throws: ManifestError.self) { try NPMLock.dependencies(in: ManifestText(text)) }
  }

  @Test func whatAManifestAsksForIsNotTransitive() throws {
    let manifest = #"{"dependencies": {"react": "19"}, "devDependencies": {"vite": "6"}}"#
    let lock =
      #"{"packages": {"node_modules/react": {}, "node_modules/vite": {}, "node_modules/rollup": {}}}"#
    let report = try detect(["package.json": manifest, "package-lock.json": lock])
    let react = try #require(report.technology("React"))
    #expect(react.evidence.map(\.kind) == [.dependency])
    #expect(react.relation == .direct)
    #expect(report.technology("Vite")?.relation == .development)
    let rollup = try #require(report.technology("Rollup"))
    #expect(rollup.relation == .transitive)
    #expect(abs(rollup.confidence - 0.3) < 1e-9)
    #expect(rollup.evidence.map(\.path) == ["package-lock.json"])
  }

  @Test func indirectModulesOfGoAreTransitive() throws {
    let text = "module x\nrequire (\n\tgithub.com/gin-gonic/gin v1.9.0\n\tgithub.com/lib/pq v1.0.0 // indirect\n)\n"
    let report = try detect(["go.mod": text])
    #expect(report.technology("Gin")?.relation == .direct)
    #expect(report.technology("PostgreSQL")?.relation == .transitive)
  }
}
