/// Character classes of CommonMark on UTF-8 bytes.
extension UInt8 {
  var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }

  /// Space, tab, line tabulation, form feed; line endings never reach a line's content.
  var isMarkdownSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}
