import Glibc

/// A NULL-terminated vector of C strings, as `posix_spawn` takes arguments and environment.
struct CStringVector: ~Copyable {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  /// Copies the strings; nil when one holds a NUL byte, which C would take for its end.
  init?(_ strings: [String]) {
    if strings.contains(where: { $0.utf8.contains(0) }) { return nil }
    count = strings.count
    pointers = .allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() {
      pointers.advanced(by: index).initialize(to: strdup(string))
    }
    pointers.advanced(by: strings.count).initialize(to: nil)
  }

  deinit {
    for index in 0..<count { free(pointers[index]) }
    pointers.deallocate()
  }
}
