import Glibc

/// What the files of a directory take up, and when each was last used.
enum DirectoryUse {
  struct File: Hashable {
    var name: String
    var bytes: Int64
    /// Nanoseconds since 1970.
    var usedAt: Int64
  }

  /// The regular files in a directory, not below it; empty when it cannot be listed.
  static func files(in directory: String) -> [File] {
    names(in: directory).compactMap { name in
      var status = stat()
      guard lstat("\(directory)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      let stamp = FileStamp(status)
      return File(name: name, bytes: stamp.size, usedAt: stamp.modified)
    }
  }

  /// When a file was last marked as used, in nanoseconds since 1970; 0 when it is not there.
  static func lastUse(of path: String) -> Int64 {
    var status = stat()
    return lstat(path, &status) == 0 ? FileStamp(status).modified : 0
  }

  /// Bytes of all regular files in a directory and below it; no link is followed.
  static func bytes(below directory: String) -> Int64 {
    var bytes: Int64 = 0
    for name in names(in: directory) {
      let path = "\(directory)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG: bytes += Int64(status.st_size)
      case S_IFDIR: bytes += Self.bytes(below: path)
      default: break
      }
    }
    return bytes
  }

  /// All names in a directory but `.` and `..`; empty when it cannot be listed.
  static func names(in directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
