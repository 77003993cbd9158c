import ChildProcess
import Glibc

/// A place where a program stops until the test lets it go on, so that tests see things under way without sleeping.
///
/// The program runs ``script``: it reports that it has arrived and waits. Two FIFOs carry the two signals. When the gate
/// goes, whoever still waits at it is released.
public final class Gate: Sendable {
  private let arrivedPath: String
  private let openedPath: String
  private let arrivals: Descriptor
  private let openings: Descriptor

  public init(in directory: TemporaryDirectory, named name: String = "gate") throws(TestFailure) {
    arrivedPath = directory.appending(name + ".arrived")
    openedPath = directory.appending(name + ".opened")
    arrivals = try Self.makeFIFO(arrivedPath)
    openings = try Self.makeFIFO(openedPath)
  }

  /// Shell commands that report the arrival and wait for the gate to open.
  public var script: String { "echo x > '\(arrivedPath)'; read -r _ < '\(openedPath)'" }

  /// Waits until a program has arrived.
  public func waitForArrival(patience seconds: Double = 30) throws(TestFailure) {
    guard try Deadline.after(seconds: seconds).poll(arrivals.raw, POLLIN) else {
      throw TestFailure("no program arrived at \(arrivedPath) within \(seconds) seconds")
    }
    var line: [UInt8] = [0, 0]
    guard read(arrivals.raw, &line, line.count) == line.count else {
      throw TestFailure("read \(arrivedPath)", errno: errno)
    }
  }

  /// Lets one program go on: one that waits, or the next one to arrive.
  public func open() throws(TestFailure) {
    guard write(openings.raw, "x\n", 2) == 2 else { throw TestFailure("write \(openedPath)", errno: errno) }
  }

  /// Opened for both directions, so that it stays usable while programs come and go.
  private static func makeFIFO(_ path: String) throws(TestFailure) -> Descriptor {
    guard mkfifo(path, 0o600) == 0 else { throw TestFailure("mkfifo \(path)", errno: errno) }
    let raw = Glibc.open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    guard raw >= 0 else { throw TestFailure("open \(path)", errno: errno) }
    return Descriptor(owning: raw)
  }
}
