import Glibc

/// Finds the repository that a path lies in, by looking only: no program is run, so the event loop may ask.
public enum RepositoryLocator {
  /// Why there is none.
  public struct Failure: Error, Sendable, Hashable {
    /// One clause, such as `no such file or directory`.
    public var reason: String
  }

  /// The canonical absolute path (no symbolic links) of the work tree or bare repository that holds `path`.
  ///
  /// - Parameter path: an absolute path to a directory or file anywhere inside the repository.
  public static func root(containing path: String) throws(Failure) -> String {
    guard path.utf8.first == UInt8(ascii: "/") else { throw Failure(reason: "the path is not absolute") }
    guard let resolved = realpath(path, nil) else { throw Failure(reason: String(cString: strerror(errno))) }
    defer { free(resolved) }
    var directory = String(cString: resolved)
    if !isDirectory(directory) { directory = parent(of: directory) }
    while true {
      if exists(directory + "/.git") { return directory }
      if isRepositoryItself(directory) {
        // Inside `.git` of a work tree: the tree is what the user means.
        return directory.hasSuffix("/.git") ? parent(of: directory) : directory
      }
      guard directory != "/" else {
        throw Failure(reason: "neither it nor a directory above it has a .git; run 'git init' there, or name another path")
      }
      directory = parent(of: directory)
    }
  }

  /// Git's own test for a bare repository: these three, side by side.
  private static func isRepositoryItself(_ directory: String) -> Bool {
    exists(directory + "/HEAD") && isDirectory(directory + "/objects") && isDirectory(directory + "/refs")
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
