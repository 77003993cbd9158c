import Glibc
import JobModel
import Testing

@testable import Projects

@Suite struct LocalTreeTests {
  let sandbox = GitSandbox()

  func tree(_ name: String = "a") throws -> any SourceTree {
    try sandbox.open(sandbox.project(local: name)).tree
  }

  @Test func `an edit that was only saved is seen`() throws {
    sandbox.repository("a", ["PLAN.md": "- [ ] one\n"])
    sandbox.write("a/PLAN.md", "- [x] one\n")
    #expect(try tree().text("PLAN.md") == "- [x] one\n")
  }

  @Test func `untracked files count and ignored ones do not`() throws {
    sandbox.repository("a", [".gitignore": "*.log\nbuild/\n", "kept": "1"])
    sandbox.write("a/new.txt", "2")
    sandbox.write("a/x.log", "3")
    sandbox.write("a/build/out.txt", "4")
    #expect(try tree().paths() == [".gitignore", "kept", "new.txt"])
  }

  @Test func `the user's own excludes hold`() throws {
    sandbox.write("home/.config/git/ignore", "*.swp\n")
    sandbox.repository("a", ["kept": "1"])
    sandbox.write("a/.kept.swp", "2")
    #expect(try tree().paths() == ["kept"])
  }

  @Test func `a deleted file is no longer there`() throws {
    sandbox.repository("a", ["gone": "1", "kept": "2"])
    #expect(unlink(sandbox.path("a/gone")) == 0)
    #expect(try tree().paths() == ["kept"])
  }

  @Test func `size, mode and order are those of the file system`() throws {
    sandbox.repository("a", ["b/x": "12345", "a": "1", "c": ""])
    chmod(sandbox.path("a/a"), 0o755)
    let entries = try tree().entries()
    #expect(entries.map(\.path) == ["a", "b/x", "c"])
    #expect(entries.map(\.size) == [1, 5, 0])
    #expect(entries.map(\.isExecutable) == [true, false, false])
  }

  @Test func `a file is read up to the limit`() throws {
    let text = String(repeating: "0123456789", count: 20_000)
    sandbox.repository("a", ["big": text])
    #expect(try tree().text("big", limit: 7) == "0123456")
    #expect(try tree().text("big", limit: 0) == "")
    #expect(try tree().text("big", limit: 1 << 20) == text)
  }

  @Test func `head and branch are told`() throws {
    sandbox.repository("a", ["x": "1"])
    #expect(try tree().headOID == sandbox.git("rev-parse", "HEAD", in: "a"))
    #expect(try tree().branch == "main")
  }

  @Test func `a branch without commits has files but no head`() throws {
    sandbox.repository("a")
    sandbox.write("a/PLAN.md", "- [ ] first\n")
    let tree = try tree()
    #expect(tree.headOID == nil)
    #expect(tree.branch == "main")
    #expect(try tree.paths() == ["PLAN.md"])
  }

  @Test func `a detached head has no branch`() throws {
    sandbox.repository("a", ["x": "1"])
    sandbox.git("checkout", "--quiet", "--detach", in: "a")
    #expect(try tree().headOID != nil)
    #expect(try tree().branch == nil)
  }

  @Test func `a linked work tree shows its own branch and files`() throws {
    sandbox.repository("a", ["x": "1"])
    sandbox.git("worktree", "add", "--quiet", "-b", "side/branch", "../b", in: "a")
    sandbox.write("b/only-here", "2")
    #expect(try tree("b").branch == "side/branch")
    #expect(try tree("b").paths() == ["only-here", "x"])
  }

  @Test func `a file in conflict is listed once`() throws {
    sandbox.repository("a", ["x": "1"])
    sandbox.git("checkout", "--quiet", "-b", "other", in: "a")
    sandbox.commit("a", ["x": "2"])
    sandbox.git("checkout", "--quiet", "main", in: "a")
    sandbox.commit("a", ["x": "3"])
    sandbox.git(["merge-file", "--quiet", "x", "x", "x"], in: "a")
    // -i: into the index alone. Otherwise git compares file times with those in the index, which a second cannot tell apart.
    sandbox.git("read-tree", "-i", "-m", "main~1", "main", "other", in: "a")
    #expect(sandbox.git("ls-files", "--unmerged", in: "a").split(separator: "\n").count == 3)
    #expect(try tree().paths() == ["x"])
  }

  @Test func `a name that is not UTF-8 is shown repaired and opens`() throws {
    sandbox.repository("a")
    let name = Array(sandbox.path("a/caf").utf8CString.dropLast()) + [CChar(bitPattern: 0xE9), 0]
    let file = creat(name, 0o644)
    #expect(Glibc.write(file, "hot", 3) == 3)
    close(file)
    let tree = try tree()
    let entry = try #require(try tree.entries().first)
    #expect(entry.path == "caf\u{FFFD}")
    #expect(entry.isPathRepaired)
    #expect(try tree.read(entry, limit: 10) == Array("hot".utf8))
  }

