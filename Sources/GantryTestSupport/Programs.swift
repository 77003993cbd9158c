import Glibc

/// The programs of this package, as the build has left them.
public enum Programs {
  /// The path of a program of ours: in `$GANTRY_BIN_DIR` if that is set, else beside the running test.
  public static func path(_ name: String) throws(TestFailure) -> String {
    let directory: String
    if let given = getenv("GANTRY_BIN_DIR") {
      directory = String(cString: given)
    } else {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink("/proc/self/exe", &buffer, buffer.count)
      guard count > 0 else { throw TestFailure("readlink /proc/self/exe", errno: errno) }
      let executable = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      directory = executable.lastIndex(of: "/").map { String(executable[..<$0]) } ?? "."
    }
    let path = directory + "/" + name
    guard access(path, X_OK) == 0 else {
      throw TestFailure("There is no program \(path). Build it (swift build --product \(name)) or set GANTRY_BIN_DIR.")
    }
    return path
  }
}
