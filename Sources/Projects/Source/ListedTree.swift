import JobModel

/// A tree that is listed once, however many readers ask, and that remembers when reading it broke down.
///
/// Readers pass over single files that cannot be read. When git itself has failed, or the job was cancelled, that would
/// turn into a report with most of the repository missing; so whoever uses their reports looks at `failure` first.
final class ListedTree: SourceTree {
  let headOID: String?
  let branch: String?
  /// Why the tree as a whole cannot be read any more.
  private(set) var failure: JobError?
  let skipped: [SkippedFile]
  let listingWarnings: [String]
  private let tree: any SourceTree
  private let listing: [TreeEntry]

  /// Lists the tree.
  init(_ tree: any SourceTree) throws {
    self.tree = tree
    headOID = tree.headOID
    branch = tree.branch
    listing = try tree.entries()
    skipped = tree.skipped
    listingWarnings = tree.listingWarnings
  }

  func entries() -> [TreeEntry] { listing }

  func read(_ entry: TreeEntry, limit: Int) throws -> [UInt8] {
    if let failure { throw failure }
    do {
      return try tree.read(entry, limit: limit)
    } catch let error as JobError where error.kind != JobError.fileUnreadableKind {
      failure = error
      throw error
    }
  }

  func committed(_ entries: [TreeEntry], limit: Int) throws -> [[UInt8]?]? {
    if let failure { throw failure }
    return try tree.committed(entries, limit: limit)
  }
}
