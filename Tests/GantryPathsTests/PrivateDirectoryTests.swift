import Glibc
import Testing

@testable import GantryPaths

@Suite("Private directories")
struct PrivateDirectoryTests {
  @Test func `a missing directory is created with its parents, for the owner only`() throws {
    let scratch = try ScratchDirectory()
    let path = scratch.path + "/a/b/c"
    try PrivateDirectory.ensure(path)
    for directory in [path, scratch.path + "/a/b", scratch.path + "/a"] {
      var status = stat()
      #expect(stat(directory, &status) == 0)
      #expect(status.st_mode & 0o7777 == 0o700)
    }
    try PrivateDirectory.ensure(path)
  }

  @Test func `a directory that others may write to is refused with the command that cures it`() throws {
    let scratch = try ScratchDirectory()
    let path = try scratch.directory("open", mode: 0o770)
    let error = #expect(throws: PathError.self) { try PrivateDirectory.ensure(path) }
    #expect(error?.code == .writableByOthers)
    #expect(error?.description.contains("chmod go-w '\(path)'") == true)
  }

  @Test func `a directory that others may read is accepted`() throws {
    let scratch = try ScratchDirectory()
    try PrivateDirectory.verify(scratch.directory("readable", mode: 0o755))
  }

  @Test(arguments: ["link", "link/", "link//"])
  func `a symbolic link is refused, also with a slash behind it`(name: String) throws {
    let scratch = try ScratchDirectory()
    let target = try scratch.directory("target")
    #expect(symlink(target, scratch.path + "/link") == 0)
    let error = #expect(throws: PathError.self) { try PrivateDirectory.ensure(scratch.path + "/" + name) }
    #expect(error?.code == .symbolicLink)
  }

  @Test func `a file in the way is refused`() throws {
    let scratch = try ScratchDirectory()
    let path = scratch.path + "/file"
    close(creat(path, 0o600))
    #expect(throws: PathError.self) { try PrivateDirectory.ensure(path) }
    let error = #expect(throws: PathError.self) { try PrivateDirectory.verify(path) }
    #expect(error?.code == .notADirectory)
    #expect(throws: PathError.self) { try PrivateDirectory.ensure(path + "/below") }
  }

  @Test func `a missing directory is reported and not created when only verifying`() throws {
    let scratch = try ScratchDirectory()
    let error = #expect(throws: PathError.self) { try PrivateDirectory.verify(scratch.path + "/none") }
    #expect(error?.code == .missing)
    #expect(access(scratch.path + "/none", F_OK) != 0)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a directory away"))
  func `the directory of another user is refused`() throws {
    let scratch = try ScratchDirectory()
    let path = try scratch.directory("theirs")
    #expect(chown(path, 12345, 12345) == 0)
    let error = #expect(throws: PathError.self) { try PrivateDirectory.ensure(path) }
    #expect(error?.code == .wrongOwner)
  }

  @Test func `a relative path is refused`() {
    let error = #expect(throws: PathError.self) { try PrivateDirectory.ensure("relative") }
    #expect(error?.code == .notAbsolute)
  }
}
