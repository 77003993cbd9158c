import GantryPaths
import Glibc

/// The daemon's Unix socket: bound under a lock, readable by its owner only, and taken away at the end.
///
/// The lock file (`<path>.lock`) is never removed: without it, "is somebody there? then unlink and bind" is a race that
/// two daemons can both win.
final class ListeningSocket {
  let path: String
  /// The listening descriptor; whoever takes it closes it.
  let descriptor: Int32
  private let lock: Int32
  /// The file that is ours to take away; nil when somebody else made it.
  private let identity: (device: dev_t, inode: ino_t)?

  /// Connections the kernel queues while the loop is busy.
  static let backlog: Int32 = 512

  /// Binds and listens. A stale socket of a dead daemon is replaced; one of a living daemon, or any other kind of file,
  /// is left alone.
  init(path: String) throws(SocketError) {
    guard path.utf8.count <= SocketLocation.maximumLength else {
      throw SocketError(
        "the socket path '\(path)' has \(path.utf8.count) bytes, and a Unix socket allows \(SocketLocation.maximumLength); "
          + "choose a shorter one with --socket")
    }
    let lock = try Self.lock(path)
    do throws(SocketError) {
      try Self.removeStale(path)
      let descriptor = try Self.bind(path)
      var status = stat()
      guard lstat(path, &status) == 0 else {
        let code = errno
        Glibc.close(descriptor)
        throw SocketError("the socket '\(path)' vanished right after it was bound", systemError: code)
      }
      self.path = path
      self.lock = lock
      self.descriptor = descriptor
      identity = (status.st_dev, status.st_ino)
    } catch {
      Glibc.close(lock)
      throw error
    }
  }

  /// Takes over a socket that the service manager listens on; its file stays when the daemon ends.
  init(inherited descriptor: Int32) throws(SocketError) {
    path = try InheritedSocket.path(of: descriptor)
    lock = try Self.lock(path)
    self.descriptor = descriptor
    identity = nil
  }

  /// Removes the socket if it is still ours, then lets go of the lock.
  func remove() {
    var status = stat()
    if let identity, lstat(path, &status) == 0, status.st_dev == identity.device, status.st_ino == identity.inode {
      unlink(path)
    }
    abandon()
  }

  /// Lets go of the lock and leaves the file, as a crash would.
  func abandon() {
    Glibc.close(lock)
  }

  private static func lock(_ path: String) throws(SocketError) -> Int32 {
    let file = path + ".lock"
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw SocketError("the lock file '\(file)' cannot be opened", systemError: errno)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      Glibc.close(descriptor)
      if code == EWOULDBLOCK {
        throw SocketError(
          "another gantryd already serves '\(path)'; use it, stop it first, or choose another socket with --socket")
      }
      throw SocketError("the lock file '\(file)' cannot be locked", systemError: code)
    }
    return descriptor
  }

  private static func removeStale(_ path: String) throws(SocketError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw SocketError("'\(path)' cannot be looked at", systemError: errno)
    }
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw SocketError(
        "'\(path)' exists and is not a socket; gantryd does not replace it. Move it away or choose another --socket")
    }
    guard unlink(path) == 0 else {
      throw SocketError("the stale socket '\(path)' cannot be removed", systemError: errno)
    }
  }

  private static func bind(_ path: String) throws(SocketError) -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    guard descriptor >= 0 else { throw SocketError("no socket can be made", systemError: errno) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    // Under this mask the file is 0600 from its first moment; a chmod after the bind would leave a window.
    let mask = umask(0o177)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    let code = errno
    umask(mask)
    guard result == 0 else {
      Glibc.close(descriptor)
      throw SocketError("the socket '\(path)' cannot be bound", systemError: code)
    }
    return descriptor
  }
}
