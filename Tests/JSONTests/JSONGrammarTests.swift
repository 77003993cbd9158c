import JSON
import Testing

/// RFC 8259 case by case. Parser and scanner are two readers of one grammar, so every text goes through both.
@Suite("The grammar of RFC 8259")
struct JSONGrammarTests {
  private func verdicts(_ bytes: [UInt8]) -> [JSONError?] {
    func verdict(_ read: () throws(JSONError) -> Void) -> JSONError? {
      do throws(JSONError) {
        try read()
        return nil
      } catch {
        return error
      }
    }
    return [
      verdict { () throws(JSONError) in _ = try JSON.parse(bytes) },
      verdict { () throws(JSONError) in _ = try RawJSON(validating: bytes) },
    ]
  }

  @Test("Accepted, and the same after writing it again", arguments: accepted)
  func accepts(text: String) throws {
    #expect(verdicts(Array(text.utf8)) == [nil, nil])
    let value = try JSON.parse(text)
    #expect(try JSON.parse(value.serialized()) == value)
  }

  @Test("Refused, by both readers at the same byte", arguments: refused)
  func refuses(text: String) {
    let found = verdicts(Array(text.utf8))
    #expect(found[0] != nil)
    #expect(found[0] == found[1])
  }

  @Test(
    "No proper beginning of a container or string is a value",
    arguments: [#"{"a":[1,{"b":"\u00e9\ud83d\ude00"}],"c":-1.5e+3}"#, #""\\\"x""#])
  func truncated(text: String) {
    let bytes = Array(text.utf8)
    for length in bytes.indices {
      let found = verdicts(Array(bytes[..<length]))
      #expect(found[0]?.code == .unexpectedEnd || found[0]?.code == .loneSurrogate)
      #expect(found[0] == found[1])
    }
  }

  @Test("Containers nest 128 deep and no deeper, and a hundred thousand cost no stack")
  func nesting() {
    func nested(_ depth: Int, _ open: String, _ close: String) -> [UInt8] {
      Array((String(repeating: open, count: depth) + String(repeating: close, count: depth)).utf8)
    }
    #expect(verdicts(nested(128, "[", "]")) == [nil, nil])
    #expect(verdicts(nested(64, "{\"a\":[", "]}")) == [nil, nil])
    for text in [
      nested(129, "[", "]"), nested(100_000, "[", ""), nested(100_000, "{\"a\":", ""), nested(65, "[{\"a\":", ""),
    ] {
      #expect(verdicts(text).allSatisfy { $0?.code == .nestingTooDeep })
    }
  }

  @Test("Every byte below a space is refused raw inside a string and accepted escaped")
  func controlCharacters() throws {
    for byte in UInt8(0)..<0x20 {
      #expect(
        verdicts([0x22, byte, 0x22]) == [JSONError(.controlCharacter, at: 1), JSONError(.controlCharacter, at: 1)])
      let escaped = JSON.string(String(UnicodeScalar(byte))).serialized()
      #expect(escaped.count > 3)
      #expect(try JSON.parse(escaped).stringValue?.utf8.first == byte)
    }
  }

  @Test("Of the single bytes only the digits are values")
  func singleBytes() {
    for byte in UInt8.min...UInt8.max {
      let isDigit = (0x30...0x39).contains(byte)
      #expect((verdicts([byte])[0] == nil) == isDigit, "byte \(byte)")
    }
  }

  @Test("The only escapes are those of RFC 8259 section 7")
  func escapes() {
    for byte in UInt8(0x20)..<0x7F where byte != UInt8(ascii: "u") {
      let known = "\"\\/bfnrt".utf8.contains(byte)
      let text = Array("\"\\".utf8) + [byte] + Array("\"".utf8)
      // `"\""` has lost its closing quote to the escape.
      let expected = byte == UInt8(ascii: "\"") ? true : known
      #expect((verdicts(text)[0] == nil) == expected, "escape \(byte)")
    }
  }

  @Test("Every scalar value that UTF-8 can carry is accepted, at the edges of each length")
  func scalarValues() throws {
    for value: UInt32 in [0x20, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x10FFFF] {
      let text = String(try #require(UnicodeScalar(value)))
      #expect(try JSON.parse(JSON.string(text).serialized()) == .string(text))
    }
  }

  @Test(
    "Ill-formed UTF-8 is refused wherever it stands",
    arguments: [
      [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0xBF], [0xC2], [0xC2, 0x20], [0xE0, 0x9F, 0xBF], [0xE1, 0x80],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xEF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF1, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFC, 0x80, 0x80, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    ] as [[UInt8]])
  func illFormedUTF8(bytes: [UInt8]) {
    for padding in 0..<9 {
      let before = Array("[\"".utf8) + [UInt8](repeating: 0x78, count: padding)
      let found = verdicts(before + bytes + Array("\"]".utf8))
      #expect(found == [JSONError(.invalidUTF8, at: before.count), JSONError(.invalidUTF8, at: before.count)])
    }
    #expect(verdicts(bytes)[0]?.code == .invalidUTF8)
  }

  @Test("UTF-16 and UTF-32, with and without a mark, are refused")
  func otherEncodings() {
    let text = #"["é"]"#
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let wide = text.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), 0, 0, 0] }
    for bytes in [little, big, wide, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      #expect(verdicts(bytes).allSatisfy { $0 != nil })
    }
  }
}

