import Glibc
import JobModel
import Testing

@testable import Projects

@Suite struct MirrorBoundsTests {
  let sandbox = GitSandbox()

  func project(_ number: UInt64) -> Project {
    var project = sandbox.project(remote: "file://\(sandbox.path("a"))")
    project.id = ProjectID(high: number, low: number)
    return project
  }

  func mirror(_ number: UInt64) -> String { "state/mirrors/\(project(number).id).git" }

  /// Opens a project's mirror, used `number` hours after the year began.
  func use(_ number: UInt64) throws {
    _ = try sandbox.open(project(number))
    mark(number)
  }

  func mark(_ number: UInt64) {
    let time = timespec(tv_sec: 1_767_225_600 + Int(number) * 3600, tv_nsec: 0)
    var times = [time, time]
    utimensat(AT_FDCWD, sandbox.path("state/mirrors/\(project(number).id).lock"), &times, 0)
  }

  @Test func `beyond their number the least recently used go, and come back when they are asked for`() throws {
    sandbox.repository("a", ["x": "1"])
    sandbox.configuration.maximumMirrors = 2
    try use(1)
    try use(2)
    mark(1 + 2)
    // One that was used again is no longer the oldest.
    let later = timespec(tv_sec: 1_767_225_600 + 9 * 3600, tv_nsec: 0)
    var times = [later, later]
    utimensat(AT_FDCWD, sandbox.path("state/mirrors/\(project(1).id).lock"), &times, 0)
    try use(3)
    #expect(sandbox.exists(mirror(1)) && sandbox.exists(mirror(3)))
    #expect(!sandbox.exists(mirror(2)))
    #expect(try sandbox.open(project(2)).tree.text("x") == "1")
  }

  @Test func `beyond their bytes as well, down to the one that was just fetched`() throws {
    sandbox.repository("a", ["x": "1"])
    try use(1)
    try use(2)
    sandbox.configuration.maximumMirrorBytes = 1
    try use(3)
    #expect(!sandbox.exists(mirror(1)) && !sandbox.exists(mirror(2)))
    #expect(sandbox.exists(mirror(3)))
  }

  @Test func `one in use stays`() throws {
    sandbox.repository("a", ["x": "1"])
    sandbox.configuration.maximumMirrors = 1
    let held = try sandbox.open(project(1))
    mark(1)
    try use(2)
    #expect(sandbox.exists(mirror(1)))
    #expect(try held.tree.text("x") == "1")
  }

  @Test func `what a killed daemon left half removed is removed`() throws {
    sandbox.repository("a", ["x": "1"])
    try use(1)
    #expect(rename(sandbox.path(mirror(1)), sandbox.path(mirror(1) + ".leaving")) == 0)
    try use(2)
    #expect(!sandbox.exists(mirror(1) + ".leaving"))
    #expect(try sandbox.open(project(1)).tree.text("x") == "1")
  }
}
