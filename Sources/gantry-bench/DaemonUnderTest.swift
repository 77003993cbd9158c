import ChildProcess
import Glibc

/// A `gantryd` of our own on a fresh state directory; it ends, and the directory goes, with `stop`.
struct DaemonUnderTest {
  let directory: String
  let socketPath: String
  private let process: InteractiveProcess

  /// Starts `executable` and waits until it answers.
  ///
  /// - Parameters:
  ///   - parent: the file system whose fsync is measured.
  ///   - prepare: called with the path of the state directory, which is not there yet, before the daemon starts.
  init(
    executable: String, parent: String, workers: Int, prepare: (_ state: String) throws -> Void = { _ in }
  ) throws {
    var template = Array((parent + "/gantry-bench-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw BenchError("no directory can be made in \(parent): \(String(cString: strerror(errno)))")
    }
    directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    socketPath = directory + "/gantry.sock"
    try prepare(directory + "/state")
    process = try InteractiveProcess(
      ChildCommand(
        executable,
        [
          "--socket", socketPath, "--state", directory + "/state", "--workers", String(workers), "--log-level", "error",
        ],
        environment: ["PATH": "/usr/bin:/bin", "HOME": directory]))
    try waitUntilItAnswers(executable)
  }

  private func waitUntilItAnswers(_ executable: String) throws(BenchError) {
    let deadline = LoadGenerator.now() + 10_000_000_000
    while true {
      do throws(BenchError) {
        close(try LoadGenerator.connect(socketPath))
        return
      } catch {
        guard LoadGenerator.now() < deadline else {
          throw BenchError("\(executable) did not answer on \(socketPath) within 10 s: \(error)")
        }
        poll(nil, 0, 5)
      }
    }
  }

  /// Removes everything the daemon wrote. The daemon itself is ended when the last reference to it goes.
  func removeFiles() {
    Self.removeDatabase(directory + "/state/gantry.db")
    for path in ["gantry.sock", "gantry.sock.lock", "state/lock"] { unlink(directory + "/" + path) }
    rmdir(directory + "/state")
    rmdir(directory)
  }

  static func removeDatabase(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }
}
