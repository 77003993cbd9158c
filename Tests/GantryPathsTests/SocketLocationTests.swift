import Glibc
import Testing

@testable import GantryPaths

@Suite("Where the socket is")
struct SocketLocationTests {
  private func environment(
    _ scratch: borrowing ScratchDirectory, _ variables: [String: String] = [:]
  ) -> PathEnvironment {
    PathEnvironment(
      variables: variables, userID: geteuid(), currentDirectory: "/work place",
      runtimeRoot: scratch.path + "/run", temporaryRoot: scratch.path)
  }

  @Test func `an explicit path wins and is made absolute`() throws {
    let scratch = try ScratchDirectory()
    let location = try SocketLocation.resolve(
      explicit: "./x/../my.sock", in: environment(scratch, ["GANTRY_SOCKET": "/other.sock"]))
    #expect(location.path == "/work place/my.sock")
    #expect(location.origin == .explicit)
    #expect(location.ownsDirectory == false)
    #expect(location.directory == "/work place")
  }

  @Test func `the variable comes next and has to be absolute`() throws {
    let scratch = try ScratchDirectory()
    let location = try SocketLocation.resolve(in: environment(scratch, ["GANTRY_SOCKET": "/run/g.sock"]))
    #expect(location.path == "/run/g.sock")
    #expect(location.origin == .variable)
    let relative = environment(scratch, ["GANTRY_SOCKET": "g.sock"])
    let error = #expect(throws: PathError.self) { try SocketLocation.resolve(in: relative) }
    #expect(error?.code == .notAbsolute)
  }

  @Test func `a good runtime directory is used without a warning`() throws {
    let scratch = try ScratchDirectory()
    let runtime = try scratch.directory("runtime")
    let location = try SocketLocation.resolve(in: environment(scratch, ["XDG_RUNTIME_DIR": runtime]))
    #expect(location.path == runtime + "/gantry/gantry.sock")
    #expect(location.origin == .runtimeDirectory)
    #expect(location.warning == nil)
    #expect(location.ownsDirectory)
  }

  @Test func `without the variable the system's runtime directory of the user is found`() throws {
    let scratch = try ScratchDirectory()
    _ = try scratch.directory("run")
    let runtime = try scratch.directory("run/\(geteuid())")
    let location = try SocketLocation.resolve(in: environment(scratch, ["HOME": "/home/someone"]))
    #expect(location.path == runtime + "/gantry/gantry.sock")
    #expect(location.warning == nil)
  }

  @Test(arguments: ["relative/dir", "/nowhere/at/all"])
  func `an unusable runtime directory leads to the home with a reason`(value: String) throws {
    let scratch = try ScratchDirectory()
    let location = try SocketLocation.resolve(
      in: environment(scratch, ["XDG_RUNTIME_DIR": value, "HOME": "/home/someone"]))
    #expect(location.path == "/home/someone/.cache/gantry/gantry.sock")
    #expect(location.origin == .cacheDirectory)
    #expect(location.warning?.contains(value) == true)
  }

  @Test func `a runtime directory that others may enter is not used`() throws {
    let scratch = try ScratchDirectory()
    let runtime = try scratch.directory("runtime", mode: 0o755)
    let location = try SocketLocation.resolve(in: environment(scratch, ["XDG_RUNTIME_DIR": runtime]))
    #expect(location.path == scratch.path + "/gantry-\(geteuid())/gantry.sock")
    #expect(location.origin == .temporaryDirectory)
    #expect(location.warning?.contains("mode 0755") == true)
  }

  @Test func `a home too deep for a socket address leads to the temporary directory`() throws {
    let scratch = try ScratchDirectory()
    let home = "/" + String(repeating: "h", count: 100)
    let location = try SocketLocation.resolve(in: environment(scratch, ["HOME": home]))
    #expect(location.origin == .temporaryDirectory)
  }

  @Test func `107 bytes fit and 108 are refused with the numbers`() throws {
    let scratch = try ScratchDirectory()
    let fits = "/" + String(repeating: "é", count: 53)
    #expect(try SocketLocation.resolve(explicit: fits, in: environment(scratch)).path == fits)
    let error = #expect(throws: PathError.self) {
      try SocketLocation.resolve(explicit: fits + "x", in: self.environment(scratch))
    }
    #expect(error?.code == .tooLong)
    #expect(error?.description.contains("108 bytes") == true)
  }

  @Test func `state and configuration follow the base directory specification`() throws {
    let home = PathEnvironment(variables: ["HOME": "/home/someone", "XDG_STATE_HOME": "relative"], userID: 1)
    #expect(try UserDirectories.state(in: home) == "/home/someone/.local/state/gantry")
    #expect(try UserDirectories.configuration(in: home) == "/home/someone/.config/gantry")
    let set = PathEnvironment(variables: ["XDG_STATE_HOME": "/var/s/"], userID: 1, currentDirectory: "/here")
    #expect(try UserDirectories.state(in: set) == "/var/s/gantry")
    #expect(try UserDirectories.state(explicit: "there", in: set) == "/here/there")
    let none = PathEnvironment(variables: [:], userID: 1)
    let error = #expect(throws: PathError.self) { try UserDirectories.state(in: none) }
    #expect(error?.code == .noHome)
  }

  @Test func `this process has an environment`() {
    let current = PathEnvironment.current()
    #expect(current.userID == geteuid())
    #expect(current.currentDirectory.hasPrefix("/"))
  }
}
