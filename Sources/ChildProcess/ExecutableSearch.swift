import Glibc

/// Finds programs the way a shell does.
public enum ExecutableSearch {
  /// Directories searched when the environment names none; the order of a Debian login shell.
  public static let defaultPath = "/usr/local/bin:/usr/bin:/bin"

  /// Absolute path of the first executable regular file called `name` in the directories of `path`.
  ///
  /// Relative directories, the empty one included, are passed over: they would make the choice depend on where we stand.
  public static func find(_ name: String, in path: String) -> String? {
    for directory in path.split(separator: ":") where directory.hasPrefix("/") {
      let candidate = "\(directory)/\(name)"
      var status = stat()
      guard stat(candidate, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(candidate, X_OK) == 0 else {
        continue
      }
      return candidate
    }
    return nil
  }
}
