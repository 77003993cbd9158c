import Glibc

extension TimeZoneRules {
  /// Where zone files are: `$TZDIR`, or where every distribution has them.
  public static var systemDirectory: String {
    guard let value = getenv("TZDIR"), value.pointee == UInt8(ascii: "/") else { return "/usr/share/zoneinfo" }
    return String(cString: value)
  }

  /// The rules of a zone: `UTC`, `local` (what `/etc/localtime` says; UTC without it), or a name of the time zone
  /// database such as `Europe/Berlin`, read from its file below `directory`.
  ///
  /// The name comes from anyone: it is held to letters, digits, `_`, `+`, `-` and single slashes, and what it leads to
  /// has to lie in the directory.
  public static func named(
    _ name: String, in directory: String = systemDirectory, localFile: String = "/etc/localtime"
  ) throws(TimeZoneError) -> TimeZoneRules {
    if name == "UTC" { return .utc }
    if name == "local" {
      guard let rules = try read(localFile, name: name) else { return TimeZoneRules(name: name, table: utc.table) }
      return rules
    }
    guard isName(name) else { throw .badName(name) }
    guard let root = resolved(directory), let path = resolved("\(directory)/\(name)"), path.hasPrefix(root + "/"),
      let rules = try read(path, name: name)
    else { throw .unknown(name: name, directory: directory) }
    return rules
  }

  /// Whether a text has the form of a zone's name.
  static func isName(_ name: String) -> Bool {
    guard name.utf8.count <= 255, !name.isEmpty else { return false }
    return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { component in
      guard let first = component.first, isLetter(first) else { return false }
      return component.allSatisfy { byte in
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "_+-".utf8.contains(byte)
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The rules in a file; nil when there is no such file, or something else of that name.
  private static func read(_ path: String, name: String) throws(TimeZoneError) -> TimeZoneRules? {
    // Not blocking: the name may lead to a pipe.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    if file < 0 {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .unreadable(name: name, path: path, errno: errno)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(name: name, path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    guard status.st_size <= TimeZoneFile.maximumSize else {
      throw .damaged(name: name, path: path, reason: "is too large")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(
          file, UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).baseAddress, buffer.count - filled,
          off_t(filled))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(name: name, path: path, errno: errno)
      }
      if count == 0 { break }
      filled += count
    }
    do throws(TimeZoneFile.Fault) {
      return TimeZoneRules(name: name, table: try TimeZoneFile.table(Array(bytes[..<filled])))
    } catch {
      throw .damaged(name: name, path: path, reason: error.reason)
    }
  }
}
