import Glibc

/// A descriptor that came with the process and is said to be the socket to serve.
nonisolated enum InheritedSocket {
  /// The path that `descriptor` listens on.
  /// - Throws: unless it is a stream socket of the Unix kind, listens, and has a path.
  static func path(of descriptor: Int32) throws(SocketError) -> String {
    let advice = "the unit must have ListenStream= with an absolute path"
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw SocketError("the socket passed as descriptor \(descriptor) cannot be looked at", systemError: errno)
    }
    guard status.st_mode & S_IFMT == S_IFSOCK, option(SO_TYPE, of: descriptor) == Int32(SOCK_STREAM.rawValue) else {
      throw SocketError("descriptor \(descriptor), passed as the socket, is no stream socket; \(advice)")
    }
    guard option(SO_ACCEPTCONN, of: descriptor) == 1 else {
      throw SocketError("the socket passed as descriptor \(descriptor) does not listen; \(advice)")
    }
    var address = sockaddr_un()
    var length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
    }
    guard result == 0 else {
      throw SocketError("the socket passed as descriptor \(descriptor) has no name", systemError: errno)
    }
    let path = withUnsafeBytes(of: &address.sun_path) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    guard address.sun_family == sa_family_t(AF_UNIX), path.utf8.first == UInt8(ascii: "/") else {
      throw SocketError("the socket passed as descriptor \(descriptor) has no absolute path; \(advice)")
    }
    return path
  }

  private static func option(_ name: Int32, of descriptor: Int32) -> Int32? {
    var value: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(descriptor, SOL_SOCKET, name, &value, &length) == 0 ? value : nil
  }
}
