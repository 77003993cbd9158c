import JobModel
import TOMLKit

/// One table of the file, whose keys are ticked off as they are read.
///
/// Nothing here throws: a value that is wrong is reported and counts as absent, so that one reading of a file finds
/// everything that is wrong with it.
nonisolated struct ConfigurationSection {
  private let table: TOMLTable
  private let path: [String]
  private let problems: ConfigurationProblems
  private var unread: Set<String>

  init(_ table: TOMLTable, path: [String], problems: ConfigurationProblems) {
    self.table = table
    self.path = path
    self.problems = problems
    unread = Set(table.keys)
  }

  /// Keys of the table, sorted.
  var keys: [String] { table.keys.sorted() }

  /// Says that the value of `key` cannot be used; nil for the section itself.
  func problem(_ key: String?, _ reason: String) {
    problems.report(path + (key.map { [$0] } ?? []), reason)
  }

  /// A string of at least one character.
  mutating func string(_ key: String) -> String? {
    guard let value = take(key) else { return nil }
    guard let text = value.string else {
      problem(key, "must be a string")
      return nil
    }
    return checked(text, key)
  }

  /// One of a few words.
  mutating func word<Word: RawRepresentable & CaseIterable>(_ key: String) -> Word? where Word.RawValue == String {
    guard let text = string(key) else { return nil }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      problem(key, "is \"\(text)\", and must be one of \(words)")
      return nil
    }
    return word
  }

  /// The absolute path of a file or directory, which need not exist.
  mutating func absolutePath(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    guard text.utf8.first == UInt8(ascii: "/") else {
      problem(key, "is \"\(text)\", and must be an absolute path")
      return nil
    }
    return text
  }

  mutating func int(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = take(key) else { return nil }
    guard let number = value.int else {
      problem(key, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    guard range.contains(number) else {
      problem(key, "is \(number), and must be from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// A number that may have a fraction.
  mutating func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let value = take(key) else { return nil }
    let allowed = "from \(range.lowerBound.plain) to \(range.upperBound.plain)"
    guard let number = value.double ?? value.int.map(Double.init) else {
      problem(key, "must be a number \(allowed)")
      return nil
    }
    // Infinity is out of every range, and nothing contains "not a number".
    guard range.contains(number) else {
      problem(key, "is \(number.plain), and must be \(allowed)")
      return nil
    }
    return number
  }

  mutating func bool(_ key: String) -> Bool? {
    guard let value = take(key) else { return nil }
    guard let flag = value.bool else {
      problem(key, "must be true or false")
      return nil
    }
    return flag
  }

  mutating func strings(_ key: String) -> [String]? {
    guard let value = take(key) else { return nil }
    guard let array = value.array else {
      problem(key, "must be an array of strings")
      return nil
    }
    var texts: [String] = []
    for element in array {
      guard let text = element.string else {
        problem(key, "must be an array of strings, and nothing else in it")
        return nil
      }
      guard !text.utf8.contains(0) else {
        problem(key, "must not hold a NUL")
        return nil
      }
      texts.append(text)
    }
    return texts
  }

  /// The table at `key`; call `finish` when all its keys are read.
  mutating func section(_ key: String) -> ConfigurationSection? {
    guard let value = take(key) else { return nil }
    guard let inner = value.table else {
      problem(key, "must be a table: [\((path + [key]).joined(separator: "."))]")
      return nil
    }
    return ConfigurationSection(inner, path: path + [key], problems: problems)
  }

  /// True when the table has that key, whether it was read or not.
  func has(_ key: String) -> Bool { table[key] != nil }

  /// Reports the keys that nobody asked for.
  func finish() {
    guard !unread.isEmpty else { return }
    let known = problems.asked.filter { $0.count == path.count + 1 && $0.starts(with: path) }.compactMap(\.last)
    for key in unread.sorted() {
      problem(key, "no such key; \(elsewhere(key))there are: \(known.sorted().joined(separator: ", "))")
    }
  }

  /// Which tables, of those read before, have a key of this name.
  private func elsewhere(_ key: String) -> String {
    let tables = problems.asked.filter { $0.last == key && $0.dropLast() != path[...] && $0.first != "job_types" }
      .map { $0.count == 1 ? "the beginning of the file" : "[\($0.dropLast().joined(separator: "."))]" }
    return tables.isEmpty ? "" : "it belongs to \(tables.sorted().joined(separator: " or ")); here "
  }

  private mutating func take(_ key: String) -> (any TOMLValueConvertible)? {
    problems.ask(path + [key])
    guard unread.remove(key) != nil else { return nil }
    return table[key]
  }

  private func checked(_ text: String, _ key: String) -> String? {
    guard !text.isEmpty, !text.utf8.contains(0) else {
      problem(key, "must not be empty or hold a NUL")
      return nil
    }
    return text
  }
}
