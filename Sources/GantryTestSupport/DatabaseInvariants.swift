import JobModel
import JobStore

/// What is true of the tables between any two transactions, beyond what constraints can say.
public enum DatabaseInvariants {
  /// Throws what is wrong with the database at `path`.
  public static func check(_ path: String, now: Timestamp) throws {
    let report = try SQLiteMaintenance(path: path).verify(boot: nil, cancellation: Cancellation())
    guard report.problems.isEmpty else { throw TestFailure(report.problems.joined(separator: "\n")) }
  }
}
