import ChildProcess
import GantryTestSupport
import Glibc
import Synchronization

/// A marker that no other test has, and the processes that carry it.
struct TestMarker {
  let scope: String
  let marker: ProcessMarker

  private static let serial = Atomic<Int>(0)

  init() {
    scope = "test-\(getpid())-\(Self.serial.wrappingAdd(1, ordering: .relaxed).newValue)"
    marker = ProcessMarker(scope: scope, run: "run")
  }

  /// Numbers of the processes that have the marker in their environment and have not ended. A zombie has none.
  var living: [Int32] { ProcessTable.pids(withEnvironment: "\(ProcessMarker.variable)=\(scope)/") }
}
