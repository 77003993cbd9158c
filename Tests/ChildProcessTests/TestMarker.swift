import ChildProcess
import Foundation
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
  var living: [Int32] {
    let line = Data("\(ProcessMarker.variable)=\(scope)/".utf8)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap(Int32.init).filter { pid in
      FileManager.default.contents(atPath: "/proc/\(pid)/environ")?.range(of: line) != nil
    }
  }
}
