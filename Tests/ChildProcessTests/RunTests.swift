import ChildProcess
import Glibc
import Testing

@Suite struct RunTests {
  @Test func `output and exit code come back`() throws {
    let result = try shell("echo out; echo err >&2; exit 7").run()
    #expect(text(result.output) == "out\n")
    #expect(text(result.stderrTail) == "err\n")
    #expect(result.status == .exited(7))
    #expect(result.status.code == 7)
  }

  @Test func `a signal is told from an exit code`() throws {
    let result = try shell("kill -9 $$").run()
    #expect(result.status == .signalled(SIGKILL))
    #expect(result.status.code == 137)
  }

  @Test func `megabytes on both streams at once do not block`() throws {
    let script = "head -c 3000000 /dev/zero & head -c 3000000 /dev/zero >&2; wait"
    let result = try shell(script).run(limits: OutputLimits(stderrTail: 1000))
    #expect(result.output.count == 3_000_000)
    #expect(result.stderrTail.count == 1000)
    #expect(result.status.isSuccess)
  }

  @Test func `the end of stderr is what is kept`() throws {
    let result = try shell("seq 1 5000 >&2").run(limits: OutputLimits(stderrTail: 15))
    #expect(text(result.stderrTail) == "4998\n4999\n5000\n")
  }

  @Test func `stderr can be followed while it is written`() throws {
    var seen: [UInt8] = []
    _ = try shell("seq 1 20000 >&2").run(limits: OutputLimits(stderrTail: 10)) { seen.append(contentsOf: $0) }
    #expect(text(seen) == (1...20000).map { "\($0)\n" }.joined())
  }

  @Test func `a megabyte of input goes through a filter`() throws {
    let input = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let result = try shell("cat", input: .bytes(input)).run()
    #expect(result.output == input)
  }

  @Test func `a child that ignores its input does not harm us`() throws {
    let result = try shell("exit 3", input: .bytes([UInt8](repeating: 0, count: 1_000_000))).run()
    #expect(result.status == .exited(3))
  }

  @Test func `too much output ends the child`() throws {
    let error = #expect(throws: ChildProcessError.self) {
      try shell("echo why >&2; exec yes").run(limits: OutputLimits(output: 100_000))
    }
    #expect(error?.code == .outputTooLarge)
    #expect(error?.context.contains("100000") == true)
    #expect(error?.status == .signalled(SIGTERM))
    #expect(error.map { text($0.stderrTail) } == "why\n")
  }

  @Test func `output as large as the limit is no error`() throws {
    let result = try shell("head -c 1000 /dev/zero").run(limits: OutputLimits(output: 1000))
    #expect(result.output.count == 1000)
  }

  @Test func `a file larger than allowed ends its writer`() throws {
    let lifeLine = LifeLine()
    var command = shell(
      "head -c 100000 /dev/zero > \"$DIR/big\"; code=$?; rm \"$DIR/big\"; exit $code",
      environment: ["DIR": lifeLine.directory])
    command.maximumFileBytes = 4096
    #expect(try command.run().status == .exited(128 + SIGXFSZ))
  }
}
