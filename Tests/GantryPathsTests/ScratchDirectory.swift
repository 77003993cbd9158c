import Glibc

/// A fresh directory of mode 0700 that is removed, with what the test left in it, when the value is done with.
struct ScratchDirectory: ~Copyable {
  let path: String

  init() throws {
    var template = Array("/tmp/gantry-paths-XXXXXX".utf8CString)
    guard template.withUnsafeMutableBufferPointer({ mkdtemp($0.baseAddress) }) != nil else { throw Failure(errno) }
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress ?? UnsafePointer($0.baseAddress!)) }
  }

  func directory(_ name: String, mode: mode_t = 0o700) throws -> String {
    let full = path + "/" + name
    guard mkdir(full, 0o700) == 0, chmod(full, mode) == 0 else { throw Failure(errno) }
    return full
  }

  deinit {
    _ = nftw(path, { name, _, _, _ in name.map { remove($0) } ?? 0 }, 16, Int32(FTW_DEPTH.rawValue | FTW_PHYS.rawValue))
  }

  struct Failure: Error {
    var number: Int32
    init(_ number: Int32) { self.number = number }
  }
}
