import GantryTestSupport
import Glibc

/// Makes of a file what a loss of power could have left: everything up to its latest sync, and of what was written since
/// any pages at random.
enum PowerCut {
  /// What the kernel writes back at once at least.
  private static let page = 4096

  /// - Parameter path: the file; its image of the latest sync is beside it (`Faults.keepImages`). A file that was never
  ///   synced was not there.
  static func happen(to path: String, using random: inout SplitMix64) throws {
    guard access(path + ".synced", F_OK) == 0 else {
      unlink(path)
      return
    }
    var left = try read(path + ".synced")
    let written = access(path, F_OK) == 0 ? try read(path) : []
    for start in stride(from: 0, to: written.count, by: page) {
      let end = min(start + page, written.count)
      guard end > left.count || left[start..<end] != written[start..<end], random.isOne(in: 2) else { continue }
      if left.count < end { left += [UInt8](repeating: 0, count: end - left.count) }
      left.replaceSubrange(start..<end, with: written[start..<end])
    }
    try write(left, to: path)
  }

  private static func read(_ path: String) throws -> [UInt8] {
    guard let stream = fopen(path, "re") else { throw failure("opening \(path)") }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&chunk, 1, chunk.count, stream)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let stream = fopen(path, "we") else { throw failure("opening \(path)") }
    let written = fwrite(bytes, 1, bytes.count, stream)
    guard fclose(stream) == 0, written == bytes.count else { throw failure("writing \(path)") }
  }

  private static func failure(_ what: String) -> TestFailure {
    TestFailure("\(what): \(String(cString: strerror(errno)))")
  }
}
