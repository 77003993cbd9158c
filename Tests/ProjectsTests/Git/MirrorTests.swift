import Glibc
import JobModel
import Testing

@testable import Projects

@Suite struct MirrorTests {
  let sandbox = GitSandbox()

  func remote(_ name: String = "a") -> Project { sandbox.project(remote: "file://\(sandbox.path(name))") }

  /// Opens the remote, and tells whether it was fetched.
  func refresh(_ name: String = "a") throws -> (source: OpenedSource, fetched: Bool) {
    var fetched = false
    let source = try sandbox.open(remote(name), fetching: { _ in fetched = true })
    return (source, fetched)
  }

  @Test func `a remote is read without a checkout`() throws {
    sandbox.repository("a", ["PLAN.md": "- [ ] one\n", "src/run.sh": "x"])
    chmod(sandbox.path("a/src/run.sh"), 0o755)
    #expect(symlink("PLAN.md", sandbox.path("a/link")) == 0)
    sandbox.commit("a", [:])
    let tree = try refresh().source.tree
    let entries = try tree.entries()
    #expect(entries.map(\.path) == ["PLAN.md", "src/run.sh"])
    #expect(entries.map(\.isExecutable) == [false, true])
    #expect(entries.map(\.size) == [10, 1])
    #expect(entries[0].oid == sandbox.git("rev-parse", "HEAD:PLAN.md", in: "a"))
    #expect(try tree.text("PLAN.md") == "- [ ] one\n")
    #expect(tree.headOID == sandbox.git("rev-parse", "HEAD", in: "a"))
    #expect(tree.branch == "main")
    #expect(!sandbox.exists("state/mirrors/\(remote().id).git/PLAN.md"))
  }

  @Test func `blobs are read in any order and up to the limit`() throws {
    sandbox.repository("a", ["1": String(repeating: "a\n", count: 200_000), "2": "", "3": "three"])
    let tree = try refresh().source.tree
    let entries = try tree.entries()
    #expect(try tree.read(entries[0], limit: 3) == Array("a\na".utf8))
    #expect(try tree.read(entries[2], limit: 100) == Array("three".utf8))
    #expect(try tree.read(entries[1], limit: 100) == [])
    #expect(try tree.read(entries[0], limit: 1 << 20).count == 400_000)
  }

  @Test func `only one commit is fetched`() throws {
    sandbox.repository("a", ["x": "1"])
    sandbox.commit("a", ["x": "2"])
    let tree = try refresh().source.tree
    let mirror = "state/mirrors/\(remote().id).git"
    #expect(sandbox.git("rev-list", "--count", tree.headOID ?? "", in: mirror) == "1")
  }

  @Test func `a second refresh sees the new commit, and a third has nothing to fetch`() throws {
    sandbox.repository("a", ["PLAN.md": "- [ ] one\n"])
    #expect(try refresh().fetched)
    sandbox.commit("a", ["PLAN.md": "- [x] one\n"])
    try {
      let second = try refresh()
      #expect(second.fetched)
      #expect(try second.source.tree.text("PLAN.md") == "- [x] one\n")
    }()
    let third = try refresh()
    #expect(!third.fetched)
    #expect(third.source.tree.headOID == sandbox.git("rev-parse", "HEAD", in: "a"))
  }

  @Test func `a rewritten history is followed`() throws {
    sandbox.repository("a", ["x": "1"])
    sandbox.commit("a", ["x": "2"])
    _ = try refresh()
    sandbox.git("reset", "--quiet", "--hard", "HEAD~1", in: "a")
    #expect(try refresh().source.tree.text("x") == "1")
  }

  @Test func `an empty remote gives an empty tree`() throws {
    sandbox.repository("a")
    try {
      let (source, fetched) = try refresh()
      #expect(!fetched)
      #expect(try source.tree.entries().isEmpty)
      #expect(source.tree.headOID == nil)
      #expect(source.warnings == ["The remote repository is empty."])
    }()
    sandbox.commit("a", ["x": "1"])
    #expect(try refresh().source.tree.paths() == ["x"])
  }

  @Test func `a remote with SHA-256 ids works, also in place of one with SHA-1`() throws {
    sandbox.repository("old", ["x": "1"])
    sandbox.repository("a", ["x": "256"], options: "--object-format=sha256")
    #expect(try refresh().source.tree.headOID?.count == 64)
    #expect(try refresh().source.tree.text("x") == "256")
    #expect(try refresh("old").source.tree.headOID?.count == 40)
    #expect(try refresh().source.tree.text("x") == "256")
  }

  @Test func `a detached remote head has no branch`() throws {
    sandbox.repository("a", ["x": "1"])
    sandbox.git("checkout", "--quiet", "--detach", in: "a")
    #expect(try refresh().source.tree.branch == nil)
  }

  @Test func `main stands in for a head that names no branch`() throws {
    sandbox.repository("a", ["x": "1"])
    sandbox.git("branch", "other", in: "a")
    sandbox.git("symbolic-ref", "HEAD", "refs/heads/gone", in: "a")
    let source = try refresh().source
    #expect(source.tree.branch == "main")
    #expect(try source.tree.paths() == ["x"])
    #expect(source.warnings.count == 1)
  }

  @Test func `a broken mirror is made anew`() throws {
    sandbox.repository("a", ["x": "1"])
    _ = try refresh()
    let mirror = "state/mirrors/\(remote().id).git"
    sandbox.write("\(mirror)/refs/gantry/head", "garbage\n")
    #expect(try refresh().source.tree.text("x") == "1")
    sandbox.write("\(mirror)/HEAD", "garbage\n")
    #expect(try refresh().source.tree.text("x") == "1")
  }

