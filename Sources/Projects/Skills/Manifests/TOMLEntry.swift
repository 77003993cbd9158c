/// A key of a TOML document with its value, under the full path of its name. A table heading is an entry as well.
struct TOMLEntry: Hashable, Sendable {
  indirect enum Value: Hashable, Sendable {
    case heading
    case string(String)
    case array([Item])
    case table([TOMLEntry])
    /// A number, a date or a truth value; dependencies are never named by one.
    case other
  }

  struct Item: Hashable, Sendable {
    var value: Value
    var line: Int
  }

  /// The heading and the dotted key, as one list.
  var path: [String]
  var value: Value
  /// Line of the key, from 1.
  var line: Int

  /// The strings of an array with their lines; none for any other value.
  var strings: [(text: String, line: Int)] {
    guard case .array(let items) = value else { return [] }
    return items.compactMap { item in
      if case .string(let text) = item.value { (text, item.line) } else { nil }
    }
  }
}
