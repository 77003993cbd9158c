/// Where a repository stands: what its HEAD means.
struct CommitPosition: Hashable, Sendable {
  /// Commit id in hexadecimal; nil on a branch without commits.
  var oid: String?
  /// Short name of the branch; nil when HEAD is detached.
  var branch: String?
}
