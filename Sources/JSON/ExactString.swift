#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension String {
  /// Byte for byte equality. `==` on `String` is canonical equivalence, under which two different member names of one
  /// object could be taken for the same.
  func hasSameBytes(as other: String) -> Bool {
    let count = utf8.count
    guard count == other.utf8.count else { return false }
    let contiguous = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { theirs in
        guard let a = mine.baseAddress, let b = theirs.baseAddress else { return true }
        return memcmp(a, b, count) == 0
      }
    }
    return (contiguous ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}

/// A string that hashes and compares by its bytes.
struct ExactString: Hashable {
  let text: String

  static func == (left: ExactString, right: ExactString) -> Bool { left.text.hasSameBytes(as: right.text) }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
