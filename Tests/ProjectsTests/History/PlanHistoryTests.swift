import Glibc
import JobModel
import Testing

@testable import Projects

@Suite struct PlanHistoryTests {
  let sandbox = GitSandbox()
  let now = FakeHistory.day(365)

  func read(
    _ name: String, _ path: String = "PLAN.md", limits: HistoryLimits = HistoryLimits(), bare: Bool = false,
    git: String? = nil
  ) throws -> PlanHistory {
    var configuration = sandbox.configuration
    if let git { configuration.gitPath = git }
    let place: GitCall.Place = bare ? .bare(sandbox.path(name)) : .workTree(sandbox.path(name))
    let reader = PlanHistoryReader(try GitRunner(configuration), place: place, limits: limits) { false }
    let head = sandbox.git("rev-parse", "HEAD", in: name)
    return try #require(try reader.read(path, head: head, now: now))
  }

  /// Bytes of a file.
  private func size(of path: String) throws -> Int {
    var status = stat()
    try #require(stat(path, &status) == 0)
    return Int(status.st_size)
  }

  @Test func `each change of the figures is a snapshot`() throws {
    var history = FakeHistory()
    history.commit(day: 0, files: ["PLAN.md": plan("  a", "  b", "  c")])
    history.commit(day: 1, by: "Bob", after: 1, files: ["PLAN.md": plan("x a", "  b", "  c")])
    history.commit(day: 2, after: 2, files: ["PLAN.md": plan("x a", "  b!", "  c")])
    history.commit(day: 3, after: 3, files: ["other.txt": "x"])
    history.commit(day: 4, after: 4, files: ["PLAN.md": plan("x a", "x b!", "  c", "  d")])
    history.make("a", in: sandbox)
    let found = try read("a")

    #expect(found.snapshots.map(\.tasksDone) == [0, 1, 2])
    #expect(found.snapshots.map(\.tasksCount) == [3, 3, 4])
    #expect(found.snapshots.map(\.percentage) == [0, 33.3, 50])
    #expect(found.snapshots.map(\.at) == [0, 1, 4].map(FakeHistory.day))
    #expect(found.snapshots.map { $0.commit?.author } == ["Ada", "Bob", "Ada"])
    #expect(found.snapshots.last?.commit?.oid == sandbox.git("rev-parse", "HEAD", in: "a"))
    #expect(found.versionsCount == 4)
    #expect(found.gaps == [])
    #expect(found.displacedTimes == 0)
  }

  @Test func `the figures are those of the parser, version for version`() throws {
    var history = FakeHistory()
    let texts = [
      "# P\n- [ ] a\n- [~] b\n", "# P\n```\n- [x] no\n```\n- [x] a\n", "nothing", "# P\n- [X] a\n  - [ ] b\n",
    ]
    for (index, text) in texts.enumerated() {
      history.commit(day: Double(index), after: index > 0 ? index : nil, files: ["PLAN.md": text])
    }
    history.make("a", in: sandbox)
    let figures = texts.map { PlanProgress(PlanParser.parse(Array($0.utf8))) }
    let found = try read("a").snapshots
    #expect(found.map(\.percentage) == figures.map(\.percentage))
    #expect(found.map(\.openMarkersCount) == figures.map(\.openMarkersCount))
    #expect(found[2].percentage == nil)
  }

  @Test func `renames are followed, a copy begins anew`() throws {
    var history = FakeHistory()
    let template = plan("x never mine", "  a", "  b", "  c", "  d")
    history.commit(day: 0, files: ["template.md": plan("  never mine", "  a", "  b", "  c", "  d")])
    history.commit(day: 1, after: 1, files: ["template.md": template])
    history.commit(day: 2, after: 2, files: ["TODO.md": template])
    history.commit(day: 3, by: "Bob", after: 3, files: ["TODO.md": plan("x never mine", "x a", "  b", "  c", "  d")])
    history.commit(day: 4, after: 4, renames: ["TODO.md": "docs/PLAN.md"])
    history.commit(
      day: 5, after: 5, files: ["docs/PLAN.md": plan("x never mine", "x a", "x b", "  c", "  d")])
    history.make("a", in: sandbox)
    let found = try read("a", "docs/PLAN.md")

    #expect(found.paths == ["docs/PLAN.md", "TODO.md"])
    #expect(found.snapshots.map(\.at) == [2, 3, 4, 5].map(FakeHistory.day))
    #expect(found.snapshots.map(\.planPath) == ["TODO.md", "TODO.md", "docs/PLAN.md", "docs/PLAN.md"])
    #expect(found.events.map(\.text) == ["never mine", "a", "b"])
    #expect(found.events.map(\.isNewTask) == [true, false, false])
  }

