import Foundation
import Glibc

/// A fresh directory of mode 0700 that is removed, with what the test left in it, when the value is done with.
struct ScratchDirectory: ~Copyable {
  let path: String

  init() throws {
    path = "/tmp/gantry-paths-\(UUID().uuidString)"
    guard mkdir(path, 0o700) == 0 else { throw Failure(number: errno) }
  }

  func directory(_ name: String, mode: mode_t = 0o700) throws -> String {
    let full = path + "/" + name
    guard mkdir(full, 0o700) == 0, chmod(full, mode) == 0 else { throw Failure(number: errno) }
    return full
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      fatalError("the scratch directory \(path) cannot be removed: \(error)")
    }
  }

  struct Failure: Error {
    var number: Int32
  }
}
