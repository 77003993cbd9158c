/// A path of the tree, cut once into the parts that rules look at.
struct PathName: Sendable {
  let path: String
  let bytes: [UInt8]
  /// The last component.
  let name: String
  /// What stands before the last `/`; empty at the root.
  let directory: String
  /// The parts between slashes, the name included.
  let components: [ArraySlice<UInt8>]

  init(_ path: String) {
    self.path = path
    bytes = Array(path.utf8)
    components = bytes.split(separator: Bytes.slash, omittingEmptySubsequences: true)
    if let slash = bytes.lastIndex(of: Bytes.slash) {
      name = bytes[(slash + 1)...].text
      directory = bytes[..<slash].text
    } else {
      name = path
      directory = ""
    }
  }

  /// The extensions of the name, the longest first and in lower case: `.blade.php`, `.php`. A leading dot begins a
  /// name, not an extension.
  var extensions: [String] {
    let name = Array(self.name.utf8)
    var found: [String] = []
    var index = 1
    while index < name.count - 1 {
      if name[index] == UInt8(ascii: ".") {
        found.append(String(decoding: name[index...].lazy.map(Bytes.lowercased), as: UTF8.self))
      }
      index += 1
    }
    return found
  }

  /// The path of a file beside this one.
  func sibling(_ name: String) -> String { directory.isEmpty ? name : directory + "/" + name }
}
