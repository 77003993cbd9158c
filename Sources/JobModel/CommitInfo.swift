/// What a commit says about itself.
public struct CommitInfo: Hashable, Sendable {
  /// Object id in hexadecimal.
  public var oid: String
  /// Name of the author; texts are as the commit has them, capped at 256 bytes.
  public var author: String
  public var email: String
  /// When the author made the change, by the author's clock.
  public var authoredAt: Timestamp
  /// When the commit came to be; a rebase or an amendment makes it later than `authoredAt`.
  public var committedAt: Timestamp

  public init(oid: String, author: String, email: String, authoredAt: Timestamp, committedAt: Timestamp) {
    self.oid = oid
    self.author = author
    self.email = email
    self.authoredAt = authoredAt
    self.committedAt = committedAt
  }

  /// When the work was done, as far as can be told: the author's time, unless it lies behind the commit's, which only a
  /// wrong clock can bring about.
  public var workedAt: Timestamp { min(authoredAt, committedAt) }
}
