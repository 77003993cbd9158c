import Glibc
import JSON
import JobModel
import Testing

@testable import Projects

@Suite struct RefreshTests {
  let sandbox = GitSandbox()

  static let plan = """
    # Plan

    ## Phase 1
    - [x] one
    - [x] two
      - [x] part

    ## Phase 2
    - [ ] three
    """

  /// Runs a built-in job type on a project.
  func run(
    _ type: String, _ project: Project?, _ context: RecordingContext = RecordingContext()
  ) throws -> (result: JSON, update: ProjectUpdate) {
    let handler = try #require(Projects.handlers(sandbox.configuration).first { $0.type == type })
    let job = Job(
      id: JobID(high: 5, low: 6), type: type, projectID: project?.id, userID: "0",
      createdAt: Timestamp(milliseconds: 0),
      runAt: Timestamp(milliseconds: 0))
    let output = try handler.run(JobWork(job: job, project: project), context)
    return (try JSON.parse(output.result), try #require(output.projectUpdate))
  }

  @Test func `the three types are there and need a project`() {
    let handlers = Projects.handlers(sandbox.configuration)
    #expect(handlers.map(\.type) == ["project_processing", "skills_extraction", "refresh"])
    #expect(handlers.allSatisfy { $0.needsProject })
  }

  @Test func `a refresh finds plan and skills of a local repository`() throws {
    sandbox.repository(
      "a", ["PLAN.md": Self.plan, "main.swift": "print(\"1\", \"2\", \"3\")\n", "Dockerfile": "FROM redis:7\n"])
    let context = RecordingContext()
    let (result, update) = try run("refresh", sandbox.project(local: "a"), context)

    #expect(result["status"]?.stringValue == "success")
    #expect(result["tasks_count"]?.intValue == 4)
    #expect(result["tasks_done"]?.intValue == 3)
    #expect(result["progress_percentage"]?.doubleValue == 75)
    #expect(result["plan_path"]?.stringValue == "PLAN.md")
    #expect(result["sections"]?.intValue == 3)
    #expect(result["branch"]?.stringValue == "main")
    #expect(result["head"]?.stringValue == sandbox.git("rev-parse", "HEAD", in: "a"))
    #expect(result["languages"]?[0]?["name"]?.stringValue == "Swift")
    #expect(result["warnings"] == [])
    #expect(result["duration_ms"]?.intValue != nil)

    #expect(update.projectID == sandbox.project(local: "a").id)
    #expect(update.head == result["head"]?.stringValue)
    #expect(update.plan?.items.count == 4)
    let brief = try JSON.parse(try #require(update.plan?.brief))
    #expect(brief["tasks_done"]?.intValue == 3)
    let skills = try JSON.parse(try #require(update.skills?.summary))
    #expect(skills["skills_count"] == result["skills_count"])

    #expect(context.stages == ["resolving", "listing", "parsing plan", "detecting skills", "storing"])
    #expect(context.fractions == context.fractions.sorted())
  }

  @Test func `a refresh of a remote fetches it`() throws {
    sandbox.repository("a", ["docs/PLAN.md": "- [ ] one\n"])
    let context = RecordingContext()
    let (result, _) = try run("refresh", sandbox.project(remote: "file://\(sandbox.path("a"))"), context)
    #expect(result["plan_path"]?.stringValue == "docs/PLAN.md")
    #expect(result["progress_percentage"]?.doubleValue == 0)
    #expect(context.stages == ["resolving", "fetching", "listing", "parsing plan", "detecting skills", "storing"])
  }

  @Test func `each half does its half only`() throws {
    sandbox.repository("a", ["PLAN.md": Self.plan, "main.swift": "print(1)\n"])
    let plan = try run("project_processing", sandbox.project(local: "a"))
    #expect(plan.update.plan != nil && plan.update.skills == nil)
    #expect(plan.result["tasks_count"]?.intValue == 4)
    #expect(plan.result["skills_count"] == nil)

    let skills = try run("skills_extraction", sandbox.project(local: "a"))
    #expect(skills.update.plan == nil && skills.update.skills != nil)
    #expect(skills.result["tasks_count"] == nil)
    #expect(skills.result["skills_count"]?.intValue == 1)
  }

  @Test func `a saved edit changes the figures before it is committed`() throws {
    sandbox.repository("a", ["PLAN.md": "- [ ] one\n- [ ] two\n"])
    #expect(try run("refresh", sandbox.project(local: "a")).result["tasks_done"]?.intValue == 0)
    sandbox.write("a/PLAN.md", "- [x] one\n- [ ] two\n")
    #expect(try run("refresh", sandbox.project(local: "a")).result["tasks_done"]?.intValue == 1)
  }

  @Test func `what is saved stands beside what is committed`() throws {
    sandbox.repository("a", ["PLAN.md": "- [x] one\n- [ ] two\n- [ ] three\n"])
    let clean = try run("refresh", sandbox.project(local: "a"))
    #expect(clean.result["uncommitted_done"]?.intValue == 0)
    sandbox.write("a/PLAN.md", "- [x] one\n- [x] two\n- [x] three\n- [ ] four\n")
    let (result, update) = try run("refresh", sandbox.project(local: "a"))
    #expect(result["progress_percentage"]?.doubleValue == 75)
    #expect(result["uncommitted_done"]?.intValue == 2)
    let brief = try JSON.parse(try #require(update.plan?.brief))
    let committed = try #require(brief["committed"])
    #expect(committed["items_count"]?.intValue == 3)
    #expect(committed["items_done"]?.intValue == 1)
    #expect(committed["progress_percentage"]?.doubleValue == 33.3)
    #expect(committed["uncommitted_done"]?.intValue == 2)
    #expect(committed["uncommitted_count"]?.intValue == 1)

    sandbox.commit("a", ["other.md": "words"])
    #expect(try run("refresh", sandbox.project(local: "a")).result["uncommitted_done"]?.intValue == 0)
    let remote = try run("refresh", sandbox.project(remote: "file://\(sandbox.path("a"))"))
    #expect(remote.result["uncommitted_done"]?.isNull == true, "a commit has nothing beside it")
  }

  @Test func `a plan that was never committed counts as nothing there`() throws {
    sandbox.repository("a", ["main.c": "int main;\n"])
    sandbox.write("a/PLAN v2/PLAN.md", "- [x] no plan by its name\n")
    sandbox.write("a/PLAN.md", "- [x] one\n")
    let (result, update) = try run("refresh", sandbox.project(local: "a"))
    #expect(result["uncommitted_done"]?.intValue == 1)
    let brief = try JSON.parse(try #require(update.plan?.brief))
    let committed = try #require(brief["committed"])
    #expect(committed["progress_percentage"]?.isNull == true)
  }

  @Test func `without a plan there is no percentage, and a warning says what to add`() throws {
    sandbox.repository("a", ["main.c": "int main;\n"])
    let (result, update) = try run("refresh", sandbox.project(local: "a"))
    #expect(result["status"]?.stringValue == "success")
    #expect(result["tasks_count"]?.intValue == 0)
    #expect(result["progress_percentage"]?.isNull == true)
    #expect(result["plan_path"]?.isNull == true)
    #expect(result["warnings"]?[0]?.stringValue?.contains("PLAN.md") == true)
    let brief = try JSON.parse(try #require(update.plan?.brief))
    #expect(brief["tasks_count"]?.intValue == 0, "figures of a plan that was there before are gone")
    #expect(update.plan?.items == [])
  }

  @Test func `a plan without tasks has no percentage either`() throws {
    sandbox.repository("a", ["PLAN.md": "# Plan\n\nWords only.\n"])
    let (result, _) = try run("refresh", sandbox.project(local: "a"))
    #expect(result["plan_path"]?.stringValue == "PLAN.md")
    #expect(result["tasks_count"]?.intValue == 0)
    #expect(result["progress_percentage"]?.isNull == true)
  }

  @Test func `the project's own plan path wins`() throws {
    sandbox.repository("a", ["PLAN.md": Self.plan, "notes/mine.md": "- [x] only\n"])
    var project = sandbox.project(local: "a")
    project.planPath = "notes/mine.md"
    let (result, _) = try run("project_processing", project)
    #expect(result["plan_path"]?.stringValue == "notes/mine.md")
    #expect(result["progress_percentage"]?.doubleValue == 100)
  }

  @Test func `an empty repository is a success`() throws {
    sandbox.repository("a")
    for project in [sandbox.project(local: "a"), sandbox.project(remote: "file://\(sandbox.path("a"))")] {
      let (result, update) = try run("refresh", project)
      #expect(result["head"]?.isNull == true)
      #expect(result["tasks_count"]?.intValue == 0)
      #expect(result["skills_count"]?.intValue == 0)
      #expect(update.head == nil)
    }
  }

  @Test(arguments: ["resolving", "listing", "parsing plan", "detecting skills"])
  func `a job that is cancelled stops at the next step`(stage: String) throws {
    sandbox.repository("a", ["PLAN.md": Self.plan, "main.c": "int main;\n"])
    let context = RecordingContext(cancelAt: stage)
    let error = #expect(throws: JobError.self) { try run("refresh", sandbox.project(local: "a"), context) }
    #expect(error == .cancelled)
    #expect(context.stages.last == stage)
  }

  @Test func `a missing directory fails with what to do`() {
    let error = #expect(throws: JobError.self) { try run("refresh", sandbox.project(local: "nowhere")) }
    #expect(error?.kind == "pathNotFound")
    #expect(error?.message.contains(sandbox.path("nowhere")) == true)
  }

  @Test func `a job without its project fails for good`() {
    let error = #expect(throws: JobError.self) { try run("refresh", nil) }
    #expect(error?.kind == "projectNotFound")
    #expect(error?.isRetryable == false)
  }

  @Test func `git that breaks down in the middle fails the job, not the figures`() throws {
    sandbox.repository("a", ["PLAN.md": Self.plan, "main.c": "int main;\n"])
    sandbox.configuration.gitPath = sandbox.script(
      "git", "case \"$*\" in *cat-file*) echo broken >&2; exit 3;; esac; exec \(GitSandbox.gitPath) \"$@\"")
    let error = #expect(throws: JobError.self) {
      try run("skills_extraction", sandbox.project(remote: "file://\(sandbox.path("a"))"))
    }
    #expect(error?.kind == "gitFailed")
    #expect(error?.step == "reading")
    #expect(error?.stderrTail == "broken")
  }
}
