import CLinux
import Glibc

/// The file of a backup, under a temporary name beside its own until it is whole, checked and on disk.
struct BackupFile {
  let path: String
  let temporaryPath: String
  private let directory: String

  /// Makes an empty file with mode 0600, which `VACUUM INTO` fills: made by SQLite, it would be open to others.
  init(path: String) throws(MaintenanceError) {
    guard path.hasPrefix("/"), let slash = path.lastIndex(of: "/"), path.index(after: slash) != path.endIndex else {
      throw .unusablePath("must be the absolute path of a file")
    }
    self.path = path
    directory = slash == path.startIndex ? "/" : String(path[..<slash])
    var status = stat()
    guard stat(directory, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .unusablePath("the directory '\(directory)' does not exist; make it first")
    }
    guard lstat(path, &status) != 0 else {
      throw .unusablePath("there is something at '\(path)' already; choose another name")
    }
    temporaryPath = "\(path).\(getpid()).partial"
    // What a killed daemon of the same number left.
    unlink(temporaryPath)
    let descriptor = open(temporaryPath, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw .unusablePath("'\(temporaryPath)' cannot be made: \(DatabaseFile.describe(errno))")
    }
    close(descriptor)
  }

  /// Brings the file to disk and gives it its name, unless somebody has taken that meanwhile.
  func publish() throws(MaintenanceError) {
    try sync(temporaryPath, O_RDONLY)
    guard gantry_rename_new(temporaryPath, path) == 0 else {
      let code = errno
      guard code != EEXIST else {
        throw .unusablePath("something came to be at '\(path)' meanwhile; choose another name")
      }
      throw failure("renamed to '\(path)'", code)
    }
    do throws(MaintenanceError) {
      try sync(directory, O_RDONLY | O_DIRECTORY)
    } catch {
      unlink(path)
      throw error
    }
  }

  func remove() { unlink(temporaryPath) }

  private func sync(_ name: String, _ flags: Int32) throws(MaintenanceError) {
    let descriptor = open(name, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("opened", errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("brought to disk", errno) }
  }

  private func failure(_ what: String, _ code: Int32) -> MaintenanceError {
    .store(
      StoreError(
        code == ENOSPC || code == EDQUOT ? .full : .io,
        "The backup '\(temporaryPath)' could not be \(what): \(DatabaseFile.describe(code)). Check the disk.",
        underlying: code))
  }
}
