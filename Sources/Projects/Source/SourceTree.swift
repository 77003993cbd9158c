/// The files of a repository at one moment, wherever they are kept; what the plan and skills readers see.
///
/// A tree is used by one thread at a time. What it reads is untrusted: nothing in it is ever run or followed.
public protocol SourceTree {
  /// Commit id in hexadecimal; nil on a branch without commits.
  var headOID: String? { get }

  /// Short name of the branch, such as `main`; nil when HEAD is detached.
  var branch: String? { get }

  /// All regular files, each once, ordered by the bytes of their paths.
  func entries() throws -> [TreeEntry]

  /// Names of the listing that stand for no readable file, once it is made; of many the first.
  var skipped: [SkippedFile] { get }

  /// What the listing left out, in sentences, once it is made.
  var listingWarnings: [String] { get }

  /// At most `limit` bytes from the start of a file.
  ///
  /// A file may have changed or vanished since it was listed; then this throws, and the caller goes on without it.
  func read(_ entry: TreeEntry, limit: Int) throws -> [UInt8]

  /// At most `limit` bytes from the start of each file as the last commit has it, nil for a file it has not; nil
  /// altogether when the tree is that of a commit, or there is none.
  func committed(_ entries: [TreeEntry], limit: Int) throws -> [[UInt8]?]?
}

extension SourceTree {
  public func committed(_ entries: [TreeEntry], limit: Int) throws -> [[UInt8]?]? { nil }
}

extension SourceTree {
  public var skipped: [SkippedFile] { [] }
  public var listingWarnings: [String] { [] }
}
