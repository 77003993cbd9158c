/// What the text of a task says besides what is to be done, in the ways of spec-kit, OpenSpec, Kiro and Obsidian Tasks.
public struct PlanTaskFacts: Hashable, Sendable {
  /// Its id: `T001`, `1.2`, `#3`, `WP-010`, `🆔 abc`.
  public internal(set) var key: String?
  /// spec-kit's `[P]`: can be done beside others.
  public internal(set) var isParallel = false
  /// spec-kit's `[US1]`.
  public internal(set) var story: String?
  /// `📅 2026-01-31`.
  public internal(set) var due: String?
  /// `✅ 2026-01-31`, or the time a Codex plan puts in front: `(2026-01-31 13:00Z)`.
  public internal(set) var doneOn: String?
  /// Ids it waits for: `depends on T001, T002`, `blocked by #3`, `⛔ abc`.
  public internal(set) var waitsFor: [String] = []
  /// It says that it is blocked.
  public internal(set) var saysBlocked = false

  public init() {}

  init(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var position = readKey(bytes)
      if key != nil { readTags(bytes, &position) }
      readTime(bytes, position)
      readDependencies(bytes)
    }
    // Signs stand beyond U+2000, in three bytes or four.
    if text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xF0 }) { readSigns(text) }
  }

  /// The id is a number: `1.2`.
  var isNumbered: Bool { key?.utf8.first?.isASCIIDigit == true }

  // MARK: Ids

  /// Reads an id at the start of a text, markup around it ignored, and returns the position behind it.
  private mutating func readKey(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var start = 0
    while start < bytes.count, Self.isMark(bytes[start]) { start += 1 }
    guard let end = Self.keyEnd(bytes, start) else { return 0 }
    key = String(decoding: bytes[start..<end], as: UTF8.self)
    return end
  }

  /// `*`, `_`, a backtick or `[`.
  private static func isMark(_ byte: UInt8) -> Bool { byte == 0x2A || byte == 0x5F || byte == 0x60 || byte == 0x5B }

  private static func isBoundary(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    guard position < bytes.count else { return true }
    switch bytes[position] {
    case 0x09...0x0D, 0x20, 0x29, 0x2A, 0x2C, 0x2D, 0x2E, 0x3A, 0x3B, 0x5D, 0x5F, 0x60: return true
    default: return false
    }
  }

  /// Where an id that begins at `start` ends.
  private static func keyEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == 0x23 || bytes[start].isASCIIDigit || isUpper(bytes[start]) else {
      return nil
    }
    var end = start
    func digits() -> Bool {
      let first = end
      while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
      return end > first && end - first <= 9
    }
    func isBoundary(_ position: Int) -> Bool { Self.isBoundary(bytes, position) }
    if bytes[start] == 0x23 {
      end += 1
      return digits() && isBoundary(end) ? end : nil
    }
    if bytes[start].isASCIIDigit {
      guard digits() else { return nil }
      var parts = 1
      while end + 1 < bytes.count, bytes[end] == 0x2E, bytes[end + 1].isASCIIDigit {
        end += 1
        guard digits() else { return nil }
        parts += 1
      }
      // `3 tests` counts something, `3. tests` and `1.2 tests` are numbered.
      let isNumbered = parts > 1 || (end < bytes.count && (bytes[end] == 0x2E || bytes[end] == 0x29))
      return isNumbered && isBoundary(end) ? end : nil
    }
    while end < bytes.count, end - start < 12, isUpper(bytes[end]) { end += 1 }
    guard end > start else { return nil }
    if end < bytes.count, bytes[end] == 0x2D || bytes[end] == 0x5F { end += 1 }
    guard digits() else { return nil }
    while end + 1 < bytes.count, bytes[end] == 0x2E, bytes[end + 1].isASCIIDigit {
      end += 1
      guard digits() else { return nil }
    }
    // `T001a` is an id too.
    if end < bytes.count, bytes[end].isASCIILetter, isBoundary(end + 1) { end += 1 }
    return isBoundary(end) ? end : nil
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  /// `[P]` and `[US1]` behind an id.
  private mutating func readTags(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
    while position < bytes.count, Self.isBoundary(bytes, position) { position += 1 }
    while position < bytes.count, bytes[position] == 0x5B {
      guard let close = bytes[position...].prefix(16).firstIndex(of: 0x5D) else { return }
      let tag = bytes[position + 1..<close]
      if tag.elementsEqual("P".utf8) {
        isParallel = true
      } else if tag.starts(with: "US".utf8) {
        story = String(decoding: tag, as: UTF8.self)
      } else {
        return
      }
      position = close + 1
      while position < bytes.count, bytes[position].isMarkdownSpace { position += 1 }
    }
  }

  // MARK: Dates

  /// `(2026-01-31 13:00Z)` in front.
  private mutating func readTime(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) {
    guard position + 12 <= bytes.count, bytes[position] == 0x28, Self.isDate(bytes[(position + 1)...]),
      let close = bytes[position...].prefix(40).firstIndex(of: 0x29)
    else { return }
    doneOn = String(decoding: bytes[position + 1..<close], as: UTF8.self)
  }

  private static func isDate(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count >= 10 else { return false }
    return bytes.prefix(10).enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == 0x2D : byte.isASCIIDigit
    }
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "📅" || scalar == "✅" || scalar == "🆔" || scalar == "⛔" || scalar == "🚫"
  }

  /// The signs of Obsidian Tasks, with a date or an id behind each.
  private mutating func readSigns(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() where scalar.value >= 0x2000 {
      guard Self.isSign(scalar) else { continue }
      let rest = scalars[(index + 1)...].drop { $0 == " " || $0 == "\u{FE0F}" }.prefix { $0 != " " }.prefix(64)
      let word = String(String.UnicodeScalarView(rest))
      let isDate = Self.isDate(word.utf8)
      switch scalar {
      case "📅" where isDate: due = String(word.prefix(10))
      case "✅" where isDate: doneOn = String(word.prefix(10))
      case "🆔" where !word.isEmpty: key = word
      case "⛔" where word.isEmpty || index == 0: saysBlocked = true
      case "⛔": waitsFor += word.split(separator: ",").prefix(16).map { String($0) }
      case "🚫" where index == 0: saysBlocked = true
      default: break
      }
    }
  }

  // MARK: Dependencies

  private mutating func readDependencies(_ bytes: UnsafeBufferPointer<UInt8>) {
    var isFirst = true
    var position = 0
    while position + 7 < bytes.count {
      let byte = bytes[position] | 0x20
      defer { position += 1 }
      guard byte == 0x62 || byte == 0x64, position == 0 || !bytes[position - 1].isASCIILetter else {
        if bytes[position].isASCIILetter { isFirst = false }
        continue
      }
      if let phrase = Self.phrases.first(where: { Self.has($0, bytes, position) }) {
        position += phrase.utf8CodeUnitCount
        readKeys(bytes, &position)
      } else if isFirst, Self.has("blocked", bytes, position) {
        saysBlocked = true
      }
      isFirst = false
    }
    if bytes.count == 7, Self.has("blocked", bytes, 0) { saysBlocked = true }
  }

  private static let phrases: [StaticString] = ["depends on", "blocked by", "depends:", "dependencies:", "blocked on"]

  /// Without regard to case; `phrase` is in lower case.
  private static func has(_ phrase: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    position + phrase.utf8CodeUnitCount <= bytes.count
      && phrase.withUTF8Buffer { wanted in
        zip(wanted, bytes[position...]).allSatisfy { $0 == $1.asciiLowercased }
      }
  }

  /// `T001, T002 and #3`.
  private mutating func readKeys(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
    while position < bytes.count, waitsFor.count < 16 {
      while position < bytes.count, bytes[position].isMarkdownSpace || ":,&+*_`[]".utf8.contains(bytes[position]) {
        position += 1
      }
      if Self.has("and ", bytes, position) { position += 4 }
      // A number alone is an id where ids are asked for.
      var end = Self.keyEnd(bytes, position)
      if end == nil, position < bytes.count, bytes[position].isASCIIDigit {
        end = bytes[position...].firstIndex { !$0.isASCIIDigit } ?? bytes.count
      }
      guard let end, end > position else { return }
      waitsFor.append(String(decoding: bytes[position..<end], as: UTF8.self))
      position = end
    }
  }
}
