import JobModel

/// Long work beside the queue: it reads what is committed and holds nobody up. Each call blocks its thread until it is
/// done, and has a connection of its own.
public protocol StoreMaintaining: Sendable {
  /// Writes a copy of the whole queue as it stands, checks it, and only then gives it its name.
  ///
  /// - Parameters:
  ///   - path: absolute; nothing may be there, and its directory must be.
  ///   - cancellation: ends the work when it is raised, and nothing is left of it.
  func backUp(to path: String, cancellation: Cancellation) throws(MaintenanceError) -> BackupReport

  /// Reads everything and looks for damage and for contradictions.
  ///
  /// - Parameter boot: the daemon that runs; a job processed by another one is a contradiction. Nil when none runs.
  func verify(boot: BootID?, cancellation: Cancellation) throws(MaintenanceError) -> VerifyReport

  /// How many ended jobs a cleanup by age would delete; those that others wait for are counted as well.
  func countEnded(_ steps: [CleanupStep], cancellation: Cancellation) throws(MaintenanceError) -> Int
}

/// A copy that was made and checked.
public struct BackupReport: Sendable, Equatable {
  /// Size of the copy.
  public var bytes: Int64
  /// Jobs in it.
  public var jobs: Int
}

/// What was found by looking at everything.
public struct VerifyReport: Sendable, Equatable {
  /// Sentences; none when all is well. At most `maximumProblems` of them.
  public var problems: [String]
  /// Jobs looked at.
  public var jobs: Int
  /// Size of the database.
  public var bytes: Int64

  public static let maximumProblems = 100
}

/// Why long work came to nothing. Nothing is left of it.
public enum MaintenanceError: Error, Sendable, Equatable {
  case cancelled
  /// The path cannot be used, and why.
  case unusablePath(String)
  /// The copy is damaged, with what is wrong. So is, most likely, the database.
  case badCopy([String])
  case store(StoreError)
}
