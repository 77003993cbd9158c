import JobModel

/// A commit that changed the plan file, as `git log --raw` tells.
struct PlanChange: Hashable {
  /// What happened to the file.
  enum Kind: Hashable {
    case added, modified, deleted
    /// It had this path before.
    case renamed(from: String)
    /// It began as a copy of another file, whose past is not its own.
    case copied
  }

  var commit: CommitInfo
  /// Object ids of the parents, the first one being the branch itself.
  var parents: [String]
  var kind: Kind
  var path: String
  /// Object id of the content before; nil when there was none, or no regular file.
  var oldBlob: String?
  /// The same for the content after.
  var newBlob: String?

  var isMerge: Bool { parents.count > 1 }
}
