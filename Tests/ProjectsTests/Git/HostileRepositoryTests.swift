import ChildProcess
import Glibc
import JobModel
import Testing

@testable import Projects

/// Repositories and configurations that try to run a program; each program would leave a file, the canary.
@Suite struct HostileRepositoryTests {
  let sandbox = GitSandbox()

  init() {
    _ = sandbox.script("attack", "touch \(sandbox.path("canary")); cat > /dev/null")
  }

  var attack: String { sandbox.path("attack") }
  var wasAttacked: Bool { sandbox.exists("canary") }

  /// Opens a project and reads all of it.
  func readAll(_ project: Project) throws {
    let tree = try sandbox.open(project).tree
    for entry in try tree.entries() { _ = try tree.read(entry, limit: 1 << 20) }
  }

  func readLocal(_ name: String = "a") throws { try readAll(sandbox.project(local: name)) }
  func readRemote(_ name: String = "a") throws { try readAll(sandbox.project(remote: "file://\(sandbox.path(name))")) }

  @Test func `the canary sings when an attack works`() {
    sandbox.repository("a", ["x": "1"])
    sandbox.git("config", "core.fsmonitor", attack, in: "a")
    sandbox.git("status", in: "a")
    #expect(wasAttacked)
  }

  @Test(arguments: [
    "core.fsmonitor", "core.sshCommand", "core.askPass", "core.pager", "core.editor", "core.gitProxy", "diff.external",
    "gpg.program", "credential.helper", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process",
    "core.alternateRefsCommand", "uploadpack.packObjectsHook", "trace2.eventTarget", "alias.ls-files",
    "sequence.editor",
  ])
  func `a program in the repository's configuration does not run`(key: String) throws {
    sandbox.repository("a", [".gitattributes": "* filter=evil\n", "x": "1"])
    sandbox.git("config", key, attack, in: "a")
    sandbox.write("a/x", "2")
    try readLocal()
    try readRemote()
    sandbox.git("config", "core.bare", "true", in: "a")
    try readAll(sandbox.project(local: "a/.git/.."))
    #expect(!wasAttacked)
  }

  @Test func `hooks do not run`() throws {
    sandbox.repository("a", ["x": "1"])
    for hook in ["post-index-change", "post-checkout", "reference-transaction", "pre-auto-gc", "fsmonitor-watchman"] {
      _ = sandbox.script("a/.git/hooks/\(hook)", "touch \(sandbox.path("canary"))")
    }
    sandbox.write("a/x", "2")
    try readLocal()
    try readRemote()
    #expect(!wasAttacked)
  }

  @Test func `hooks that the user's configuration installs do not run in a mirror`() throws {
    sandbox.repository("a", ["x": "1"])
    _ = sandbox.script("hooks/reference-transaction", "touch \(sandbox.path("canary"))")
    sandbox.git("config", "--global", "core.hooksPath", sandbox.path("hooks"), in: "a")
    try readRemote()
    #expect(!wasAttacked)
  }

  @Test func `a promisor remote is not asked for what is missing`() throws {
    sandbox.repository("b", ["x": "1"])
    sandbox.repository("a", ["x": "1", "y": "2"])
    let blob = sandbox.git("rev-parse", "HEAD:x", in: "a")
    #expect(unlink(sandbox.path("a/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))")) == 0)
    for (key, value) in [
      ("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"), ("remote.origin.promisor", "true"),
      ("remote.origin.url", sandbox.path("b")), ("remote.origin.uploadpack", "\(attack); git-upload-pack"),
    ] { sandbox.git("config", key, value, in: "a") }
    try readLocal()
    #expect(rename(sandbox.path("a/.git"), sandbox.path("a.git")) == 0)
    sandbox.git("--git-dir=a.git", "config", "core.bare", "true", in: ".")
    let tree = try sandbox.open(sandbox.project(local: "a.git")).tree
    #expect(try tree.paths() == ["y"], "a file whose object is missing cannot be read, so it is not listed")
    let missing = TreeEntry(path: "x", size: 2, oid: blob)
    #expect(throws: JobError.self) { try tree.read(missing, limit: 10) }
    #expect(try tree.text("y") == "2", "the conversation goes on after a missing object")
    #expect(!wasAttacked)
  }

  @Test func `a rewritten URL cannot reach a helper program`() throws {
    sandbox.git("config", "--global", "url.ext::\(attack) .insteadOf", "https://example.com/", in: ".")
    sandbox.git("config", "--global", "protocol.ext.allow", "always", in: ".")
    let error = #expect(throws: JobError.self) { try readAll(sandbox.project(remote: "https://example.com/r")) }
    #expect(error?.kind == "gitFailed")
    #expect(error?.message.contains("insteadOf") == true)
    #expect(!wasAttacked)
  }

  @Test func `a URL cannot be an option`() {
    let error = #expect(throws: JobError.self) { try readAll(sandbox.project(remote: "--upload-pack=\(attack)")) }
    #expect(error?.kind == "urlNotAllowed")
    #expect(!wasAttacked)
  }

  @Test func `programs of the repository are not found along a relative path`() throws {
    sandbox.repository("a", ["x": "1"])
    for program in ["git", "git-upload-pack", "sh"] {
      _ = sandbox.script("a/\(program)", "touch \(sandbox.path("canary"))")
    }
    sandbox.configuration.environment["PATH"] = ".::\(ExecutableSearch.defaultPath)"
    try readLocal()
    try readRemote()
    #expect(!wasAttacked)
  }

  @Test func `nobody is asked for credentials`() throws {
    sandbox.git("config", "--global", "core.askPass", attack, in: ".")
    sandbox.configuration.environment["SSH_ASKPASS"] = attack
    sandbox.configuration.environment["GIT_ASKPASS"] = attack
    sandbox.configuration.environment["GIT_SSH_COMMAND"] = attack
    sandbox.configuration.environment["GIT_EXEC_PATH"] = sandbox.root
    sandbox.repository("a", ["x": "1"])
    try readRemote()
    #expect(throws: JobError.self) { try readAll(sandbox.project(remote: "ssh://127.0.0.1:1/r")) }
    #expect(!wasAttacked)
  }

  @Test func `a link that stands for the plan leads nowhere in a mirror either`() throws {
    sandbox.repository("a", ["x": "1"])
    #expect(symlink("/etc/passwd", sandbox.path("a/PLAN.md")) == 0)
    sandbox.commit("a", [:])
    let tree = try sandbox.open(sandbox.project(remote: "file://\(sandbox.path("a"))")).tree
    #expect(try tree.paths() == ["x"])
  }
}
