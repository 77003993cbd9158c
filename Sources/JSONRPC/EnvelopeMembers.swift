import JSON

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The members of a JSON-RPC object that mean something, as places in its text.
struct EnvelopeMembers {
  enum Name {
    case jsonrpc, id, method, params, result, error
  }

  var jsonrpc: JSONScanner.Value?
  var id: JSONScanner.Value?
  var method: JSONScanner.Value?
  var params: JSONScanner.Value?
  var result: JSONScanner.Value?
  var error: JSONScanner.Value?

  /// A name that came twice. Which of the two values was meant nobody can say, so nothing in the object can be trusted.
  var duplicate: Name?

  /// Reads the object that `scanner` stands before, to its closing brace.
  init(_ scanner: inout JSONScanner, _ bytes: UnsafeRawBufferPointer) throws(JSONError) {
    scanner.enter()
    while let member = try scanner.nextMember() {
      guard let name = Self.name(of: member.key, scanner, bytes) else { continue }
      if set(name, member.value) != nil { duplicate = duplicate ?? name }
    }
  }

  /// Stores the value and returns the one it replaces.
  private mutating func set(_ name: Name, _ value: JSONScanner.Value) -> JSONScanner.Value? {
    func replace(_ slot: inout JSONScanner.Value?) -> JSONScanner.Value? {
      defer { slot = value }
      return slot
    }
    return switch name {
    case .jsonrpc: replace(&jsonrpc)
    case .id: replace(&id)
    case .method: replace(&method)
    case .params: replace(&params)
    case .result: replace(&result)
    case .error: replace(&error)
    }
  }

  private static func name(
    of key: JSONScanner.Value, _ scanner: JSONScanner, _ bytes: UnsafeRawBufferPointer
  ) -> Name? {
    if key.hasEscapes {
      var text = scanner.text(of: key)
      return text.withUTF8 { name(UnsafeRawBufferPointer($0)) }
    }
    let inner = key.range.lowerBound + 1..<key.range.upperBound - 1
    return name(UnsafeRawBufferPointer(rebasing: bytes[inner]))
  }

  private static func name(_ key: UnsafeRawBufferPointer) -> Name? {
    func matches(_ word: StaticString) -> Bool {
      guard key.count == word.utf8CodeUnitCount, let base = key.baseAddress else { return false }
      return memcmp(base, word.utf8Start, key.count) == 0
    }
    switch key.count {
    case 2: return matches("id") ? .id : nil
    case 5: return matches("error") ? .error : nil
    case 6: return matches("method") ? .method : matches("params") ? .params : matches("result") ? .result : nil
    case 7: return matches("jsonrpc") ? .jsonrpc : nil
    default: return nil
    }
  }
}
