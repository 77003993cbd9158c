/// A regular file of a repository; symbolic links, submodules and special files never become entries.
public struct TreeEntry: Hashable, Sendable {
  /// Path relative to the root of the repository, `/`-separated, without a leading `/`.
  ///
  /// For showing and for matching names. A file is opened through `pathBytes`.
  public let path: String
  /// The path as git stores it; differs from `path` only when that is not valid UTF-8.
  public let pathBytes: [UInt8]
  /// True when `pathBytes` was not valid UTF-8, so that `path` holds replacement characters.
  public let isPathRepaired: Bool
  /// Size of the content in bytes.
  public let size: Int64
  /// Object id of the content in hexadecimal; nil for a file of a working tree, whose content may not be in git yet.
  public let oid: String?
  public let isExecutable: Bool
  /// What tells a change of a file of a working tree; nil for one of a commit.
  public let stamp: FileStamp?

  public init(path: String, size: Int64, oid: String? = nil, isExecutable: Bool = false) {
    self.path = path
    self.pathBytes = Array(path.utf8)
    self.isPathRepaired = false
    self.size = size
    self.oid = oid
    self.isExecutable = isExecutable
    stamp = nil
  }

  /// An entry whose path comes from the file system or from git, where any byte but NUL may stand.
  public init(
    pathBytes: [UInt8], size: Int64, oid: String? = nil, isExecutable: Bool = false, stamp: FileStamp? = nil
  ) {
    self.path = String(decoding: pathBytes, as: UTF8.self)
    self.pathBytes = pathBytes
    self.isPathRepaired = !path.utf8.elementsEqual(pathBytes)
    self.size = size
    self.oid = oid
    self.isExecutable = isExecutable
    self.stamp = stamp
  }
}
