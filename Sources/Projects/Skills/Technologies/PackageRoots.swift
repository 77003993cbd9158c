/// The directories of a tree that are packages of their own, because a manifest lies in them.
struct PackageRoots: Sendable {
  private let roots: Set<String>

  /// - Parameter paths: the files of the tree that are not somebody else's.
  init(_ paths: some Sequence<PathName>) {
    var roots: Set<String> = []
    for path in paths where !path.directory.isEmpty && !roots.contains(path.directory) {
      guard ManifestReaders.shared.readers(for: path).contains(where: { $0.marksPackage }),
        DirectoryScope(directory: path.directory) != .fixtures
      else { continue }
      roots.insert(path.directory)
    }
    self.roots = roots
  }

  /// The nearest package at or above a directory; empty for the root of the repository.
  func root(of directory: String) -> String {
    guard !roots.isEmpty else { return "" }
    var directory = directory[...]
    while !directory.isEmpty {
      if roots.contains(String(directory)) { return String(directory) }
      directory = directory[..<(directory.utf8.lastIndex(of: Bytes.slash) ?? directory.startIndex)]
    }
    return ""
  }
}
