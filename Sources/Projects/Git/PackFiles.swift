import Glibc

/// The packs of a mirror.
enum PackFiles {
  /// With more than this, a mirror is repacked.
  static let many = 12

  /// How many packs there are; 0 when the directory cannot be read.
  static func count(in gitDirectory: String) -> Int {
    guard let stream = opendir(gitDirectory + "/objects/pack") else { return 0 }
    defer { closedir(stream) }
    var count = 0
    while let entry = readdir(stream) {
      let isPack = withUnsafeBytes(of: entry.pointee.d_name) { name in
        name.prefix { $0 != 0 }.suffix(5).elementsEqual(".pack".utf8)
      }
      if isPack { count += 1 }
    }
    return count
  }
}
