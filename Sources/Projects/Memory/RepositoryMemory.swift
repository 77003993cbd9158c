/// What is remembered of the files of one repository, by path, from one refresh to the next.
struct RepositoryMemory: Hashable, Sendable {
  var files: [[UInt8]: FileRecord] = [:]
  /// What the language findings were made under besides the files themselves: all `.gitattributes` of the tree.
  var languageContext = ContentDigest()

  /// Most files remembered; the readers look at no more.
  static let maximumFiles = 200_000
  /// Largest content kept of one file, in bytes: plans and manifests are smaller, those that are not are read again.
  static let maximumContent = 1 << 20
  /// Most content kept of all files, in bytes.
  static let maximumContents = 16 << 20
}
