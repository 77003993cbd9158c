import GantryTestSupport
import Glibc
import Testing

/// A daemon whose first git command waits at a gate, so that a test can act in the middle of a job.
struct SlowGitStage {
  let directory: TemporaryDirectory
  let repository: GitRepository
  let gate: Gate
  let daemon: Daemon

  init(configuration: String = "") throws {
    directory = try TemporaryDirectory()
    repository = try GitRepository(in: directory)
    try repository.write("PLAN.md", "# Plan\n\n- [x] one\n- [ ] two\n- [ ] three\n")
    _ = try repository.commit()
    gate = try Gate(in: directory)
    let programs = try directory.makeDirectory("programs")
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    // The first caller makes the mark and waits; those behind it find the mark and go straight on.
    let mark = directory.appending("mark")
    let script = try directory.writeScript(
      "programs/git",
      """
      if mkdir '\(mark)' 2>/dev/null; then \(gate.script); fi
      PATH='\(path)' exec git "$@"
      """)
    #expect(access(script, X_OK) == 0)
    daemon = try Daemon(configuration: configuration, environment: ["PATH": "\(programs):\(path)"])
  }
}
