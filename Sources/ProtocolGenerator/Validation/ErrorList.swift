import JSON

/// Gathers what is wrong, each with its place.
struct ErrorList {
  private(set) var errors: [DocumentError] = []

  mutating func add(_ place: String, _ reason: String) {
    errors.append(DocumentError(place: place.isEmpty ? "/" : place, reason: reason))
  }

  /// The text of a member that has to be there and say something.
  @discardableResult
  mutating func text(_ object: JSON, _ key: String, _ place: String) -> String? {
    guard let value = object[key] else {
      add(place, "has no \(key)")
      return nil
    }
    guard let text = value.stringValue else {
      add("\(place)/\(key)", "must be a string")
      return nil
    }
    if text.utf8.allSatisfy({ $0 == 0x20 }) { add("\(place)/\(key)", "is empty") }
    return text
  }

  /// Members that the specification does not know and that are not extensions.
  mutating func members(of object: JSON, known: Set<String>, _ place: String) {
    guard let members = object.objectValue else { return add(place, "must be an object") }
    for key in members.keys where !known.contains(key) && !key.hasPrefix("x-") {
      add("\(place)/\(key)", "is not a member that may stand here")
    }
  }

  /// The elements of a list that has to be there.
  mutating func list(_ object: JSON, _ key: String, _ place: String) -> [JSON] {
    guard let list = object[key]?.arrayValue else {
      add("\(place)/\(key)", "must be an array")
      return []
    }
    return list
  }

  /// Texts of which each may come once.
  mutating func unique(_ texts: [(text: String, place: String)], _ what: String) {
    var seen: Set<String> = []
    for (text, place) in texts where !seen.insert(text).inserted { add(place, "repeats the \(what) '\(text)'") }
  }
}
