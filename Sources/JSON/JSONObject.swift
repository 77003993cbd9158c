/// The members of a JSON object, in the order they were written.
///
/// Lookup is a linear scan: the objects of a protocol have a dozen members, for which a hash table only costs.
public struct JSONObject: Sendable {
  public typealias Member = (key: String, value: JSON)

  public private(set) var members: [Member]

  /// The first member name that the parsed text had twice. RFC 8259 leaves the meaning of such an object open, so
  /// whoever cares has to look here before trusting a member.
  public internal(set) var duplicateKey: String?

  public init() { members = [] }

  /// An object with the given members. A name that comes twice is recorded as ``duplicateKey``.
  public init(_ members: [(String, JSON)]) {
    self.init(parsed: members.map { (key: $0.0, value: $0.1) })
  }

  init(parsed members: [Member]) {
    self.members = members
    duplicateKey = Self.firstDuplicate(in: members)
  }

  public var count: Int { members.count }
  public var isEmpty: Bool { members.isEmpty }
  public var keys: [String] { members.map(\.key) }

  /// The first member with this name. Setting replaces it where it stands, or appends; setting `nil` removes it.
  public subscript(key: String) -> JSON? {
    get {
      for member in members where member.key.hasSameBytes(as: key) { return member.value }
      return nil
    }
    set {
      let index = members.firstIndex { $0.key.hasSameBytes(as: key) }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append((key, value))
      case (nil, nil): break
      }
    }
  }

  public func contains(_ key: String) -> Bool {
    members.contains { $0.key.hasSameBytes(as: key) }
  }

  /// Adds a member at the end. A name that is already there becomes a ``duplicateKey``.
  public mutating func append(_ key: String, _ value: JSON) {
    if duplicateKey == nil, contains(key) { duplicateKey = key }
    members.append((key, value))
  }

  private static func firstDuplicate(in members: [Member]) -> String? {
    if members.count <= 16 {
      for index in members.indices.dropFirst() {
        let key = members[index].key
        for earlier in 0..<index where members[earlier].key.hasSameBytes(as: key) { return key }
      }
      return nil
    }
    var seen = Set<ExactString>(minimumCapacity: members.count)
    for member in members where !seen.insert(ExactString(text: member.key)).inserted { return member.key }
    return nil
  }
}

extension JSONObject: Equatable {
  /// Same members in the same order. Order has no meaning in JSON, but two texts that differ in it are not the same text.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members.elementsEqual(right.members) { $0.key.hasSameBytes(as: $1.key) && $0.value == $1.value }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }
}

extension JSONObject: Sequence {
  public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}

extension JSON {
  /// The JSON pointer (RFC 6901) of the first object member, here or deeper, whose name its object has twice.
  public func firstDuplicateKey() -> String? {
    switch self {
    case .null, .bool, .number, .string: return nil
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        if let below = element.firstDuplicateKey() { return "/\(index)" + below }
      }
      return nil
    case .object(let object):
      if let key = object.duplicateKey { return "/" + JSONPointer.escape(key) }
      for (key, value) in object {
        if let below = value.firstDuplicateKey() { return "/" + JSONPointer.escape(key) + below }
      }
      return nil
    }
  }
}
