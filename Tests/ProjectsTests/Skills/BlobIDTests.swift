import Testing

@testable import Projects

@Suite struct BlobIDTests {
  @Test func hashesAreThoseOfGit() {
    // The empty blob, and `hello` with an end of line, as `git hash-object` names them.
    #expect(ObjectHash.sha1(blob: []) == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
    #expect(ObjectHash.sha1(blob: Array("hello\n".utf8)) == "ce013625030ba8dba906f756967f9e9ca394464a")
    #expect(
      ObjectHash.sha256(blob: []) == "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813")
  }

  @Test(arguments: [0, 46, 47, 55, 56, 57, 63, 64, 65, 119, 120, 1000, 70_000])
  func hashesAgreeWithGitWhateverTheLength(_ length: Int) throws {
    let sandbox = GitSandbox()
    let content = String(repeating: "a", count: length)
    sandbox.repository("a", ["x": content])
    sandbox.repository("b", ["x": content], options: "--object-format=sha256")
    #expect(ObjectHash.sha1(blob: Array(content.utf8)) == sandbox.git("hash-object", "x", in: "a"))
    #expect(ObjectHash.sha256(blob: Array(content.utf8)) == sandbox.git("hash-object", "x", in: "b"))
  }

  @Test func evidenceNamesTheBlobOfCommitsAndOfWorkingTrees() throws {
    let sandbox = GitSandbox()
    sandbox.repository("a", ["package.json": #"{"dependencies": {"react": "19"}}"#, "a.js": "let a\n"])
    let committed = sandbox.git("rev-parse", "HEAD:package.json", in: "a")
    let before = try SkillsDetector.detect(in: sandbox.open(sandbox.project(local: "a")).tree)
    #expect(before.technology("React")?.evidence.map(\.blob) == [committed])

    sandbox.write("a/package.json", #"{"dependencies": {"react": "20"}}"#)
    let after = try SkillsDetector.detect(in: sandbox.open(sandbox.project(local: "a")).tree)
    #expect(after.technology("React")?.evidence.map(\.blob) == [sandbox.git("hash-object", "package.json", in: "a")])

    sandbox.git("clone", "--quiet", "--bare", "a", "bare.git", in: ".")
    let bare = try SkillsDetector.detect(in: sandbox.open(sandbox.project(local: "bare.git")).tree)
    #expect(bare.technology("React")?.evidence.map(\.blob) == [committed])
    #expect(bare.language("JavaScript")?.evidence.map(\.blob) == [sandbox.git("rev-parse", "HEAD:a.js", in: "a")])
  }

  @Test func aFileTooLargeToHashIsStillEvidence() throws {
    var limits = SkillsLimits()
    limits.hashedBytes = 4
    let report = try SkillsDetector.detect(in: FakeTree(["a.go": "package a\n", "b.go": "x"]), limits: limits)
    #expect(report.language("Go")?.evidence.map(\.blob) == [nil, ObjectHash.sha1(blob: Array("x".utf8))])
  }
}
