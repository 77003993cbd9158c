import ChildProcess
import Glibc

/// Looks at files below a directory and never anywhere else: no symbolic link is followed, neither as the last component
/// of a path nor on the way, and `..` does not exist.
///
/// Each component is opened by itself with `O_NOFOLLOW`, so a directory that is swapped for a link between two looks
/// makes the look fail instead of leading it astray. Open directories are kept, because listings come in order.
final class ConfinedDirectory {
  /// Why a file could not be looked at.
  struct Failure: Error, Hashable {
    var number: Int32

    var reason: String {
      number == ELOOP ? "it is or lies behind a symbolic link" : String(cString: strerror(number)).lowercased()
    }
  }

  private let root: Descriptor
  private var stack: [(name: ArraySlice<UInt8>, directory: Descriptor)] = []

  /// Directories nested deeper are refused: each level costs a descriptor.
  private static let maximumDepth = 100

  init(_ path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(number: errno) }
    root = Descriptor(owning: descriptor)
  }

  /// Status of the file itself, links not followed.
  func status(_ path: [UInt8]) throws(Failure) -> stat {
    let (directory, name) = try descend(path)
    var status = stat()
    guard fstatat(directory.raw, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { throw Failure(number: errno) }
    return status
  }

  /// At most `limit` bytes from the start of a regular file.
  func read(_ path: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    let (directory, name) = try descend(path)
    // Without O_NONBLOCK, a FIFO would hold us until somebody writes to it.
    let opened = openat(directory.raw, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard opened >= 0 else { throw Failure(number: errno) }
    let file = Descriptor(owning: opened)
    var status = stat()
    guard fstat(file.raw, &status) == 0 else { throw Failure(number: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(number: EINVAL) }

    var bytes: [UInt8] = []
    var number: Int32 = 0
    let expected = min(limit, Int(status.st_size))
    while bytes.count < limit {
      // One byte more than the file had tells that it has not grown, and is the end.
      let portion = min(limit - bytes.count, max(expected - bytes.count + 1, 4096))
      let chunk = [UInt8](unsafeUninitializedCapacity: portion) { buffer, count in
        let result = Glibc.read(file.raw, buffer.baseAddress, portion)
        number = result < 0 ? errno : 0
        count = max(result, 0)
      }
      if number == EINTR { continue }
      guard number == 0 else { throw Failure(number: number) }
      if chunk.isEmpty { break }
      bytes = bytes.isEmpty ? chunk : bytes + chunk
    }
    return bytes
  }

  /// Opens the directory that a path lies in; returns it with the last component as a C string.
  private func descend(_ path: [UInt8]) throws(Failure) -> (Descriptor, [CChar]) {
    guard !path.contains(0) else { throw Failure(number: EINVAL) }
    var components = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isAllowed = components.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
    guard isAllowed, let last = components.popLast() else { throw Failure(number: EINVAL) }
    guard components.count <= Self.maximumDepth else { throw Failure(number: ENAMETOOLONG) }

    var shared = 0
    while shared < min(stack.count, components.count), stack[shared].name == components[shared] { shared += 1 }
    stack.removeLast(stack.count - shared)
    for component in components[shared...] {
      let above = stack.last?.directory ?? root
      let opened = openat(above.raw, Self.cString(component), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard opened >= 0 else {
        // With O_DIRECTORY, a symbolic link is reported as "not a directory".
        throw Failure(number: errno == ENOTDIR ? ELOOP : errno)
      }
      stack.append((component, Descriptor(owning: opened)))
    }
    return (stack.last?.directory ?? root, Self.cString(last))
  }

  private static func cString(_ bytes: ArraySlice<UInt8>) -> [CChar] {
    bytes.map { CChar(bitPattern: $0) } + [0]
  }
}
