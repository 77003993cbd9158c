import Glibc

/// The packs of a mirror, which only the holder of its lock may touch.
enum PackFiles {
  /// With more than this, a mirror is repacked.
  static let many = 12

  /// How many packs there are.
  static func count(in gitDirectory: String) -> Int {
    names(in: gitDirectory).count { $0.hasSuffix(".pack") }
  }

  /// Removes what fetches that were ended in the middle have left behind.
  ///
  /// - Returns: size of the largest such file in bytes; nil when there was none.
  @discardableResult
  static func removeUnfinished(in gitDirectory: String) -> Int64? {
    var largest: Int64?
    for name in names(in: gitDirectory) where name.hasPrefix("tmp_") {
      let path = "\(gitDirectory)/objects/pack/\(name)"
      var status = stat()
      if lstat(path, &status) == 0 { largest = max(largest ?? 0, Int64(status.st_size)) }
      // One that cannot be removed is tried again at the next fetch.
      unlink(path)
    }
    return largest
  }

  /// Names in the pack directory; empty when there is none yet.
  private static func names(in gitDirectory: String) -> [String] {
    guard let stream = opendir(gitDirectory + "/objects/pack") else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names
  }
}
