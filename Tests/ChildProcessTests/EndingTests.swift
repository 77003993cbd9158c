import ChildProcess
import Foundation
import Glibc
import Testing

@Suite struct EndingTests {
  @Test func `a deadline ends the child with SIGTERM`() {
    let error = #expect(throws: ChildProcessError.self) {
      try shell("exec sleep 1000").run(supervision: Supervision(deadline: .after(seconds: 0.3)))
    }
    #expect(error?.code == .timedOut)
    #expect(error?.status == .signalled(SIGTERM))
  }

  @Test func `a child that ignores SIGTERM is killed after the grace`() throws {
    let cancelled = Flag()
    let child = try InteractiveProcess(
      shell("trap '' TERM; echo ready; while :; do sleep 1; done"),
      supervision: Supervision(isCancelled: { cancelled.isSet }, killGrace: 0.1))
    #expect(text(try child.readLine()) == "ready")
    cancelled.set()
    let error = #expect(throws: ChildProcessError.self) { try child.readLine() }
    #expect(error?.code == .cancelled)
    #expect(error?.status == .signalled(SIGKILL))
  }

  @Test func `cancelling from another thread wakes a waiting run`() {
    let cancelled = Flag()
    Thread.detachNewThread { cancelled.set() }
    let error = #expect(throws: ChildProcessError.self) {
      try shell("exec sleep 1000").run(supervision: Supervision(isCancelled: { cancelled.isSet }))
    }
    #expect(error?.code == .cancelled)
  }

  @Test func `nothing is started once the work is cancelled`() {
    let error = #expect(throws: ChildProcessError.self) {
      try ChildCommand("/nonexistent").run(supervision: Supervision(isCancelled: { true }))
    }
    #expect(error?.code == .cancelled)
  }

  @Test func `cancelling ends the whole tree`() throws {
    let lifeLine = LifeLine()
    let cancelled = Flag()
    let child = try InteractiveProcess(
      shell("exec 3>\(lifeLine.path); trap '' TERM; sleep 1000 & echo ready; sleep 1000"),
      supervision: Supervision(isCancelled: { cancelled.isSet }, killGrace: 0.1))
    #expect(text(try child.readLine()) == "ready")
    cancelled.set()
    #expect(throws: ChildProcessError.self) { try child.readLine() }
    #expect(lifeLine.isReleased())
  }

  @Test func `a grandchild that holds the pipe does not hold us`() throws {
    let result = try shell("sleep 1000 & echo $!", leftovers: .left).run()
    let grandchild = try #require(pid_t(text(result.output).dropLast()))
    #expect(result.status.isSuccess)
    #expect(kill(grandchild, SIGKILL) == 0, "it was left alone")
  }

  @Test func `a grandchild that never stops writing does not hold us`() throws {
    let result = try shell("yes & echo done >&2").run(limits: OutputLimits(output: 1 << 30, idleGrace: 0.02))
    #expect(text(result.stderrTail) == "done\n")
    #expect(result.status.isSuccess)
  }

  @Test func `what a child leaves behind is killed`() throws {
    let lifeLine = LifeLine()
    _ = try shell("exec 3>\(lifeLine.path); sleep 1000 &").run()
    #expect(lifeLine.isReleased())
  }

  @Test func `dropping a conversation ends its tree`() throws {
    let lifeLine = LifeLine()
    var child: InteractiveProcess? = try InteractiveProcess(
      shell("exec 3>\(lifeLine.path); trap '' TERM; sleep 1000 & echo ready; cat"))
    #expect(try child.map { text(try $0.readLine()) } == "ready")
    child = nil
    #expect(lifeLine.isReleased())
  }
}
