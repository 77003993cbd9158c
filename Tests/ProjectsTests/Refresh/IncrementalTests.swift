import GantryTestSupport
import Glibc
import JSON
import JobModel
import Testing

@testable import Projects

@Suite struct IncrementalTests {
  let sandbox = GitSandbox()
  static let files = [
    "PLAN.md": "- [x] one\n- [ ] two\n", "package.json": #"{"dependencies":{"react":"^18"}}"#,
    "src/main.c": "int main;\n", "src/list.h": "struct list;\n", "run": "#!/bin/sh\necho\n", "logo.png": "\u{1}PNG\n",
  ]

  /// One refresh after the other of one project, with the daemon's part of the work: what a job hands back is what the
  /// next one finds.
  final class Follower {
    var project: Project
    var configuration: ProjectsConfiguration
    private(set) var log = ""

    init(_ project: Project, _ configuration: ProjectsConfiguration) {
      self.project = project
      self.configuration = configuration
    }

    func refresh(_ type: String = "refresh", force: Bool = false) throws -> JSON {
      let handler = try #require(Projects.handlers(configuration).first { $0.type == type })
      let job = Job(
        id: JobID(high: 5, low: 6), type: type, projectID: project.id, userID: "0",
        payload: force ? #"{"force":true}"# : "{}", createdAt: Timestamp(milliseconds: 0),
        runAt: Timestamp(milliseconds: 0))
      let context = RecordingContext()
      let output = try handler.run(JobWork(job: job, project: project), context)
      let update = try #require(output.projectUpdate)
      if let plan = update.plan { project.planReading = plan.reading }
      if let skills = update.skills { project.skillsReading = skills.reading }
      #expect(update.isUnchanged == (update.plan == nil && update.skills == nil))
      log = context.text
      return try JSON.parse(output.result)
    }

    /// The number of files that the last refresh has read, as its log says; nil when it was the short way.
    var filesRead: Int? {
      let words = log.split { $0 == " " || $0 == "\n" }
      guard let were = words.lastIndex(of: "were"), were >= 2 else { return nil }
      return Int(words[were - 2])
    }
  }

  func follow(_ name: String, _ files: [String: String] = files) -> Follower {
    sandbox.repository(name, files)
    // An hour later, so that every file has been left alone long enough for its stamp to be believed.
    sandbox.configuration.clock = ManualClock(SystemWallClock().now().advanced(bySeconds: 3600))
    return Follower(sandbox.project(local: name), sandbox.configuration)
  }

  func head(_ name: String) -> String { sandbox.git("rev-parse", "HEAD", in: name) }

