import Glibc

/// Reads the files of `/proc`, which vanish at any moment, and some of which are other people's.
enum ProcFile {
  /// Up to `limit` bytes of a file; nil when it is gone, not ours to read, or belongs to another user than `owner`.
  static func read(_ path: String, limit: Int, owner: uid_t? = nil) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    if let owner {
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_uid == owner else { return nil }
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count < limit {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// The entries of a directory that are numbers; none when it cannot be read.
  static func numbers(in directory: String) -> [pid_t] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var found: [pid_t] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if let number = pid_t(name) { found.append(number) }
    }
    return found
  }
}
