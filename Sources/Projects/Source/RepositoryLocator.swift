import Glibc

/// Finds the repository that a path lies in, by looking only: no program is run, so the event loop may ask.
///
/// The rules are git's own: the nearest directory upwards that holds a valid `.git`, or that is a repository itself; not
/// across file systems, and not above a ceiling.
public enum RepositoryLocator {
  /// Why there is none.
  public struct Failure: Error, Sendable, Hashable {
    /// One clause, such as `no such file or directory`.
    public var reason: String
  }

  /// A directory that a repository was found at.
  struct Location: Hashable {
    /// The canonical absolute path of the work tree, or of the repository itself when it is bare.
    var root: String
    var isBare: Bool
  }

  /// The canonical absolute path (no symbolic links) of the work tree or bare repository that holds `path`.
  ///
  /// - Parameters:
  ///   - path: an absolute path to a directory or file anywhere inside the repository.
  ///   - ceilings: directories that are not looked at, nor any above them, as in `GIT_CEILING_DIRECTORIES`.
  public static func root(containing path: String, ceilings: [String] = []) throws(Failure) -> String {
    try locate(path, ceilings: ceilings).root
  }

  static func locate(_ path: String, ceilings: [String] = []) throws(Failure) -> Location {
    guard path.utf8.first == UInt8(ascii: "/") else { throw Failure(reason: "the path is not absolute") }
    guard let resolved = realpath(path, nil) else {
      throw Failure(reason: String(cString: strerror(errno)).lowercased())
    }
    defer { free(resolved) }
    guard let start = String(validatingCString: resolved) else { throw Failure(reason: "the path is not UTF-8") }
    var directory = isDirectory(start) ? start : parent(of: start)
    let device = device(of: directory)
    // Git never excludes the starting point itself by a ceiling.
    while true {
      if isWorkTree(directory) { return Location(root: directory, isBare: false) }
      if isRepository(directory) {
        // Inside `.git` of a work tree: the tree is what the user means.
        return directory.hasSuffix("/.git")
          ? Location(root: parent(of: directory), isBare: false) : Location(root: directory, isBare: true)
      }
      let above = parent(of: directory)
      guard directory != "/", !ceilings.contains(above), self.device(of: above) == device else {
        throw Failure(
          reason: "neither it nor a directory above it has a .git; run 'git init' there, or name another path")
      }
      directory = above
    }
  }

  /// Directory part of an absolute path; `/` for `/`.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// A `.git` directory, or the `.git` file of a linked work tree or submodule.
  private static func isWorkTree(_ directory: String) -> Bool {
    let git = directory + "/.git"
    return isDirectory(git) ? isRepository(git) : isRegularFile(git)
  }

  /// Git's own test for a repository: these three, side by side.
  private static func isRepository(_ directory: String) -> Bool {
    exists(directory + "/HEAD") && isDirectory(directory + "/objects") && isDirectory(directory + "/refs")
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func isDirectory(_ path: String) -> Bool { mode(of: path) == S_IFDIR }

  private static func isRegularFile(_ path: String) -> Bool { mode(of: path) == S_IFREG }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private static func device(of path: String) -> dev_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_dev : nil
  }
}
