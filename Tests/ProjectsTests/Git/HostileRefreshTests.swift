import ChildProcess
import Glibc
import JSON
import JobModel
import Testing

@testable import Projects

/// Whole refreshes of repositories that were made to harm: each gives what can be had and says what cannot, or fails
/// with a clear error. None runs anything; each program would leave a file, the canary.
@Suite struct HostileRefreshTests {
  let sandbox = GitSandbox()
  static let plan = "- [x] one\n- [ ] two\n"

  init() {
    _ = sandbox.script("attack", "touch \(sandbox.path("canary")); cat > /dev/null")
  }

  var attack: String { sandbox.path("attack") }

  @discardableResult
  func refresh(_ project: Project, _ type: String = "refresh") throws -> JSON {
    let handler = try #require(Projects.handlers(sandbox.configuration).first { $0.type == type })
    let job = Job(
      id: JobID(high: 5, low: 6), type: type, projectID: project.id, userID: "0",
      createdAt: Timestamp(milliseconds: 0), runAt: Timestamp(milliseconds: 0))
    return try JSON.parse(try handler.run(JobWork(job: job, project: project), RecordingContext()).result)
  }

  func warnings(_ result: JSON) -> String {
    (result["warnings"]?.arrayValue ?? []).compactMap(\.stringValue).joined(separator: "\n")
  }

  func local(_ name: String = "a") -> Project { sandbox.project(local: name) }
  func remote(_ name: String = "a") -> Project { sandbox.project(remote: "file://\(sandbox.path(name))") }

  @Test(arguments: [
    "core.hooksPath", "core.fsmonitor", "core.sshCommand", "diff.evil.textconv", "diff.evil.command", "diff.external",
    "filter.evil.clean", "filter.evil.process", "alias.rev-parse", "alias.cat-file", "merge.evil.driver",
  ])
  func `a refresh runs no program of the repository's configuration`(key: String) throws {
    sandbox.repository("a", [".gitattributes": "* filter=evil diff=evil merge=evil\n", "PLAN.md": Self.plan])
    sandbox.git("config", key, attack, in: "a")
    sandbox.write("a/PLAN.md", Self.plan + "- [ ] three\n")
    #expect(try refresh(local())["tasks_count"]?.intValue == 3)
    #expect(try refresh(remote())["tasks_count"]?.intValue == 2)
    #expect(!sandbox.exists("canary"))
  }

  @Test func `nor one of a file that the configuration includes`() throws {
    sandbox.repository("a", ["PLAN.md": Self.plan])
    sandbox.write("included", "[core]\n fsmonitor = \(attack)\n sshCommand = \(attack)\n hooksPath = \(sandbox.root)\n")
    sandbox.git("config", "include.path", sandbox.path("included"), in: "a")
    #expect(try refresh(local())["tasks_count"]?.intValue == 2)
    #expect(!sandbox.exists("canary"))
  }

  @Test(arguments: ["inside.md", "../outside.md", "/dev/zero", "pipe", "nowhere", "PLAN.md"])
  func `a plan that is a link is not read, and the result says so`(target: String) throws {
    sandbox.repository("a", ["main.c": "int main;\n", "inside.md": Self.plan])
    sandbox.write("outside.md", Self.plan)
    #expect(mkfifo(sandbox.path("a/pipe"), 0o600) == 0)
    #expect(symlink(target, sandbox.path("a/PLAN.md")) == 0)
    sandbox.git("add", "PLAN.md", in: "a")
    sandbox.git("commit", "--quiet", "--message", "link", in: "a")
    for project in [local(), remote()] {
      let result = try refresh(project)
      #expect(result["tasks_count"]?.intValue == 0)
      #expect(result["skills_count"]?.intValue == 1)
      #expect(warnings(result).contains("PLAN.md is a symbolic link"), "\(warnings(result))")
    }
  }