private let accepted: [String] = [
  // Arrays.
  "[]", "[ ]", "[[]]", "[[],[[]]]", "[1]", "[1,2]", "[null]", "[null, 1, \"1\", {}]", " [1]", "[1] ", "[1\n]", "[\"\"]",
  "[false]", "[1,null,null,null,2]", "[\t1 ,\r\n2 ]", "[[ ] , { } ]",
  // Objects.
  "{}", "{ }", "{\"\":0}", "{\"a\":[]}", "{\"a\":\"b\"}", "{\"a\":\"b\",\"c\":\"d\"}", "{\"a\":\"b\",\"a\":\"c\"}",
  "{\"a\":\"b\",\"a\":\"b\"}", "{ \"a\" : 1 , \"b\" : 2 }", "{\n\"a\": \"b\"\n}", #"{"foo\u0000bar": 42}"#,
  #"{"min": -1.0e+28, "max": 1.0e+28}"#, #"{"title":"\u041f\u043e\u043b"}"#, "{\"\\\"\":1}",
  "{\"a\":{\"b\":{\"c\":{}}}}",
  // Numbers.
  "0", "-0", "1", "-1", "42", "123", "-123", "0.0", "0.1", "-0.1", "123.456", "0e0", "0e1", "0E+1", "0e-1", "1e1",
  "1E1", "1e+1", "1e-1", "1E+2", "1E-2", "123e45", "123e65", "123.456e78", "0.4e006", "1e00", "-0.0", "-1.5e-10",
  "[0e1]", "[-0]", "[123.456e78]", "123123e100000", "-123123e100000",
  "0.4e00669999999999999999999999999999999999999969999999006",
  "100000000000000000000", "-237462374673276894279832749832423479823246327846", "1.5e+9999", "123e-10000000",
  "0.\(String(repeating: "0", count: 400))1", String(repeating: "9", count: 400),
  // Words.
  "true", "false", "null", " true ", "[true]",
  // Strings.
  "\"\"", "\" \"", "\"asd\"", #""a/b""#, #""a\/b""#, #""\"\\\/\b\f\n\r\t""#, #""\u0000""#, #""\u0012""#, #""\u001f""#,
  #""\u0022""#, #""\u005C""#, #""\u002c""#, #""\u0060\u012a\u12AB""#, #""\uD801\udc37""#,
  #""\ud83d\ude39\ud83d\udc8d""#,
  #""\uDBFF\uDFFF""#, #""\uFFFE""#, #""\uFFFF""#, #""\uDBFF\uDFFE""#, #""\u200B\u2064\uFDD0""#, #""new\u000Aline""#,
  #""\\u0000""#, #""\\a""#, #""\\n""#, #""\\""#, "\"a/*b*/c/*d//e\"", "\"//\"", "\"'\"", "\"\u{7F}\"", "\"a\u{7F}a\"",
  "\"\u{E9}\u{20AC}\u{1F600}\"", "\"\u{2028}\u{2029}\"", "\"\u{FEFF}\"", "\"\u{FFFE}\u{FFFF}\u{10FFFF}\"", "\"π\"",
  "\"e\u{301}\"",
  "\"\u{200B}\"", "\"\(String(repeating: "x", count: 5000))\"", #""\u00e9\u00E9""#,
  // Whitespace.
  " \t\r\n1 \t\r\n", "\n[]\n", "\r1",
]

