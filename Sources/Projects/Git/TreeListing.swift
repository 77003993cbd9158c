/// Reads what `git ls-tree -r -z -l` prints: `<mode> <type> <oid> <size>\t<path>\0`, the size padded with spaces.
enum TreeListing {
  /// The regular files; nil when a record is malformed.
  ///
  /// - Parameter skip: told the symbolic links.
  static func entries(_ output: [UInt8], skip: (SkippedFile) -> Void = { _ in }) -> [TreeEntry]? {
    var entries: [TreeEntry] = []
    for record in output.split(separator: 0) {
      guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
      let fields = record[..<tab].split(separator: UInt8(ascii: " "))
      let path = record[record.index(after: tab)...]
      guard fields.count == 4, !path.isEmpty else { return nil }
      // 100644 and 100755; old histories also have 100664. Links are 120000, submodules 160000.
      guard fields[0].starts(with: "100".utf8) else {
        if fields[0].elementsEqual("120000".utf8) {
          skip(SkippedFile(path: String(decoding: path, as: UTF8.self), reason: .symbolicLink))
        }
        continue
      }
      // No work tree can hold such a name, and nobody who handles paths expects one.
      guard !path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).contains(where: isSpecial)
      else {
        continue
      }
      // An object that is missing has no size; its file cannot be read either.
      guard let size = Int64(String(decoding: fields[3], as: UTF8.self)) else { continue }
      entries.append(
        TreeEntry(
          pathBytes: Array(path), size: size, oid: String(decoding: fields[2], as: UTF8.self),
          isExecutable: fields[0].elementsEqual("100755".utf8)))
    }
    return entries
  }

  private static func isSpecial(_ component: ArraySlice<UInt8>) -> Bool {
    component.isEmpty || component.elementsEqual(".".utf8) || component.elementsEqual("..".utf8)
      || component.elementsEqual(".git".utf8)
  }
}
