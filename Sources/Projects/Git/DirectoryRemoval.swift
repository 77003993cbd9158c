import Glibc

/// Removes a directory with all that is in it, following no links.
enum DirectoryRemoval {
  /// - Returns: the error number of the first failure; nil when the directory is gone or never was.
  static func remove(_ path: String) -> Int32? {
    remove(Array(path.utf8CString), below: AT_FDCWD)
  }

  private static func remove(_ name: [CChar], below parent: Int32) -> Int32? {
    if unlinkat(parent, name, 0) == 0 || errno == ENOENT { return nil }
    guard errno == EISDIR || errno == EPERM else { return errno }
    let opened = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { return errno }
    guard let stream = fdopendir(opened) else {
      close(opened)
      return errno
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
      }
      if name == Array(".".utf8CString) || name == Array("..".utf8CString) { continue }
      if let failure = remove(name, below: opened) { return failure }
    }
    return unlinkat(parent, name, AT_REMOVEDIR) == 0 || errno == ENOENT ? nil : errno
  }
}
