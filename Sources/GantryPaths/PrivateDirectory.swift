import Glibc

/// Directories that only their owner can change. Not every system honours the permissions of a socket, every one honours
/// those of the directory around it; so the directory is what is checked.
public enum PrivateDirectory {
  /// Makes sure that `path` is a directory of this user that nobody else can write to, creating it (and missing parents)
  /// with mode 0700.
  ///
  /// - Throws: ``PathError`` naming the directory and the remedy.
  public static func ensure(_ path: String) throws(PathError) {
    let path = try normalized(path)
    try createParents(of: path)
    if mkdir(path, 0o700) != 0, errno != EEXIST {
      throw failure("create the directory", path, errno)
    }
    try verify(path)
  }

  /// Checks an existing directory without changing anything: a directory, not a link to one, owned by the effective user,
  /// and not writable by group or others.
  ///
  /// - Throws: ``PathError`` naming the directory and the remedy.
  public static func verify(_ path: String) throws(PathError) {
    let status = try status(of: normalized(path))
    let owner = geteuid()
    guard status.st_uid == owner else {
      throw PathError(
        code: .wrongOwner, path: path,
        description: "The directory \(path) belongs to user \(status.st_uid), not to you (user \(owner)). "
          + "Choose another place, or remove it if it is yours to remove.")
    }
    guard status.st_mode & 0o022 == 0 else {
      throw PathError(
        code: .writableByOthers, path: path,
        description: "Other users may write into the directory \(path) (mode \(octal(status.st_mode))). "
          + "Run: chmod go-w '\(path)'")
    }
  }

  /// Whether `path` fulfils what the XDG specification demands of a runtime directory: owned by `userID`, mode 0700.
  /// The reason is returned when it does not.
  static func runtimeDirectoryFault(_ path: String, userID: UInt32) -> String? {
    let status: stat
    do {
      status = try self.status(of: path)
    } catch {
      return error.description
    }
    if status.st_uid != userID { return "\(path) belongs to user \(status.st_uid), not to user \(userID)." }
    if status.st_mode & 0o777 != 0o700 { return "\(path) has mode \(octal(status.st_mode)), not 0700." }
    return nil
  }

  /// The file status, taken from an open descriptor so that what was checked is what was opened.
  private static func status(of path: String) throws(PathError) -> stat {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      let number = errno
      switch number {
      case ENOENT:
        throw PathError(
          code: .missing, path: path, systemError: number, description: "The directory \(path) does not exist.")
      case ENOTDIR, ELOOP:
        var link = stat()
        if lstat(path, &link) == 0, link.st_mode & S_IFMT == S_IFLNK {
          throw PathError(
            code: .symbolicLink, path: path, systemError: number,
            description: "\(path) is a symbolic link. Name the directory it points to, or remove the link.")
        }
        throw PathError(
          code: .notADirectory, path: path, systemError: number,
          description: "\(path) is not a directory. Move it away, or choose another place.")
      default:
        throw failure("open the directory", path, number)
      }
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("examine the directory", path, errno) }
    return status
  }

  private static func createParents(of path: String) throws(PathError) {
    var parent = ""
    for part in path.split(separator: "/").dropLast() {
      parent += "/" + part
      // A parent that cannot be created but exists (EEXIST, or EROFS and EACCES on the way down) is no failure:
      // creating the directory itself reports what matters.
      if mkdir(parent, 0o700) != 0, errno == ENOTDIR { throw failure("create the directory", parent, errno) }
    }
  }

  /// Without trailing slashes: with one, `open` would follow a link in spite of `O_NOFOLLOW`.
  private static func normalized(_ path: String) throws(PathError) -> String {
    guard path.utf8.first == UInt8(ascii: "/") else {
      throw PathError(
        code: .notAbsolute, path: path,
        description: "The directory '\(path)' is not an absolute path. Write it from the root, starting with '/'.")
    }
    return PathEnvironment(variables: [:], userID: 0).absolute(path)
  }

  private static func failure(_ action: String, _ path: String, _ number: Int32) -> PathError {
    PathError(
      code: .system, path: path, systemError: number,
      description: "Cannot \(action) \(path): \(describeErrno(number)). Choose a place you may write to.")
  }

  private static func octal(_ mode: mode_t) -> String {
    "0" + String(mode & 0o7777, radix: 8)
  }
}
