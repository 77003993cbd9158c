import Glibc

/// A look at `/proc`, for tests of what is left of a program.
public enum ProcessTable {
  /// Numbers of all processes that satisfy `isWanted`.
  public static func pids(where isWanted: (pid_t) -> Bool) -> [pid_t] {
    guard let directory = opendir("/proc") else { return [] }
    defer { closedir(directory) }
    var found: [pid_t] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if let pid = pid_t(name), isWanted(pid) { found.append(pid) }
    }
    return found
  }

  /// `NAME=value` lines that a process was started with; none when it has ended, a zombie included.
  public static func environment(of pid: pid_t) -> [String] {
    bytes(of: "/proc/\(pid)/environ").split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func text(of path: String) -> String { String(decoding: bytes(of: path), as: UTF8.self) }

  /// The whole of a file; nothing when it is gone.
  private static func bytes(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count <= 0 { break }
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// Numbers of the living processes whose environment has a line that begins with `prefix`.
  public static func pids(withEnvironment prefix: String) -> [pid_t] {
    pids { pid in environment(of: pid).contains { $0.hasPrefix(prefix) } }
  }

  /// True for a process that still runs; one that only waits to be buried does not.
  public static func isRunning(_ pid: pid_t) -> Bool {
    // The program's name stands in brackets and may hold anything; the last one closes it (proc(5)).
    let state = text(of: "/proc/\(pid)/stat").split(separator: ")").last?.split(separator: " ").first
    return state.map { $0 != "Z" && $0 != "X" } ?? false
  }
}