  @Test func `a plan that is a pipe is not waited for`() throws {
    sandbox.repository("a", ["main.c": "int main;\n", "PLAN.md": Self.plan])
    #expect(unlink(sandbox.path("a/PLAN.md")) == 0 && mkfifo(sandbox.path("a/PLAN.md"), 0o600) == 0)
    let result = try refresh(local())
    #expect(result["tasks_count"]?.intValue == 0)
    #expect(warnings(result).contains("PLAN.md is a device, a pipe or a socket"), "\(warnings(result))")
  }

  @Test(arguments: ["config", "HEAD", "packed-refs", "index", "info/exclude", "../.gitignore"])
  func `a pipe where git keeps its files is named`(file: String) throws {
    sandbox.repository("a", ["PLAN.md": Self.plan])
    unlink(sandbox.path("a/.git/\(file)"))
    #expect(mkfifo(sandbox.path("a/.git/\(file)"), 0o600) == 0)
    let error = #expect(throws: JobError.self) { try refresh(local()) }
    #expect(error?.kind == "notARepository")
    #expect(error?.message.contains(file == "../.gitignore" ? ".gitignore" : file) == true)
  }

  @Test func `a pipe that the configuration includes ends at the wall clock`() throws {
    sandbox.repository("a", ["PLAN.md": Self.plan])
    #expect(mkfifo(sandbox.path("pipe"), 0o600) == 0)
    sandbox.git("config", "include.path", sandbox.path("pipe"), in: "a")
    sandbox.configuration.gitTimeoutSeconds = 1
    let error = #expect(throws: JobError.self) { try refresh(local()) }
    #expect(error?.kind == "gitTimedOut")
  }

  @Test func `a configuration without an end is git's to refuse`() throws {
    sandbox.repository("a", ["PLAN.md": Self.plan])
    sandbox.git("config", "include.path", "/dev/zero", in: "a")
    let error = #expect(throws: JobError.self) { try refresh(local()) }
    #expect(error?.kind == "gitFailed")
  }

