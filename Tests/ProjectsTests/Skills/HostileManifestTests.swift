import Dispatch
import Foundation
import Projects
import Synchronization
import Testing

@Suite struct HostileManifestTests {
  private func onlyWarning(_ files: [String: String]) throws -> SkillsWarning {
    let warnings = try detect(files).warnings
    #expect(warnings.count == 1)
    return try #require(warnings.first)
  }

  @Test(arguments: [
    ("package.json", "{\"dependencies\": "), ("package.json", "[]"), ("package.json", "\u{1}"),
    ("Cargo.toml", "[dependencies\n"), ("pyproject.toml", "a = \n"), ("docker-compose.yml", "a: [1, 2\n"),
    ("pom.xml", "<project><dependency"), ("compose.yml", "a: *nobody\n"), ("compose.yml", "a: 1\na: 2\n"),
    ("compose.yml", "\t- a: b: c\n"),
  ])
  func aMalformedManifestIsAWarning(_ path: String, _ text: String) throws {
    let warning = try onlyWarning([path: text, "a.go": "package a\n"])
    #expect(warning.code == .malformedManifest)
    #expect(warning.path == path)
    #expect(try detect([path: text, "a.go": "package a\n"]).bytes == 10)
  }

  @Test func aHugeManifestIsAWarning() throws {
    let warning = try onlyWarning(["package.json": String(repeating: " ", count: (1 << 20) + 1)])
    #expect(warning.code == .manifestTooLarge)
  }

  @Test func deepNestingIsRefusedNotFollowed() throws {
    for (path, text) in [
      ("package.json", String(repeating: "[", count: 500_000)),
      ("pyproject.toml", "a = " + String(repeating: "[", count: 500_000)),
      ("Cargo.toml", String(repeating: "a.", count: 200_000) + "a = 1"),
      ("compose.yml", String(repeating: "[", count: 500_000)),
      ("compose.yml", String(repeating: "{a: ", count: 100_000)),
      ("compose.yml", String(repeating: "- ", count: 300_000)),
    ] {
      #expect(try onlyWarning([path: text]).code == .malformedManifest, "\(path)")
    }
  }

  @Test func aBombOfAliasesIsDefused() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let alias = "*a\(level - 1)"
      text += "a\(level): &a\(level) [" + Array(repeating: alias, count: 9).joined(separator: ", ") + "]\n"
    }
    // As the key of a mapping a node is hashed with all that is below it.
    text += "? *a30\n: x\nservices: {db: {image: postgres}}\n"
    #expect(try detect(["compose.yml": text]).technology("PostgreSQL") != nil)
  }

  @Test func aWideBombBelowTheLimitIsHarmless() throws {
    var text = "a0: &a0 [x, x, x]\n"
    for level in 1...7 {
      text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n"
    }
    text += "? *a7\n: x\nservices: {db: {image: postgres}}\njobs: *a7\n"
    #expect(try detect(["compose.yml": text, ".github/workflows/w.yml": text]).technology("PostgreSQL") != nil)
  }

  @Test func manyDependenciesAreCutWithAWarning() throws {
    let names = (0..<6000).map { "\"p\($0)\": \"1\"" }.joined(separator: ",")
    let warning = try onlyWarning(["package.json": "{\"dependencies\": {\(names)}}"])
    #expect(warning.code == .manifestTooLarge)
  }

  @Test func manyWarningsAreCounted() throws {
    var files: [String: String] = [:]
    for index in 0..<80 { files["p\(index)/package.json"] = "{" }
    let warnings = try detect(files).warnings
    #expect(warnings.count == 51)
    #expect(warnings.last?.message == "There are 30 more warnings.")
  }

  @Test func namesAndPathsThatAreNoUTF8AreShownRepaired() throws {
    let entry = TreeEntry(pathBytes: [0xFF] + Array(".go".utf8), size: 3)
    struct OneFile: SourceTree {
      let entry: TreeEntry
      var headOID: String? { nil }
      var branch: String? { nil }
      func entries() -> [TreeEntry] { [entry] }
      func read(_ entry: TreeEntry, limit: Int) -> [UInt8] { Array("abc".utf8) }
    }
    let go = try #require(try SkillsDetector.detect(in: OneFile(entry: entry)).language("Go"))
    #expect(go.evidence.first?.path == "\u{FFFD}.go")
  }

  @Test func theDeepestYAMLAllowedFitsTheStackOfAWorker() {
    // The parser itself refuses more than 1,000 levels.
    let text = String(repeating: "[a, ", count: 990) + "b" + String(repeating: "]", count: 990)
    let deepest = text + "\n---\n"
    let report = Mutex<SkillsReport?>(nil)
    let ended = DispatchSemaphore(value: 0)
    let thread = Thread {
      do {
        let found = try detect([".github/workflows/w.yml": deepest])
        report.withLock { $0 = found }
      } catch {
        Issue.record(error)
      }
      ended.signal()
    }
    // The least a worker thread of the daemon is given.
    thread.stackSize = 1 << 20
    thread.start()
    ended.wait()
    #expect(report.withLock { $0?.warnings } == [])
  }

  @Test func keysWithEscapesAreReadWithoutASearch() throws {
    let names = (0..<20_000).map { #""\u0070\#($0)": "1""# }.joined(separator: ",\n")
    let report = try detect(["package.json": "{\n\"dependencies\": {\n\(names),\n\"\\u0070g\": \"8\"}}"])
    #expect(report.warnings.map(\.code) == [.manifestTooLarge])
    let postgres = try detect(["package.json": "{\n\"dependencies\": {\n\"\\u0070g\": \"8\"}}"]).technology(
      "PostgreSQL")
    #expect(postgres?.evidence.first?.line == 2)
  }

  @Test func longLinesAndManyTagsTakeOnePass() throws {
    let report = try detect([
      "pom.xml": String(repeating: "<dependency>", count: 8_000),
      "App.csproj": String(repeating: "<PackageReference Include='", count: 4_000) + "x'/>",
      "requirements.txt": String(repeating: "a", count: 100_000),
      "Gemfile": String(repeating: "gem '", count: 20_000),
      "Package.swift": String(repeating: ".package(", count: 10_000),
      "Dockerfile": String(repeating: "FROM ", count: 20_000),
      "mix.exs": String(repeating: "{:a, ", count: 20_000),
      "main.tf": String(repeating: "required_providers { source ", count: 3_000),
      "build.gradle": String(repeating: "'a.b:c' ", count: 13_000),
    ])
    #expect(report.files == 9)
  }
}
