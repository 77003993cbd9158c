import Glibc
import Testing

@testable import GantryServer

@MainActor @Suite struct ListeningSocketTests {
  private let path = "/tmp/gantry-listen-\(getpid())-\(UInt32.random(in: 0 ... .max)).sock"

  @Test func theFileIsPrivateFromTheStartAndGoneAtTheEnd() throws {
    let socket = try ListeningSocket(path: path)
    #expect(mode(path) == S_IFSOCK | 0o600)
    socket.remove()
    close(socket.descriptor)
    #expect(mode(path) == nil)
    unlink(path + ".lock")
  }

  @Test func aSecondDaemonIsRefusedAndTheFirstKeepsItsSocket() throws {
    let socket = try ListeningSocket(path: path)
    let error = #expect(throws: SocketError.self) { try ListeningSocket(path: path) }
    #expect(error?.description.contains("another gantryd already serves '\(path)'") == true)
    #expect(mode(path) == S_IFSOCK | 0o600)
    socket.remove()
    close(socket.descriptor)
    unlink(path + ".lock")
  }

  @Test func theSocketOfADeadDaemonIsReplaced() throws {
    let dead = try ListeningSocket(path: path)
    // A daemon that was killed: its descriptors are closed, its file is still there.
    close(dead.descriptor)
    dead.abandon()
    #expect(mode(path) != nil)
    let socket = try ListeningSocket(path: path)
    socket.remove()
    close(socket.descriptor)
    unlink(path + ".lock")
  }

  @Test func aFileOfAnotherKindIsLeftAlone() throws {
    let file = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
    close(file)
    let error = #expect(throws: SocketError.self) { try ListeningSocket(path: path) }
    #expect(error?.description.contains("is not a socket") == true)
    #expect(mode(path) == S_IFREG | 0o600)
    unlink(path)
    unlink(path + ".lock")
  }

  @Test func aSymbolicLinkIsNotFollowed() throws {
    symlink("/tmp/nowhere", path)
    #expect(throws: SocketError.self) { try ListeningSocket(path: path) }
    #expect(mode(path) == S_IFLNK | 0o777)
    unlink(path)
    unlink(path + ".lock")
  }

  @Test func aSocketThatIsNoLongerOursIsNotRemoved() throws {
    let socket = try ListeningSocket(path: path)
    unlink(path)
    let file = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
    close(file)
    socket.remove()
    #expect(mode(path) == S_IFREG | 0o600)
    close(socket.descriptor)
    unlink(path)
    unlink(path + ".lock")
  }

  @Test func aPathThatIsTooLongIsRefusedWithItsLength() {
    let long = "/tmp/" + String(repeating: "x", count: 120)
    let error = #expect(throws: SocketError.self) { try ListeningSocket(path: long) }
    #expect(error?.description.contains("125 bytes") == true)
  }

  private func mode(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode : nil
  }
}
