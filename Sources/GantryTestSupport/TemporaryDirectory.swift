import Glibc

/// A directory of its own for a test, mode 0700, gone with its last reference.
///
/// It lies directly in `/tmp`: the path of a Unix socket has 107 bytes, of which `$TMPDIR` may take too many.
public final class TemporaryDirectory: Sendable {
  public let path: String

  public init() throws(TestFailure) {
    var template = Array("/tmp/gantry-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TestFailure("mkdtemp", errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    Self.removeTree(path)
  }

  /// The path of `name` in here, which need not exist.
  public func appending(_ name: String) -> String { path + "/" + name }

  /// Makes a directory in here, mode 0700, with the ones above it.
  @discardableResult
  public func makeDirectory(_ name: String) throws(TestFailure) -> String {
    var made = path
    for component in name.split(separator: "/") {
      made += "/" + component
      if mkdir(made, 0o700) != 0, errno != EEXIST { throw TestFailure("mkdir \(made)", errno: errno) }
    }
    return made
  }

  /// Writes a file in here, with the directories above it.
  @discardableResult
  public func write(_ name: String, _ text: String) throws(TestFailure) -> String {
    try write(name, Array(text.utf8))
  }

  /// Writes a file in here, with the directories above it.
  @discardableResult
  public func write(_ name: String, _ bytes: [UInt8]) throws(TestFailure) -> String {
    if let slash = name.lastIndex(of: "/") { try makeDirectory(String(name[..<slash])) }
    let file = appending(name)
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw TestFailure("open \(file)", errno: errno) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw TestFailure("write \(file)", errno: errno) }
      written += count
    }
    return file
  }

  /// Writes a shell script in here that may be run.
  @discardableResult
  public func writeScript(_ name: String, _ commands: String) throws(TestFailure) -> String {
    let file = try write(name, "#!/bin/sh\n" + commands + "\n")
    guard chmod(file, 0o700) == 0 else { throw TestFailure("chmod \(file)", errno: errno) }
    return file
  }

  /// Whether there is something with this name in here.
  public func contains(_ name: String) -> Bool { access(appending(name), F_OK) == 0 }

  /// Removes a file, or a directory with all that is in it.
  public func remove(_ name: String) throws(TestFailure) {
    unlink(appending(name))
    Self.removeTree(appending(name))
    if contains(name) { throw TestFailure("\(appending(name)) could not be removed") }
  }

  private static func removeTree(_ path: String) {
    // Links are removed and not followed; what cannot be removed stays behind in /tmp, which harms no test.
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
          field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
            String(cString: $0)
          }
        }
        guard name != ".", name != ".." else { continue }
        let inner = path + "/" + name
        var status = stat()
        if lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
          chmod(inner, 0o700)
          removeTree(inner)
        } else {
          unlink(inner)
        }
      }
      closedir(stream)
    }
    rmdir(path)
  }
}