  @Test func `an unchanged repository is answered with what was found, and since when`() throws {
    let follower = follow("a")
    var first = try #require(try follower.refresh().objectValue)
    #expect(first["unchanged"] == false)
    let second = try follower.refresh()
    #expect(second["unchanged"] == true)
    #expect(second["unchanged_since"]?.stringValue == head("a"))
    #expect(follower.log.contains("Unchanged since \(head("a"))"))
    // The rest is what the first has said.
    for key in ["duration_ms", "unchanged", "unchanged_since"] { first[key] = nil }
    for (key, value) in first.members { #expect(second[key] == value, "\(key)") }
  }

  @Test func `a touched file is compared and found to be the same`() throws {
    let follower = follow("a")
    _ = try follower.refresh()
    sandbox.write("a/PLAN.md", Self.files["PLAN.md"] ?? "")
    #expect(try follower.refresh()["unchanged"] == true)
  }

  @Test func `a plan that was saved is read before it is committed`() throws {
    let follower = follow("a")
    _ = try follower.refresh()
    // As long as before: only the content tells.
    sandbox.write("a/PLAN.md", "- [x] one\n- [x] two\n")
    let result = try follower.refresh()
    #expect(result["unchanged"] == false)
    #expect(result["tasks_done"]?.intValue == 2)
    #expect(try follower.refresh()["unchanged"] == true)
  }

  @Test(arguments: ["a commit", "a branch", "a new file", "a deleted file", "a file that may be run now"])
  func `nothing that matters is missed`(change: String) throws {
    let follower = follow("a")
    _ = try follower.refresh()
    switch change {
    case "a commit": sandbox.git("commit", "--quiet", "--allow-empty", "--message", "nothing", in: "a")
    case "a branch": sandbox.git("switch", "--quiet", "--create", "other", in: "a")
    case "a new file": sandbox.write("a/new.py", "print()\n")
    case "a deleted file": unlink(sandbox.path("a/src/main.c"))
    default: chmod(sandbox.path("a/src/main.c"), 0o755)
    }
    #expect(try follower.refresh()["unchanged"] == false)
    #expect(try follower.refresh()["unchanged"] == true)
  }

  @Test func `another program and another plan path read anew`() throws {
    let follower = follow("a")
    _ = try follower.refresh()
    follower.configuration.readerIdentity = "a newer gantryd"
    #expect(try follower.refresh()["unchanged"] == false)
    #expect(follower.log.contains("Another version"))
    #expect(try follower.refresh()["unchanged"] == true)
    follower.project.planPath = "src/main.c"
    #expect(try follower.refresh()["plan_path"]?.stringValue == "src/main.c")
  }

  @Test func `a file that was just saved is looked into again, because its stamp may not tell`() throws {
    let follower = follow("a")
    follower.configuration.clock = SystemWallClock()
    _ = try follower.refresh()
    let path = sandbox.path("a/PLAN.md")
    var before = stat()
    #expect(stat(path, &before) == 0)
    sandbox.write("a/PLAN.md", "- [x] one\n- [x] two\n")
    // As if both had happened within one tick of the file system's clock.
    var times = [before.st_atim, before.st_mtim]
    #expect(utimensat(AT_FDCWD, path, &times, 0) == 0)
    #expect(try follower.refresh()["tasks_done"]?.intValue == 2)
  }

  @Test func `who insists gets all of it read again`() throws {
    let follower = follow("a")
    _ = try follower.refresh()
    let all = follower.filesRead
    #expect(try follower.refresh(force: true)["unchanged"] == false)
    #expect(follower.filesRead == all)
  }

  @Test func `of a changed tree only the changed files are read`() throws {
    let follower = follow("a")
    let first = try follower.refresh()
    #expect(try #require(follower.filesRead) >= 5)
    sandbox.write("a/src/main.c", "int main(void);\n")
    let second = try follower.refresh()
    #expect(follower.filesRead == 1)
    #expect(second["skills_count"] == first["skills_count"])
    #expect(second["tasks_count"] == first["tasks_count"])
  }

  @Test func `a commit in a bare repository reads only the new blobs`() throws {
    sandbox.repository("work", Self.files)
    sandbox.git("clone", "--quiet", "--bare", sandbox.path("work"), sandbox.path("bare.git"), in: "")
    let follower = Follower(sandbox.project(local: "bare.git"), sandbox.configuration)
    _ = try follower.refresh()
    #expect(try follower.refresh()["unchanged"] == true)
    sandbox.commit("work", ["src/main.c": "int main(void);\n"])
    sandbox.git("push", "--quiet", sandbox.path("bare.git"), "HEAD", in: "work")
    #expect(try follower.refresh()["unchanged"] == false)
    #expect(follower.filesRead == 1)
  }

  @Test func `changed attributes count every file again, by what is remembered of none`() throws {
    let follower = follow("a")
    #expect(try follower.refresh()["languages"]?[0]?["name"]?.stringValue == "C")
    sandbox.write("a/.gitattributes", "*.c linguist-language=Python\n*.h linguist-language=Python\n")
    #expect(try follower.refresh()["languages"]?[0]?["name"]?.stringValue == "Python")
  }

  @Test func `a damaged memory is noticed, and everything is read`() throws {
    let follower = follow("a")
    _ = try follower.refresh()
    let all = follower.filesRead
    let path = "\(sandbox.configuration.stateDirectory)/memory/\(follower.project.id)"
    let file = open(path, O_RDWR)
    #expect(file >= 0 && pwrite(file, "xxxx", 4, 60) == 4)
    close(file)
    sandbox.write("a/new.py", "print()\n")
    let result = try follower.refresh()
    #expect(follower.log.contains("damaged"))
    #expect(result["tasks_count"]?.intValue == 2)
    #expect(follower.filesRead == all.map { $0 + 1 })
  }

  @Test func `memories are bounded, and the least recently used go first`() throws {
    let follower = follow("a")
    _ = try follower.refresh()
    let directory = "\(sandbox.configuration.stateDirectory)/memory"
    let size = try #require(DirectoryUse.files(in: directory).first).bytes
    follower.configuration.maximumMemoryBytes = size * 5 / 2
    for number in 10..<14 as Range<UInt64> {
      follower.project.id = ProjectID(high: number, low: number)
      _ = try follower.refresh(force: true)
    }
    let names = DirectoryUse.names(in: directory)
    #expect(names.count == 2)
    #expect(names.contains("\(follower.project.id)"))
  }

  @Test func `a remote that has not moved is asked once, and nothing is fetched`() throws {
    sandbox.repository("a", Self.files)
    let record = sandbox.path("calls")
    sandbox.configuration.gitPath = sandbox.script(
      "git", "echo \"$*\" >> \(record); exec \(GitSandbox.gitPath) \"$@\"")
    let follower = Follower(sandbox.project(remote: "file://\(sandbox.path("a"))"), sandbox.configuration)
    _ = try follower.refresh()
    sandbox.write("calls", "")
    // Not even the mirror is needed.
    #expect(DirectoryRemoval.remove("\(sandbox.configuration.stateDirectory)/mirrors") == nil)
    let result = try follower.refresh()
    #expect(result["unchanged_since"]?.stringValue == head("a"))
    let calls = sandbox.text("calls").split(separator: "\n")
    #expect(calls.count == 1)
    #expect(calls.first?.contains(" ls-remote ") == true)
  }

  @Test func `a job for one half leaves the other half to be read`() throws {
    let follower = follow("a")
    _ = try follower.refresh("project_processing")
    #expect(try follower.refresh("project_processing")["unchanged"] == true)
    #expect(try follower.refresh()["unchanged"] == false)
    #expect(try follower.refresh()["unchanged"] == true)
  }
}
