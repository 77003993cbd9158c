import Glibc

/// The file beneath a store, before SQLite opens it.
enum DatabaseFile {
  /// The path with the links in its directory resolved: SQLite is told to follow none, which covers the whole path,
  /// and a state directory may well lie behind one (`/var/run`, a moved home).
  static func resolve(_ path: String) throws(StoreError) -> String {
    let slash = path.lastIndex(of: "/")
    let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    guard let resolved = realpath(directory, nil) else {
      let code = errno
      throw StoreError(
        .io, "\(directory): the directory for the database cannot be used: \(describe(code)).", underlying: code)
    }
    defer { free(resolved) }
    let base = String(cString: resolved)
    return base == "/" ? "/\(name)" : "\(base)/\(name)"
  }

  /// Creates the file with mode 0600 if there is none; SQLite would take 0644 less the umask, and gives `-wal` and
  /// `-shm` the mode of the database.
  ///
  /// O_EXCL: closing a descriptor of a database that this process has open would drop SQLite's locks on it. A file that
  /// did not exist has none.
  static func createIfMissing(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor >= 0 {
      close(descriptor)
      return
    }
    let code = errno
    guard code == EEXIST else {
      throw StoreError(
        code == ENOSPC || code == EDQUOT ? .full : .io,
        "\(path): the database cannot be created: \(describe(code)). Check the directory and the disk.",
        underlying: code)
    }
  }

  static func describe(_ code: Int32) -> String {
    String(cString: strerror(code))
  }
}
