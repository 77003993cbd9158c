/// The seven kinds of HTML blocks (CommonMark 0.31, "HTML blocks").
enum HTMLBlock {
  /// What ends the block.
  enum Ending: Hashable {
    /// A line that holds `</script>`, `</pre>`, `</style>` or `</textarea>`; kind 1.
    case rawTextTag
    /// A line that holds `-->`, `?>`, `>` or `]]>`; kinds 2 to 5.
    case comment, instruction, declaration, characterData
    /// The next blank line; kinds 6 and 7.
    case blankLine
  }

  /// The ending of the block that begins at a `<`; nil when none does.
  ///
  /// - Parameter interrupting: inside a paragraph, where a tag of no special name (kind 7) is inline text.
  static func start(_ bytes: [UInt8], _ position: Int, _ end: Int, interrupting: Bool) -> Ending? {
    guard position + 1 < end, bytes[position] == 0x3C else { return nil }
    let second = bytes[position + 1]
    if second == 0x3F { return .instruction }
    if second == 0x21 {
      if has("<!--", bytes, position, end) { return .comment }
      if has("<![CDATA[", bytes, position, end) { return .characterData }
      return position + 2 < end && bytes[position + 2].isASCIILetter ? .declaration : nil
    }
    let isClosing = second == 0x2F
    let nameStart = position + (isClosing ? 2 : 1)
    guard nameStart < end, bytes[nameStart].isASCIILetter else { return nil }
    var nameEnd = nameStart + 1
    while nameEnd < end, bytes[nameEnd].isASCIILetter || bytes[nameEnd].isASCIIDigit || bytes[nameEnd] == 0x2D {
      nameEnd += 1
    }
    if nameEnd - nameStart <= 10 {
      let name = String(decoding: bytes[nameStart..<nameEnd].lazy.map(\.asciiLowercased), as: UTF8.self)
      let next = nameEnd < end ? bytes[nameEnd] : 0x0A
      let endsName = next.isMarkdownSpace || next == 0x3E
      if rawTextTags.contains(name) {
        if !isClosing, endsName { return .rawTextTag }
      } else if blockTags.contains(name),
        endsName || (next == 0x2F && nameEnd + 1 < end && bytes[nameEnd + 1] == 0x3E)
      {
        return .blankLine
      }
      if rawTextTags.contains(name), !isClosing { return nil }
    }
    guard !interrupting else { return nil }
    return isWholeTag(bytes, nameEnd, end, isClosing: isClosing) ? .blankLine : nil
  }

  /// Whether a line ends the block it stands in; a blank line is the caller's business.
  static func ends(_ ending: Ending, _ bytes: [UInt8], _ position: Int, _ end: Int) -> Bool {
    switch ending {
    case .blankLine: false
    case .comment: contains("-->", bytes, position, end)
    case .instruction: contains("?>", bytes, position, end)
    case .declaration: contains(">", bytes, position, end)
    case .characterData: contains("]]>", bytes, position, end)
    case .rawTextTag: containsRawTextEnd(bytes, position, end)
    }
  }

  /// The rest of a tag behind its name, and nothing but blanks behind it.
  private static func isWholeTag(_ bytes: [UInt8], _ nameEnd: Int, _ end: Int, isClosing: Bool) -> Bool {
    var position = nameEnd
    func skipSpaces() -> Bool {
      let start = position
      while position < end, bytes[position].isMarkdownSpace { position += 1 }
      return position > start
    }
    var hadSpace = skipSpaces()
    while !isClosing, hadSpace, position < end, isAttributeStart(bytes[position]) {
      position += 1
      while position < end, isAttributePart(bytes[position]) { position += 1 }
      hadSpace = skipSpaces()
      guard position < end, bytes[position] == 0x3D else { continue }
      position += 1
      _ = skipSpaces()
      guard position < end else { return false }
      let quote = bytes[position]
      if quote == 0x22 || quote == 0x27 {
        position += 1
        while position < end, bytes[position] != quote { position += 1 }
        guard position < end else { return false }
        position += 1
      } else {
        let start = position
        while position < end, isUnquoted(bytes[position]) { position += 1 }
        guard position > start else { return false }
      }
      hadSpace = skipSpaces()
    }
    if !isClosing, position < end, bytes[position] == 0x2F { position += 1 }
    guard position < end, bytes[position] == 0x3E else { return false }
    position += 1
    _ = skipSpaces()
    return position == end
  }

  private static func isAttributeStart(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte == 0x5F || byte == 0x3A
  }

  private static func isAttributePart(_ byte: UInt8) -> Bool {
    isAttributeStart(byte) || byte.isASCIIDigit || byte == 0x2E || byte == 0x2D
  }

  private static func isUnquoted(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09...0x0D, 0x20, 0x22, 0x27, 0x3C, 0x3D, 0x3E, 0x60: false
    default: true
    }
  }

  private static func has(_ text: StaticString, _ bytes: [UInt8], _ position: Int, _ end: Int) -> Bool {
    guard position + text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + $0.count]) }
  }

  private static func contains(_ text: StaticString, _ bytes: [UInt8], _ position: Int, _ end: Int) -> Bool {
    text.withUTF8Buffer { wanted in
      var next = position
      while next + wanted.count <= end {
        if bytes[next] == wanted[0], bytes[next..<next + wanted.count].elementsEqual(wanted) { return true }
        next += 1
      }
      return false
    }
  }

  private static func containsRawTextEnd(_ bytes: [UInt8], _ position: Int, _ end: Int) -> Bool {
    var next = position
    while next + 1 < end {
      if bytes[next] == 0x3C, bytes[next + 1] == 0x2F {
        var close = next + 2
        while close < end, close - next < 12, bytes[close].isASCIILetter { close += 1 }
        if close < end, bytes[close] == 0x3E {
          let name = String(decoding: bytes[next + 2..<close].lazy.map(\.asciiLowercased), as: UTF8.self)
          if rawTextTags.contains(name) { return true }
        }
      }
      next += 1
    }
    return false
  }

  private static let rawTextTags: Set<String> = ["script", "pre", "style", "textarea"]

  /// The names of kind 6; `source` is of GFM 0.29, `search` of CommonMark 0.31.
  private static let blockTags: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
