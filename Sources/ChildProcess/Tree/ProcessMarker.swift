import Glibc
import Synchronization

/// What the environment of every program of one daemon holds, so that it can be told for whom it runs: also after it has
/// left its session, lost its parents, or outlived its daemon.
public struct ProcessMarker: Sendable, Hashable {
  /// Name of the variable.
  public static let variable = "GANTRY_ATTEMPT"

  /// Beginning of the variable's value; a number for each program comes behind it.
  public let value: String

  private static let programs = Atomic<UInt64>(0)

  /// - Parameters:
  ///   - scope: names the daemon's state directory, whatever its path is today; see `scope(of:)`.
  ///   - run: names one run of the daemon.
  public init(scope: String, run: String) {
    value = "\(scope)/\(run)"
  }

  private init(value: String) {
    self.value = value
  }

  /// The same for one piece of work.
  public func appending(_ part: String) -> ProcessMarker {
    ProcessMarker(value: "\(value)/\(part)")
  }

  /// Device and inode number of a directory: renamed it is the same, and another one at its path is not.
  ///
  /// - Returns: nil when there is no such directory.
  public static func scope(of directory: String) -> String? {
    var status = stat()
    guard stat(directory, &status) == 0 else { return nil }
    return "\(String(UInt64(status.st_dev), radix: 16)):\(String(UInt64(status.st_ino), radix: 16))"
  }

  /// The variable's value for the next program: no two of one process are alike.
  func next() -> String {
    "\(value)/\(Self.programs.wrappingAdd(1, ordering: .relaxed).newValue)"
  }
}
