import CLinux
import Glibc

/// A file system in memory with little room, mounted for a test and gone with its last reference.
public final class SmallFilesystem {
  public let path: String
  private let directory: TemporaryDirectory

  /// Whether this process may mount one: root may, unless it is in a container without that right.
  public static let isAvailable: Bool = {
    do {
      _ = try SmallFilesystem(bytes: 64 << 10)
      return true
    } catch {
      return false
    }
  }()

  public init(bytes: Int) throws(TestFailure) {
    directory = try TemporaryDirectory()
    path = try directory.makeDirectory("small")
    guard mount("tmpfs", path, "tmpfs", 0, "size=\(bytes),mode=0700") == 0 else {
      throw TestFailure("mount \(path)", errno: errno)
    }
  }

  deinit { umount2(path, gantry_mnt_detach) }

  /// Takes all the room there is.
  public func fill() throws(TestFailure) {
    let descriptor = open(ballast, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw TestFailure("opening \(ballast)", errno: errno) }
    defer { close(descriptor) }
    let page = [UInt8](repeating: 0xFF, count: 4096)
    while write(descriptor, page, page.count) > 0 {}
    guard errno == ENOSPC else { throw TestFailure("filling \(ballast)", errno: errno) }
  }

  /// Gives the room back that `fill` has taken.
  public func makeRoom() throws(TestFailure) {
    guard unlink(ballast) == 0 else { throw TestFailure("removing \(ballast)", errno: errno) }
  }

  private var ballast: String { path + "/ballast" }
}
