import GantryTestSupport
import Glibc

/// The files of the package that the tests were built from.
enum PackageFiles {
  /// The path of a file, from its path within the package.
  static func path(_ relative: String, thisFile: String = #filePath) -> String {
    thisFile.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/" + relative
  }

  /// The names in a directory of the package, sorted.
  static func names(in relative: String) -> [String] {
    guard let stream = opendir(path(relative)) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The text of a file of the package.
  static func text(_ relative: String) throws -> String {
    let file = path(relative)
    guard let stream = fopen(file, "re") else { throw TestFailure("\(file) cannot be opened") }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, stream)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
