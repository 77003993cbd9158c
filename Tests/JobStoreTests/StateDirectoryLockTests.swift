import GantryTestSupport
import Glibc
import JobStore
import Testing

@Suite struct StateDirectoryLockTests {
  @Test func `one holder at a time, and the next when it has let go`() throws {
    let directory = try TemporaryDirectory()
    let first = try StateDirectoryLock(directory: directory.path)
    let error = #expect(throws: StoreError.self) { try StateDirectoryLock(directory: directory.path) }
    #expect(error?.code == .locked)
    #expect(error?.message.contains(directory.path) == true)
    first.release()
    let second = try StateDirectoryLock(directory: directory.path)
    second.release()
  }

  @Test func `the file stays and is private`() throws {
    let directory = try TemporaryDirectory()
    try StateDirectoryLock(directory: directory.path).release()
    var status = stat()
    #expect(lstat(directory.appending("lock"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `a symbolic link in its place is refused`() throws {
    let directory = try TemporaryDirectory()
    let target = try directory.write("elsewhere", "")
    #expect(symlink(target, directory.appending("lock")) == 0)
    let error = #expect(throws: StoreError.self) { try StateDirectoryLock(directory: directory.path) }
    #expect(error?.code == .io)
    #expect(error?.underlying == ELOOP)
  }

  @Test func `a directory that is not there is named`() throws {
    let directory = try TemporaryDirectory()
    let error = #expect(throws: StoreError.self) { try StateDirectoryLock(directory: directory.appending("gone")) }
    #expect(error?.code == .io)
    #expect(error?.underlying == ENOENT)
  }
}
