import ChildProcess
import Glibc
import Testing

/// However a program leaves its session, its group or its parents: when its time is over, none of it is left.
@Suite struct TreeTests {
  /// Scripts that print `ready` once all their processes are there.
  static let trees: [String: String] = [
    "ignoring SIGTERM": #"trap "" TERM; sleep 1000 & echo ready; sleep 1000"#,
    "in a session of its own": "setsid sleep 1000 & echo ready; wait",
    "in a session of its own, ignoring SIGTERM":
      #"setsid sh -c 'trap "" TERM; echo ready; while :; do sleep 1000; done' & wait"#,
    "a daemon, forked twice": #"setsid sh -c '(sleep 1000 & echo ready) &' & wait; sleep 1000"#,
    "a daemon whose parents are gone":
      #"setsid sh -c '(setsid sleep 1000 > /dev/null 2>&1 &)'; echo ready; sleep 1000"#,
    "forty at once": """
    n=0
    while [ $n -lt 20 ]; do
      setsid sh -c 'trap "" TERM; sleep 1000 & wait; sleep 1000' &
      n=$((n + 1))
    done
    echo ready
    wait
    """,
    "forking all the time": """
    trap '' TERM
    bomb='trap "" TERM; n=0; while [ $n -lt 25 ]; do setsid sleep 1000 & n=$((n + 1)); done; wait'
    setsid sh -c "$bomb" &
    setsid sh -c "$bomb" &
    echo ready
    while :; do setsid true; done
    """,
  ]

  @Test(arguments: trees.keys.sorted())
  func `nothing of a cancelled tree is left`(kind: String) throws {
    let mark = TestMarker()
    let lifeLine = LifeLine()
    let cancelled = Flag()
    let script = try #require(Self.trees[kind])
    let child = try InteractiveProcess(
      shell("exec 3>\(lifeLine.path)\n" + script, marker: mark.marker),
      supervision: Supervision(isCancelled: { cancelled.isSet }, killGrace: 0.1))
    #expect(text(try child.readLine()) == "ready")
    cancelled.set()
    let error = #expect(throws: ChildProcessError.self) { try child.readLine() }
    #expect(error?.code == .cancelled)
    #expect(error?.survivors == [])
    #expect(mark.living == [])
    #expect(lifeLine.isReleased())
  }

  @Test func `a session of its own does not help without a marker either`() throws {
    let lifeLine = LifeLine()
    let cancelled = Flag()
    let child = try InteractiveProcess(
      shell("exec 3>\(lifeLine.path); setsid sleep 1000 & echo ready; wait"),
      supervision: Supervision(isCancelled: { cancelled.isSet }, killGrace: 0.1))
    #expect(text(try child.readLine()) == "ready")
    cancelled.set()
    #expect(throws: ChildProcessError.self) { try child.readLine() }
    #expect(lifeLine.isReleased())
  }

  @Test func `what has left the session is ended with a child that ends well`() throws {
    let mark = TestMarker()
    let result = try shell("setsid sleep 1000 > /dev/null 2>&1 & echo done", marker: mark.marker).run()
    #expect(text(result.output) == "done\n")
    #expect(result.status.isSuccess)
    #expect(result.survivors == [])
    #expect(mark.living == [])
  }

  @Test func `a descendant gets its time to put things in order also when the child is gone already`() throws {
    let mark = TestMarker()
    let lifeLine = LifeLine()
    let cancelled = Flag()
    let saved = lifeLine.directory + "/saved"
    let child = try InteractiveProcess(
      shell(
        """
        setsid sh -c 'trap "echo x > \(saved); exit 0" TERM; echo ready; while :; do sleep 1000 & wait; done' 3>&- &
        exec sleep 1000
        """, marker: mark.marker),
      supervision: Supervision(isCancelled: { cancelled.isSet }, killGrace: 20))
    #expect(text(try child.readLine()) == "ready")
    cancelled.set()
    let error = #expect(throws: ChildProcessError.self) { try child.readLine() }
    #expect(error?.status == .signalled(SIGTERM))
    #expect(unlink(saved) == 0, "it had the time")
    #expect(mark.living == [])
  }

  @Test func `two programs of one piece of work do not take each other along`() throws {
    let mark = TestMarker()
    let one = try InteractiveProcess(shell("cat", marker: mark.marker))
    let other = try InteractiveProcess(shell("cat", marker: mark.marker))
    try one.write(Array("a\n".utf8))
    #expect(text(try one.readLine()) == "a")
    #expect(try one.finish() == .exited(0))
    try other.write(Array("b\n".utf8))
    #expect(text(try other.readLine()) == "b")
    #expect(try other.finish() == .exited(0))
  }

  @Test func `a program is known by its environment`() throws {
    let mark = TestMarker()
    let result = try ChildCommand("/usr/bin/env", environment: ["A": "1"], marker: mark.marker).run()
    let lines = text(result.output).split(separator: "\n").sorted()
    #expect(lines.first == "A=1")
    #expect(lines.count == 2 && lines[1].hasPrefix("GANTRY_ATTEMPT=\(mark.marker.value)/"))
  }

  @Test func `what a daemon that was killed has left is ended, whoever ignores SIGTERM too`() throws {
    let mark = TestMarker()
    let lifeLine = LifeLine()
    let script = """
      exec 3>\(lifeLine.path)
      setsid sh -c 'trap "" TERM; sleep 1000; sleep 1000' > /dev/null 2>&1 &
      setsid env -u GANTRY_ATTEMPT sleep 1000 > /dev/null 2>&1 &
      """
    _ = try shell(script, leftovers: .left, marker: mark.marker).run()
    #expect(mark.living.count > 0)
    let leftovers = LeftoverProcesses.end(scope: mark.scope, grace: 0.1)
    #expect(leftovers.ended > 0)
    #expect(leftovers.survivors == [])
    #expect(mark.living == [])
    #expect(LeftoverProcesses.end(scope: mark.scope, grace: 0).ended == 0)
  }

  @Test func `a directory is known by what it is, not by its name`() throws {
    let lifeLine = LifeLine()
    let scope = ProcessMarker.scope(of: lifeLine.directory)
    #expect(scope != nil)
    #expect(ProcessMarker.scope(of: lifeLine.directory + "/.") == scope)
    #expect(ProcessMarker.scope(of: "/") != scope)
    #expect(ProcessMarker.scope(of: lifeLine.directory + "/none") == nil)
  }

  @Test func `orphans are reaped, and children whose end is awaited are not`() throws {
    #expect(Orphans.adopt())
    let result = try shell("setsid sleep 1000 > /dev/null 2>&1 & echo $!", leftovers: .left).run()
    let orphan = try #require(pid_t(text(result.output).dropLast()))
    let lifeLine = LifeLine()
    let child = try InteractiveProcess(shell("exec 3>\(lifeLine.path); exit 7"))
    #expect(lifeLine.isReleased())
    #expect(kill(orphan, SIGKILL) == 0)
    // Zombies take signals; only who is reaped cannot be found any more.
    let patience = Deadline.after(seconds: 20)
    while kill(orphan, 0) == 0, !patience.hasPassed { Orphans.reap() }
    #expect(kill(orphan, 0) != 0 && errno == ESRCH)
    #expect(try child.finish() == .exited(7))
  }
}
