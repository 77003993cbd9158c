/// What is remembered of one file of a repository.
struct FileRecord: Hashable, Sendable {
  /// What the file looked like when it was read; nil for a file of a commit.
  var stamp: FileStamp?
  /// True when a change since then must show in the stamp.
  var isSettled = false
  /// Object id of a file of a commit; nil for one of a working tree.
  var oid: String?
  var isExecutable: Bool
  /// What was read of it; nil when nobody has looked inside.
  var seen: Seen?
  /// What the content says about languages; nil when that was not asked.
  var language: LanguageFinding?
  /// Object id of the whole content of a file of a working tree; nil when it was not computed. Then all of it was read.
  var blobID: String?
  /// The content from its start, as far as `seen` reaches; nil when it is not kept.
  var content: [UInt8]?

  /// The part of a file that was read.
  struct Seen: Hashable, Sendable {
    /// Bytes asked for.
    var limit: Int
    /// Digest of the bytes that came, or of `failed`.
    var digest: ContentDigest

    init(limit: Int, digest: ContentDigest) {
      self.limit = limit
      self.digest = digest
    }

    init(limit: Int, bytes: [UInt8]) {
      self.init(limit: limit, digest: ContentDigest(of: bytes))
    }

    /// A file that could not be read.
    static func failed(limit: Int) -> Seen {
      var digest = ContentDigest()
      digest.add("unreadable")
      return Seen(limit: limit, digest: digest)
    }
  }
}