  @Test func `a mirror does not collect packs without end`() throws {
    sandbox.repository("a", ["x": "0"])
    for number in 1...(PackFiles.many + 3) {
      sandbox.commit("a", ["x": "\(number)"])
      #expect(try refresh().source.tree.text("x") == "\(number)")
    }
    #expect(PackFiles.count(in: sandbox.path("state/mirrors/\(remote().id).git")) <= PackFiles.many)
  }

  @Test func `a missing repository is an error that names the step and what to do`() {
    let error = #expect(throws: JobError.self) { try refresh("nowhere") }
    #expect(error?.kind == "gitFailed")
    #expect(error?.step == "resolving")
    #expect(error?.exitCode == 128)
    #expect(error?.isRetryable == false)
    #expect(error?.message.contains("Check the URL") == true)
    #expect(error?.stderrTail?.contains(sandbox.path("nowhere")) == true)
  }

  @Test func `a server that cannot be reached may be tried again`() {
    let error = #expect(throws: JobError.self) { try sandbox.open(sandbox.project(remote: "https://127.0.0.1:1/r")) }
    #expect(error?.kind == "gitFailed")
    #expect(error?.isRetryable == true)
  }

  @Test func `a repository larger than allowed is refused`() {
    let noise = (0..<30_000).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined(separator: "\n")
    sandbox.repository("a", ["noise": noise])
    sandbox.configuration.maximumPackBytes = 20_000
    let error = #expect(throws: JobError.self) { try refresh() }
    #expect(error?.kind == "repositoryTooLarge", "\(error.debugDescription)")
    #expect(error?.step == "fetching")
    #expect(error?.message.contains("20000") == true)
    #expect(PackFiles.removeUnfinished(in: sandbox.path("state/mirrors/\(remote().id).git")) == nil, "it was tidied up")
  }

  @Test func `objects that git finds malformed are read with a warning`() throws {
    sandbox.repository("a", ["x": "1"])
    let commit =
      "tree \(sandbox.git("rev-parse", "HEAD^{tree}", in: "a"))\nauthor A <a@b.c> bad\ncommitter A <a@b.c> 1 +0000\n\nm\n"
    let oid = sandbox.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", in: "a", input: commit)
    sandbox.git("update-ref", "refs/heads/main", oid, in: "a")
    let source = try refresh().source
    #expect(source.tree.headOID == oid)
    #expect(source.warnings.count == 1)
    #expect(try source.tree.text("x") == "1")
  }

  @Test func `a mirror in use is waited for, and waiting can be cancelled`() throws {
    sandbox.repository("a", ["x": "1"])
    let holder = try refresh().source
    let error = #expect(throws: JobError.self) { try sandbox.open(remote(), isCancelled: { true }) }
    #expect(error == .cancelled)
    sandbox.configuration.gitTimeoutSeconds = 0
    let busy = #expect(throws: JobError.self) { try sandbox.open(remote()) }
    #expect(busy?.kind == "mirrorBusy")
    #expect(busy?.isRetryable == true)
    withExtendedLifetime(holder) {}
  }

  @Test func `a fetch ends when its job is cancelled`() throws {
    sandbox.repository("a", ["x": "1"])
    let marker = sandbox.path("fetching")
    sandbox.configuration.gitPath = sandbox.script(
      "git", "case \"$*\" in *' fetch '*) touch \(marker); exec sleep 1000;; esac; exec \(GitSandbox.gitPath) \"$@\"")
    let error = #expect(throws: JobError.self) {
      try sandbox.open(remote(), isCancelled: { access(marker, F_OK) == 0 })
    }
    #expect(error == .cancelled)
    #expect(sandbox.exists("fetching"))
  }

  @Test func `a remote that does not answer is given up`() {
    sandbox.configuration.gitPath = sandbox.script("git", "echo waiting >&2; exec sleep 1000")
    sandbox.configuration.resolveTimeoutSeconds = 1
    let error = #expect(throws: JobError.self) { try refresh() }
    #expect(error?.kind == "gitTimedOut")
    #expect(error?.step == "resolving")
    #expect(error?.stderrTail == "waiting")
    #expect(error?.isRetryable == true)
  }

  @Test func `a missing git is named`() {
    sandbox.configuration.environment["PATH"] = sandbox.path("home")
    let error = #expect(throws: JobError.self) { try refresh() }
    #expect(error?.kind == "gitMissing")
  }

  @Test func `what git says is kept without credentials`() {
    sandbox.configuration.gitPath = sandbox.script(
      "git",
      "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do echo \"line $i\" >&2; done\n"
        + "printf 'Receiving 10%%\\rReceiving 90%%\\n' >&2\n"
        + "echo \"fatal: unable to access 'https://me:s3cr3t@example.com/r'\" >&2; exit 128")
    let error = #expect(throws: JobError.self) { try refresh() }
    #expect(error?.stderrTail?.hasSuffix("Receiving 90%\nfatal: unable to access 'https://***@example.com/r'") == true)
    #expect(error?.stderrTail?.split(separator: "\n").count == GitFailure.tailLines)
    #expect(error?.message.contains("s3cr3t") == false)
    #expect(error?.message.contains("https://***@example.com/r") == true)
  }
}
