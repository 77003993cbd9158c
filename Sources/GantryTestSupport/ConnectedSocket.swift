import ChildProcess
import Glibc

/// A non-blocking stream socket that is connected to `path`.
func connectedSocket(_ path: String) throws(TestFailure) -> Descriptor {
  let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
  let raw = socket(AF_UNIX, kind, 0)
  guard raw >= 0 else { throw TestFailure("socket", errno: errno) }
  let descriptor = Descriptor(owning: raw)
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  let bytes = Array(path.utf8)
  guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
    throw TestFailure("\(path) is too long for a socket")
  }
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
  let result = withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(raw, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
  guard result == 0 else { throw TestFailure("connecting to \(path)", errno: errno) }
  return descriptor
}
