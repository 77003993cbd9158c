import ChildProcess
import Testing

@Suite struct InteractiveProcessTests {
  @Test func `lines and counted bytes come in turn`() throws {
    let child = try InteractiveProcess(shell("cat"))
    try child.write(Array("first\nsecond\n12345rest\n".utf8))
    #expect(text(try child.readLine()) == "first")
    #expect(text(try child.readLine()) == "second")
    #expect(text(try child.read(exactly: 5)) == "12345")
    #expect(text(try child.readLine()) == "rest")
    try child.write(Array("again\n".utf8))
    try child.skip(2)
    #expect(text(try child.readLine()) == "ain")
    #expect(try child.finish() == .exited(0))
  }

  @Test func `a child that answers while we still write does not block us`() throws {
    let child = try InteractiveProcess(shell("cat"))
    let bytes = [UInt8](repeating: 7, count: 5_000_000)
    try child.write(bytes)
    #expect(try child.read(exactly: bytes.count) == bytes)
  }

  @Test func `bytes can be skipped without being kept`() throws {
    let child = try InteractiveProcess(shell("head -c 10000000 /dev/zero; echo end"))
    try child.skip(10_000_000)
    #expect(text(try child.readLine()) == "end")
  }

  @Test func `what was written before the end can still be read`() throws {
    let child = try InteractiveProcess(shell("printf 'one\\ntwo'"))
    #expect(text(try child.readLine()) == "one")
    #expect(text(try child.read(exactly: 3)) == "two")
  }

  @Test func `an early end is an error with status and reason`() throws {
    let child = try InteractiveProcess(shell("echo broken >&2; exit 9"))
    let error = #expect(throws: ChildProcessError.self) { try child.readLine() }
    #expect(error?.code == .endedEarly)
    #expect(error?.status == .exited(9))
    #expect(error.map { text($0.stderrTail) } == "broken\n")
    #expect(throws: try #require(error)) { try child.write([1]) }
  }

  @Test func `a grandchild that holds the pipe does not delay the error`() throws {
    let child = try InteractiveProcess(shell("sleep 1000 & exit 4"))
    let error = #expect(throws: ChildProcessError.self) { try child.readLine() }
    #expect(error?.code == .endedEarly)
    #expect(error?.status == .exited(4))
  }

  @Test func `a line without end is refused`() throws {
    let child = try InteractiveProcess(shell("yes | tr -d '\\n'"))
    let error = #expect(throws: ChildProcessError.self) { try child.readLine(limit: 5000) }
    #expect(error?.code == .outputTooLarge)
  }
}