  @Test func `a merge is one change of the branch, its ticks are their authors'`() throws {
    var history = FakeHistory()
    history.commit(day: 0, files: ["PLAN.md": plan("  a", "  b", "  c")])
    history.commit("side", day: 1, by: "Eve", after: 1, files: ["PLAN.md": plan("  a", "  b", "x c")])
    history.commit("side", day: 2, by: "Mia", after: 2, files: ["PLAN.md": plan("  a", "x b", "x c")])
    history.commit(day: 3, by: "Bob", after: 1, files: ["PLAN.md": plan("x a", "  b", "  c")])
    history.commit(
      day: 4, by: "Max", after: 4, merging: 3, files: ["PLAN.md": plan("x a", "x b", "x c")])
    history.make("a", in: sandbox)
    let found = try read("a")

    #expect(found.snapshots.map(\.at) == [0, 3, 4].map(FakeHistory.day))
    #expect(found.snapshots.map(\.tasksDone) == [0, 1, 3])
    #expect(found.tasks.map { $0.tick?.author } == ["Bob", "Mia", "Eve"])
    #expect(found.tasks.map { $0.tick?.at } == [3, 2, 1].map(FakeHistory.day))
  }

  @Test func `clocks that were wrong move nothing but their own commits`() throws {
    var history = FakeHistory()
    for (index, day) in [0.0, 9000, 2, -9000, 4].enumerated() {
      let text = plan(["x a", "  a"][index % 2], "  b", "  \(index)")
      history.commit(day: day, after: index > 0 ? index : nil, files: ["PLAN.md": text])
    }
    history.make("a", in: sandbox)
    let found = try read("a")
    #expect(found.snapshots.map(\.at) == [0, 0, 2, 2, 4].map(FakeHistory.day))
    #expect(found.displacedTimes == 2)
  }

  @Test func `work counts from when it was written, the branch from when it was committed`() throws {
    var history = FakeHistory()
    history.commit(day: 0, files: ["PLAN.md": plan("  a", "  b")])
    history.commit(day: 1, committed: 7, after: 1, files: ["PLAN.md": plan("x a", "  b")])
    history.commit(day: 99, committed: 8, after: 2, files: ["PLAN.md": plan("x a", "x b")])
    history.make("a", in: sandbox)
    let found = try read("a")
    #expect(found.snapshots.map(\.at) == [0, 7, 8].map(FakeHistory.day))
    #expect(found.events.map(\.at) == [1, 8].map(FakeHistory.day))
  }

  @Test func `a shallow clone says so, and blames nobody for what came before`() throws {
    var history = FakeHistory()
    history.commit(day: 0, files: ["PLAN.md": plan("x a", "  b", "  c")])
    history.commit(day: 1, after: 1, files: ["PLAN.md": plan("x a", "x b", "  c")])
    history.commit(day: 2, after: 2, files: ["PLAN.md": plan("x a", "x b", "x c")])
    history.make("a", in: sandbox)
    sandbox.git("clone", "--quiet", "--depth=2", "file://" + sandbox.path("a"), "b", in: ".")
    let found = try read("b")
    #expect(found.gaps == [.shallow])
    #expect(found.snapshots.map(\.tasksDone) == [2, 3])
    #expect(found.tasks.map { $0.tick?.at } == [nil, nil, FakeHistory.day(2)])
    #expect(found.events.map(\.text) == ["c"])
  }

