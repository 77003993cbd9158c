import Testing

@testable import Projects

@Suite struct MatchingTests {
  @Test(arguments: [
    ("*.js", "a.js", true), ("*.js", "a.jsx", false), ("a/*.js", "a/b/c.js", false), ("a/**/*.js", "a/b/c/d.js", true),
    ("a/**/*.js", "a/d.js", true), ("**/a", "a", true), ("**/a", "x/y/a", true), ("a/**", "a/b", true),
    ("a/**", "a", false), ("a/**", "b/a/c", false), ("?.c", "x.c", true), ("?.c", "xy.c", false),
    ("**/x/**/y", "x/y", true), ("**/x/**/y", "a/x/b/x/c/y", true), ("a*b*c", "aXbYbZc", true), ("*", ".hidden", true),
  ])
  func globsMatchAsWritten(_ pattern: String, _ path: String, _ expected: Bool) {
    #expect(Glob(pattern).matches(Array(path.utf8)) == expected)
  }

  @Test func aPatternOfManyStarsIsNoTrap() {
    let pattern = String(repeating: "*a", count: 200) + "b"
    #expect(!Glob(pattern).matches(Array(String(repeating: "a", count: 20_000).utf8)))
  }

  @Test func nameTablesFindExactNamesEndsAndBeginnings() {
    var table = NameTable()
    for (rule, pattern) in ["Makefile", "*.tf", "next.config.*", "a*z", "*.tf"].enumerated() {
      table.add(pattern, rule: rule)
    }
    #expect(table.rules(for: "Makefile") == [0])
    #expect(table.rules(for: "main.tf") == [1, 4])
    #expect(table.rules(for: "next.config.js") == [2])
    #expect(table.rules(for: "abcz") == [3])
    #expect(table.rules(for: "makefile").isEmpty)
  }

  @Test(arguments: [
    ("a.b.c", [".b.c", ".c"]), (".gitignore", []), ("dir.d/x", []), ("X.BLADE.PHP", [".blade.php", ".php"]), ("x.", []),
    ("..a.b", [".a.b", ".b"]),
  ])
  func extensionsBeginWithTheLongest(_ path: String, _ expected: [String]) {
    #expect(PathName(path).extensions == expected)
  }

  private func check(_ source: String) throws -> Check {
    let table = try RuleTable("t", text: "check\n\(source)")
    return try Check(source, row: #require(table.rows.first))
  }

  @Test func checksCombineAlternativesAndConjunctions() throws {
    let check = try check("line:a & content:b | start:'x '")
    func holds(_ text: String) -> Bool { check.holds(content: Array(text.utf8)) { _ in false } }
    #expect(holds("z\n  a b"))
    #expect(!holds("z\n za b"))
    #expect(!holds("a"))
    #expect(holds("\u{FEFF}\n x y"))
    #expect(!holds("xy"))
  }

  @Test func conditionsOnTheTreeAreAskedFor() throws {
    let check = try check("more:C++>C")
    #expect(check.needsLanguages)
    #expect(check.holds(content: []) { $0 == .more("C++", than: "C") })
  }

  @Test(arguments: ["nothing", "colour:red", "line:", "more:C"])
  func brokenChecksAreRefused(_ source: String) {
    #expect(throws: RuleError.self) { try check(source) }
  }

  @Test(arguments: [
    (Ecosystem.pypi, "Zope.Interface__x", "zope-interface-x"), (.go, "github.com/a/b/v5", "github.com/a/b"),
    (.go, "github.com/a/v", "github.com/a/v"), (.swiftpm, "https://github.com/Apple/Swift-NIO.git", "apple/swift-nio"),
    (.swiftpm, "git@github.com:vapor/vapor.git", "vapor/vapor"),
    (.docker, "docker.io/library/postgres:16@sha256:ab", "postgres"),
    (.docker, "localhost:5000/team/app", "localhost:5000/team/app"), (.docker, "postgres@sha256:ab", "postgres"),
    (.gha, "actions/checkout@v4", "actions/checkout"), (.cargo, "Async_Trait", "async-trait"),
    (.cocoapods, "Firebase/Auth", "Firebase"), (.nuget, "Npgsql", "npgsql"),
  ])
  func namesOfPackagesAreNormalized(_ ecosystem: Ecosystem, _ name: String, _ expected: String) {
    #expect(ecosystem.normalized(name) == expected)
  }

  @Test func aMirroredImageIsFoundUnderItsOwnName() {
    #expect(DockerImage.candidates("registry.example.org:5000/library/redis:7").last == "redis")
    #expect(DockerImage.candidates("public.ecr.aws/docker/library/redis").last == "redis")
    #expect(DockerImage.candidates("team/redis") == ["team/redis"])
  }
}
