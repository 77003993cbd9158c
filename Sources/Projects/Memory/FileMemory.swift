/// Remembers what files say from one look at a repository to the next.
protocol FileMemory: AnyObject {
  /// Called before all else with what every language finding depends on besides its own file; what was remembered under
  /// another context counts no more.
  func begin(context: ContentDigest)

  /// What an unchanged file said about its language; nil for one that has to be looked at.
  func finding(of entry: TreeEntry) -> LanguageFinding?

  func keep(_ finding: LanguageFinding, of entry: TreeEntry)

  /// The object id of the content of an unchanged file of a working tree; nil when it has to be computed.
  func blobID(of entry: TreeEntry) -> String?

  func keep(blobID: String, of entry: TreeEntry)

  /// At most `limit` bytes from the start of a file, which need not be remembered.
  func readWithoutKeeping(_ entry: TreeEntry, limit: Int) throws -> [UInt8]
}
