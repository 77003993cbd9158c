import CLinux
import Glibc

/// The two ends of a pipe; both close on exec.
struct Pipe {
  let readEnd: Descriptor
  let writeEnd: Descriptor

  /// Makes a pipe whose ends are not 0, 1 or 2, so that laying them over a child's standard streams cannot collide.
  ///
  /// - Throws: the error number.
  init() throws(ErrorNumber) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .current }
    let low = (Descriptor(owning: ends[0]), Descriptor(owning: ends[1]))
    readEnd = try Self.lifted(low.0)
    writeEnd = try Self.lifted(low.1)
  }

  private static func lifted(_ descriptor: Descriptor) throws(ErrorNumber) -> Descriptor {
    guard descriptor.raw <= STDERR_FILENO else { return descriptor }
    let copy = fcntl(descriptor.raw, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
    guard copy >= 0 else { throw .current }
    return Descriptor(owning: copy)
  }
}

/// `errno` as an error.
struct ErrorNumber: Error {
  let value: Int32

  static var current: ErrorNumber { ErrorNumber(value: errno) }
}
