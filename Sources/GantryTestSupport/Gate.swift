import ChildProcess
import Glibc

/// A place where a program stops until the test lets it go on, so that tests see things under way without sleeping.
///
/// The program runs ``script``: it reports that it has arrived and waits. Two FIFOs carry the two signals.
public final class Gate: Sendable {
  private let arrivedPath: String
  private let openedPath: String
  private let arrivals: Descriptor

  public init(in directory: TemporaryDirectory, named name: String = "gate") throws(TestFailure) {
    arrivedPath = directory.appending(name + ".arrived")
    openedPath = directory.appending(name + ".opened")
    for path in [arrivedPath, openedPath] where mkfifo(path, 0o600) != 0 {
      throw TestFailure("mkfifo \(path)", errno: errno)
    }
    // Opened for writing too, so that it stays usable when a writer has come and gone.
    let descriptor = Glibc.open(arrivedPath, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw TestFailure("open \(arrivedPath)", errno: errno) }
    arrivals = Descriptor(owning: descriptor)
  }

  /// Shell commands that report the arrival and wait for the gate to open.
  public var script: String { "echo x > '\(arrivedPath)'; read -r _ < '\(openedPath)'" }

  /// Waits until a program has arrived.
  public func waitForArrival(patience seconds: Double = 30) throws(TestFailure) {
    guard try Deadline.after(seconds: seconds).poll(arrivals.raw, POLLIN) else {
      throw TestFailure("no program arrived at \(arrivedPath) within \(seconds) seconds")
    }
    var byte: [UInt8] = [0, 0]
    guard read(arrivals.raw, &byte, 2) == 2 else { throw TestFailure("read \(arrivedPath)", errno: errno) }
  }

  /// Lets the program that waits go on.
  public func open() throws(TestFailure) {
    let descriptor = Glibc.open(openedPath, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw TestFailure("open \(openedPath)", errno: errno) }
    defer { close(descriptor) }
    guard write(descriptor, "x\n", 2) == 2 else { throw TestFailure("write \(openedPath)", errno: errno) }
  }
}
