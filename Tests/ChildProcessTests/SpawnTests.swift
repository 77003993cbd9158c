import ChildProcess
import Glibc
import Testing

@Suite struct SpawnTests {
  @Test(arguments: [nil, 1 << 20] as [UInt64?])
  func `a missing program is named with the system's reason`(limit: UInt64?) {
    let error = #expect(throws: ChildProcessError.self) {
      try ChildCommand("/nonexistent/git", maximumFileBytes: limit).run()
    }
    #expect(error?.code == .executableUnusable)
    #expect(error?.errnoValue == ENOENT)
    #expect(error.map(String.init(describing:))?.contains("/nonexistent/git") == true)
  }

  @Test func `a missing working directory is not taken for a missing program`() {
    let error = #expect(throws: ChildProcessError.self) {
      try ChildCommand("/bin/true", workingDirectory: "/nonexistent/here").run()
    }
    #expect(error?.code == .workingDirectoryUnusable)
    #expect(error?.context == "/nonexistent/here")
  }

  @Test func `a relative program is refused`() {
    #expect(throws: ChildProcessError(.invalidCommand, executable: "true", context: "its path is not absolute")) {
      try ChildCommand("true").run()
    }
  }

  @Test(arguments: [
    ChildCommand("/bin/true", ["a\0b"]),
    ChildCommand("/bin/true", environment: ["A": "b\0c"]),
    ChildCommand("/bin/true", workingDirectory: "/tmp\0"),
  ])
  func `a NUL byte is refused`(command: ChildCommand) {
    let error = #expect(throws: ChildProcessError.self) { try command.run() }
    #expect(error?.code == .invalidCommand)
  }

  @Test func `the environment is exactly what was given`() throws {
    let result = try ChildCommand("/usr/bin/env", environment: ["ONLY": "this one"]).run()
    #expect(text(result.output) == "ONLY=this one\n")
  }

  @Test func `the child starts in its working directory and reads nothing`() throws {
    let result = try ChildCommand("/bin/sh", ["-c", "pwd; cat"], workingDirectory: "/usr").run()
    #expect(text(result.output) == "/usr\n")
  }

  @Test func `open descriptors do not reach the child`() throws {
    let leak = open("/dev/zero", O_RDONLY)
    defer { close(leak) }
    let result = try shell("[ -e /proc/$$/fd/\(leak) ] && echo leaked; readlink /proc/$$/fd/0").run()
    #expect(text(result.output) == "/dev/null\n")
  }

  @Test func `blocked and ignored signals do not reach the child`() throws {
    signal(SIGPIPE, SIG_IGN)
    var blocked = sigset_t()
    var previous = sigset_t()
    sigfillset(&blocked)
    pthread_sigmask(SIG_BLOCK, &blocked, &previous)
    defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
    let result = try ChildCommand("/bin/grep", ["-E", "^Sig(Blk|Ign)", "/proc/self/status"]).run()
    let masks = text(result.output).split(whereSeparator: \.isWhitespace).compactMap { UInt64($0, radix: 16) }
    try #require(masks.count == 2)
    #expect(masks[0] == 0, "blocked")
    // Signals 32 and 33 are glibc's own: posix_spawn leaves them ignored, and no program may touch them.
    #expect(masks[1] & ~(0b11 << 31) == 0, "ignored")
  }

  @Test func `the child leads its own session and group`() throws {
    let result = try ChildCommand("/bin/cat", ["/proc/self/stat"]).run()
    let fields = text(result.output).split(separator: " ")
    #expect(fields[4] == fields[0], "its process group")
    #expect(fields[5] == fields[0], "its session")
  }

  @Test func `programs are found along an absolute path only`() {
    #expect(ExecutableSearch.find("sh", in: "/nonexistent:/bin:/usr/bin") == "/bin/sh")
    #expect(ExecutableSearch.find("sh", in: "bin:.::/nonexistent") == nil)
    #expect(ExecutableSearch.find("bin", in: "/usr") == nil, "a directory is no program")
  }
}