  @Test func `submodules are neither fetched nor read`() throws {
    sandbox.repository("a", ["PLAN.md": Self.plan])
    let head = sandbox.git("rev-parse", "HEAD", in: "a")
    sandbox.write(
      "a/.gitmodules", "[submodule \"m\"]\n path = m\n url = ext::\(attack)\n update = !\(attack)\n")
    sandbox.git("update-index", "--add", "--cacheinfo", "160000,\(head),m", in: "a")
    sandbox.git("add", ".gitmodules", in: "a")
    sandbox.git("commit", "--quiet", "--message", "module", in: "a")
    for project in [local(), remote()] { #expect(try refresh(project)["tasks_count"]?.intValue == 2) }
    #expect(!sandbox.exists("canary"))
  }

  @Test func `of a plan of five gigabytes the beginning is read`() throws {
    sandbox.repository("a", ["main.c": "int main;\n"])
    sandbox.write("a/PLAN.md", Self.plan)
    #expect(truncate(sandbox.path("a/PLAN.md"), 5 << 30) == 0)
    let result = try refresh(local(), "project_processing")
    #expect(result["tasks_count"]?.intValue == 2)
    #expect(warnings(result).contains("PLAN.md"), "\(warnings(result))")
  }

  @Test func `of a huge blob git is not asked for the end`() throws {
    sandbox.repository("a", ["main.c": "int main;\n"])
    sandbox.write("a/PLAN.md", Self.plan)
    // Larger than what is held in memory, and nothing when it is packed.
    #expect(truncate(sandbox.path("a/PLAN.md"), 64 << 20) == 0)
    sandbox.git("add", "PLAN.md", in: "a")
    sandbox.git("commit", "--quiet", "--message", "large", in: "a")
    let result = try refresh(remote(), "project_processing")
    #expect(result["tasks_count"]?.intValue == 2)
    #expect(warnings(result).contains("PLAN.md"), "\(warnings(result))")
  }

  /// A bare repository with one commit, made from a list of paths that all have the same content.
  func importing(_ paths: some Sequence<String>) -> Project {
    sandbox.git("init", "--quiet", "--bare", "--initial-branch=main", sandbox.path("big.git"), in: ".")
    var stream = "blob\nmark :1\ndata \(Self.plan.utf8.count)\n\(Self.plan)\ncommit refs/heads/main\n"
    stream += "committer A <a@b.c> 1 +0000\ndata 1\nx\n"
    for path in paths { stream += "M 100644 :1 \(path)\n" }
    sandbox.git(["fast-import", "--quiet"], in: "big.git", input: stream)
    return sandbox.project(local: "big.git")
  }

  @Test func `more than a hundred thousand files give a partial result that says so`() throws {
    let result = try refresh(
      importing((0...100_000).lazy.map { "\($0 % 100)/\($0).json" } + ["0/PLAN.json", "PLAN.md"]))
    #expect(result["tasks_count"]?.intValue == 2)
    #expect(warnings(result).contains("100003 files"), "\(warnings(result))")
  }

  @Test func `ten thousand directories inside one another in a commit`() throws {
    let deep = String(repeating: "d/", count: 10_000) + "f.c"
    let result = try refresh(importing(["PLAN.md", deep]))
    #expect(result["tasks_count"]?.intValue == 2)
  }

  @Test func `ten thousand directories inside one another on disk`() throws {
    sandbox.repository("a", ["PLAN.md": Self.plan])
    var directory = open(sandbox.path("a"), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for _ in 0..<10_000 {
      #expect(mkdirat(directory, "d", 0o755) == 0)
      let next = openat(directory, "d", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      close(directory)
      directory = next
    }
    close(directory)
    // Nothing that takes paths can remove it afterwards.
    defer {
      #expect(throws: Never.self) {
        try ChildCommand("/bin/rm", ["-rf", "--", sandbox.path("a/d")], environment: [:]).run()
      }
    }
    sandbox.write("a/" + String(repeating: "e/", count: 150) + "f.c", "int f;\n")
    let result = try refresh(local())
    #expect(result["tasks_count"]?.intValue == 2)
    #expect(warnings(result).contains("Git could not list everything"), "\(warnings(result))")
  }

  @Test func `names that are not UTF-8 come out as UTF-8`() throws {
    sandbox.repository("a", ["PLAN.md": Self.plan])
    let name = Array(sandbox.path("a/").utf8CString.dropLast()) + [-1, -2, 46, 99, 0]
    let file = open(name, O_WRONLY | O_CREAT, 0o644)
    #expect(file >= 0 && write(file, "int x;\n", 7) == 7)
    close(file)
    sandbox.git("add", "--all", in: "a")
    sandbox.git("commit", "--quiet", "--message", "name", in: "a")
    for project in [local(), remote()] {
      let result = try refresh(project)
      #expect(result["languages"]?[0]?["name"]?.stringValue == "C")
    }
  }

  @Test func `a shallow clone, one with SHA-256 ids, and one on no branch are read like others`() throws {
    sandbox.repository("a", ["PLAN.md": Self.plan])
    sandbox.commit("a", ["x": "2"])
    sandbox.git("clone", "--quiet", "--depth=1", "file://\(sandbox.path("a"))", sandbox.path("shallow"), in: ".")
    sandbox.repository("long", ["PLAN.md": Self.plan], options: "--object-format=sha256")
    sandbox.git("worktree", "add", "--quiet", "--detach", sandbox.path("linked"), in: "a")
    for name in ["shallow", "long", "linked"] {
      for project in name == "linked" ? [local(name)] : [local(name), remote(name)] {
        let result = try refresh(project)
        #expect(result["tasks_count"]?.intValue == 2, "\(name)")
        #expect(result["head"]?.stringValue?.count == (name == "long" ? 64 : 40))
      }
    }
  }

  @Test(arguments: [EMFILE, ENFILE, ENOMEM])
  func `a daemon that is out of descriptors does not blame the project`(number: Int32) {
    #expect(Exhaustion.isMeant(by: number))
    let error = JobError.exhausted(number, reading: "/srv/a")
    #expect(error.kind == "resourcesExhausted")
    #expect(error.isRetryable)
    #expect(error.message.contains("says nothing about the project"))
  }
}