  @Test func `links are left out, and never followed`() throws {
    sandbox.write("outside/secret", "secret")
    sandbox.repository("a", ["dir/file": "1", "real": "2"])
    #expect(symlink(sandbox.path("outside/secret"), sandbox.path("a/PLAN.md")) == 0)
    let before = try tree().entries()
    #expect(before.map(\.path) == ["dir/file", "real"])

    // A tracked directory becomes a link to a place that has a file of the same name.
    sandbox.write("outside/file", "secret")
    #expect(rename(sandbox.path("a/dir"), sandbox.path("moved")) == 0)
    #expect(symlink(sandbox.path("outside"), sandbox.path("a/dir")) == 0)
    let tree = try tree()
    #expect(try tree.paths() == ["real"])
    let error = #expect(throws: JobError.self) { try tree.read(before[0], limit: 10) }
    #expect(error?.kind == "fileUnreadable")
    #expect(error?.message.contains("symbolic link") == true)
  }

  @Test(arguments: ["../outside", "/etc/passwd", "dir/../../outside", "", "dir//x", "."])
  func `an entry made up to lead outside opens nothing`(path: String) throws {
    sandbox.write("outside", "secret")
    sandbox.repository("a", ["dir/x": "1"])
    #expect(throws: JobError.self) { try tree().read(TreeEntry(path: path, size: 1), limit: 10) }
  }

  @Test func `a fifo does not hold the reader`() throws {
    sandbox.repository("a", ["pipe": "1"])
    let tree = try tree()
    let entry = try #require(try tree.entries().first)
    #expect(unlink(sandbox.path("a/pipe")) == 0 && mkfifo(sandbox.path("a/pipe"), 0o644) == 0)
    #expect(throws: JobError.self) { try tree.read(entry, limit: 10) }
  }

  @Test func `submodules and repositories inside are left out`() throws {
    sandbox.repository("library", ["code.c": "1"])
    sandbox.repository("a", ["x": "1"])
    sandbox.git("submodule", "--quiet", "add", sandbox.path("library"), "vendor/library", in: "a")
    sandbox.repository("a/nested", ["y": "2"])
    #expect(try tree().paths() == [".gitmodules", "x"])
  }

  @Test func `a work tree that the configuration places elsewhere is not read`() throws {
    sandbox.write("outside/secret", "secret")
    sandbox.repository("a", ["x": "1"])
    sandbox.git("config", "core.worktree", sandbox.path("outside"), in: "a")
    #expect(try tree().paths() == ["x"])
  }

  @Test func `a bare repository is read from its commit`() throws {
    sandbox.repository("a", ["PLAN.md": "- [ ] one\n", "run.sh": "x"])
    chmod(sandbox.path("a/run.sh"), 0o755)
    sandbox.commit("a", [:], message: "mode")
    sandbox.git("clone", "--quiet", "--bare", "a", "b.git", in: ".")
    let tree = try tree("b.git")
    #expect(tree.branch == "main")
    #expect(tree.headOID == sandbox.git("rev-parse", "HEAD", in: "a"))
    #expect(try tree.entries().map(\.isExecutable) == [false, true])
    #expect(try tree.text("PLAN.md") == "- [ ] one\n")
  }

  @Test func `a directory that is gone is told from one without a repository`() {
    sandbox.write("plain/x", "1")
    let missing = #expect(throws: JobError.self) { try tree("nowhere") }
    #expect(missing?.kind == "pathNotFound")
    #expect(missing?.message.contains(sandbox.path("nowhere")) == true)
    let plain = #expect(throws: JobError.self) { try tree("plain") }
    #expect(plain?.kind == "notARepository")
    #expect(plain?.isRetryable == false)
  }

  @Test func `a repository around a project that lost its own is not read instead`() {
    sandbox.repository("a", ["x": "1"])
    sandbox.repository("a/inner", ["y": "2"])
    #expect(rename(sandbox.path("a/inner/.git"), sandbox.path("gone")) == 0)
    let error = #expect(throws: JobError.self) { try tree("a/inner") }
    #expect(error?.kind == "notARepository")
    #expect(error?.message.contains("inside the repository \(sandbox.path("a"));") == true)
  }

  @Test func `a broken repository fails with git's own words`() {
    sandbox.repository("a", ["x": "1"])
    sandbox.write("a/.git/config", "[core\n")
    let error = #expect(throws: JobError.self) { try tree() }
    #expect(error?.kind == "gitFailed")
    #expect(error?.step == "resolving")
    #expect(error?.exitCode == 128)
    #expect(error?.stderrTail?.contains("bad config") == true)
  }
}