private let refused: [String] = [
  // Nothing, or not a value.
  "", " ", "\n", "*", "\u{FEFF}", "\u{FEFF}[]", "å", "\u{2060}", "_", "<.>", "[<null>]", "%", "\\", "'", "`", "()",
  "undefined",
  // Arrays.
  "[", "]", "[1", "[1,", "[,", "[,]", "[,1]", "[1,,2]", "[1,]", "[1,,]", "[\"\",]", "[\"x\",,]", "[1:2]", "[\"a\":1]",
  "[\"\": 1]", "[1 true]", "[1 2]", "[\"a\" \"b\"]", "[3[4]]", "[-]", "[*]", "[1}", "[1)", "[[1]", "[1]]", "[][]",
  "[\"a\",\n4\n,1,", "[1,\n1\n,1", "[{}", "[\"x\"", "[\"x", "[x", "[false", "[true", "[null", "[1\u{C}]", "[\u{B}1]",
  "[\u{A0}]", "[\u{2060}]", "[a\u{2060}]", "[\"a\u{0}a\"]", "[1]x", "[1]1", "[1],", ",[1]", "[1],[2]", "[ , ]",
  // Objects.
  "{", "}", "{]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\" 1}", "{\"a\",1}", "{\"a\":}", "{\"a\":,}",
  "{:1}",
  "{1:1}", "{a:1}", "{'a':1}", "{a: \"b\"}", "{null:null}", "{true:1}", "{[1]:2}", "{\"a\":1,}", "{\"a\":1,,\"b\":2}",
  "{\"a\":1,,}", "{,\"a\":1}", "{\"a\"::1}", "{\"a\":1:2}", "{\"a\":1;\"b\":2}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"b\"}",
  "{\"a\":1}}", "{\"a\":1}#", "{\"a\":1}//", "{\"a\":1}/**/", "{\"a\":1}/", "{\"a\":/*c*/1}", "{\"a\": true} \"x\"",
  "{\"a\":\"a", "{ \"foo\" : \"bar\", \"a\" }", "{\"a\":1}{}", "{,}", "{\"a\" = 1}", "{\"a\":\"b\"]", "{}}",
  "{\"\u{1}\":1}", "{\"\\x\":1}", "{\"a\":NaN}", "{ / \"a\":1}",
  // Numbers.
  "-", "+", "+1", "++1", "--1", "-+1", "- 1", "-a", "-01", "01", "00", "-00", "012", "-012", "1.", "-1.", "0.", ".1",
  "-.1",
  "+.1", ".", "-.", "1..2", "1.2.3", "0.1.2", "1.e1", "2.e3", "2.e+3", "0.e1", ".e1", "1e", "1E", "1e+", "1e-", "1E+",
  "0e", "0e+", "1eE2", "1e1.5", "1ee1", "1e++1", "1e+-1", "9.e+", "1.2a", "1.2a-3", "1a", "1_000", "1 000", "0x1",
  "0x42",
  "0X1", "0b1", "0o7", "1h", "1ea", "1f", "1L", "1e1e1", "NaN", "nan", "-NaN", "Infinity", "-Infinity", "+Inf", "Inf",
  "1/2",
  "１", "[１]", "٣", "1.8011670033376514H-308", "[1.0,-]", "[-2.]", "[1e]", "[0 1]", "[-1x]", "0.3e", "0.3e+", "0E", "$1",
  // Words.
  "t", "tr", "tru", "truth", "truee", "True", "TRUE", "f", "fals", "falsey", "False", "FALSE", "n", "nul", "nulll",
  "Null",
  "NULL", "nil", "None", "[nul]", "[tru]", "[fals]", "truefalse", "true,", "yes", "tr ue",
  // Strings.
  "\"", "\"a", "a\"", "\"\"\"", "\"\"x", "\"a\"b\"", "'a'", "['a']", "“a”", "\"\\\"", "\"\\", "\"\\x\"", "\"\\x00\"",
  "\"\\a\"", "\"\\v\"", "\"\\e\"", "\"\\'\"", "\"\\0\"", "\"\\U0041\"", "\"\\ \"", "\"\\\n\"", "\"\\\u{0}\"", "\"\\é\"",
  "\"\\🌀\"", "\"\\u\"", "\"\\u0\"", "\"\\u00\"", "\"\\u00A\"", "\"\\u00A", "\"\\u00G0\"", "\"\\uqqqq\"", "\"\\u{41}\"",
  "\"\\u +1\"", "\"\\u-041\"", "\"\\u 041\"", "\"\n\"", "\"\r\"", "\"\t\"", "\"a\u{0}b\"", "\"\u{1F}\"", "\"a\nb\"",
  // Halves of surrogate pairs.
  "\"\\ud800\"", "\"\\uDBFF\"", "\"\\udc00\"", "\"\\uDFFF\"", "\"\\ud800\\ud800\"", "\"\\udc00\\ud800\"",
  "\"\\ud800x\"",
  "\"\\ud800\\n\"", "\"\\ud800\\", "\"\\ud800\\u", "\"\\ud800\\u\"", "\"\\ud800\\u1\"", "\"\\ud800\\u0041\"",
  "\"x\\udd1e\"",
  "\"\\uD834\\uDD\"", "\"\\ud800\\udbff\"", "{\"\\ud800\":1}",
  // More than one value, and comments.
  "1 2", "1,2", "{} {}", "[] []", "null null", "\"a\" \"b\"", "// c\n1", "/* c */1", "1 // c", "1 /* c */", "# c\n1",
  "1;",
]