  @Test func `limits cut off the oldest and are named`() throws {
    var history = FakeHistory()
    for index in 0..<9 {
      let lines = (0..<9).map { "- [\($0 < index ? "x" : " ")] task \($0)\n" }.joined()
      history.commit(day: Double(index), after: index > 0 ? index : nil, files: ["PLAN.md": lines])
    }
    history.make("a", in: sandbox)
    var limits = HistoryLimits()
    limits.versions = 3
    let few = try read("a", limits: limits)
    #expect(few.snapshots.map(\.tasksDone) == [6, 7, 8])
    #expect(few.events.map(\.text) == ["task 5", "task 6", "task 7"])
    #expect(few.gaps == [.limit("there are more than 3")])

    limits = HistoryLimits()
    limits.tasks = 18
    let light = try read("a", limits: limits)
    #expect(light.snapshots.map(\.tasksDone) == [7, 8])
    #expect(light.gaps == [.limit("they hold more than 18 tasks together")])

    limits = HistoryLimits()
    limits.seconds = -1
    let none = try read("a", limits: limits)
    #expect(none.snapshots == [])
    #expect(none.gaps.map(\.kind) == ["limit"])
  }

  @Test func `a plan that is deleted and comes back has the tasks it had`() throws {
    var history = FakeHistory()
    history.commit(day: 0, files: ["PLAN.md": plan("x a", "  b"), "z": "z"])
    history.commit(day: 1, after: 1, files: ["PLAN.md": nil])
    history.commit(day: 2, by: "Bob", after: 2, files: ["PLAN.md": plan("x a", "  b", "  c")])
    history.make("a", in: sandbox)
    let found = try read("a")
    #expect(found.snapshots.map(\.tasksCount) == [2, 0, 3])
    #expect(found.snapshots[1].percentage == nil)
    #expect(found.tasks.map { $0.tick?.author } == ["Ada", nil, nil])
  }

  @Test func `hundreds of versions take three processes, with a merge four`() throws {
    var history = FakeHistory()
    for index in 0..<600 {
      let lines = (0..<40).map { "- [\($0 * 15 < index ? "x" : " ")] task \($0)\n" }.joined() + "\(index)\n"
      history.commit(day: Double(index) / 10, after: index > 0 ? index : nil, files: ["PLAN.md": lines])
    }
    history.commit("side", day: 60, after: 600, files: ["PLAN.md": "- [ ] side\n"])
    history.commit(day: 61, after: 600, merging: 601, files: ["PLAN.md": "- [x] side\n"])
    history.make("a", in: sandbox)
    let log = sandbox.path("calls")
    let counting = sandbox.script("counting", "echo >> '\(log)'\nexec '\(GitSandbox.gitPath)' \"$@\"")
    func calls() throws -> Int {
      defer { unlink(log) }
      return try size(of: log)
    }
    let found = try read("a", git: counting)
    #expect(try calls() == 4)
    #expect(found.versionsCount == 601)
    #expect(found.snapshots.count == 42)

    sandbox.git("reset", "--quiet", "--hard", "HEAD^", in: "a")
    let line = try read("a", git: counting)
    #expect(try calls() == 3)
    #expect(line.snapshots.map(\.tasksDone) == Array(0...40))
    #expect(line.events.count == 40)
  }

  @Test(arguments: ["sha1", "sha256"]) func `both object formats, bare or not`(format: String) throws {
    sandbox.repository("a", ["PLAN.md": plan("x a", "  b")], options: "--object-format=\(format)")
    sandbox.git("clone", "--quiet", "--bare", "a", "b", in: ".")
    #expect(try read("a").snapshots.map(\.percentage) == [50])
    #expect(try read("b", bare: true).snapshots.map(\.percentage) == [50])
  }

  @Test func `a path with wildcards is that path`() throws {
    sandbox.repository("a", ["PL*.md": plan("x a"), "PLAN.md": plan("  a")])
    #expect(try read("a", "PL*.md").snapshots.map(\.percentage) == [100])
  }
}
