import JSON
import Testing

@Suite("Scanning JSON")
struct JSONScannerTests {
  @Test("The members of the outermost object come as byte ranges")
  func members() throws {
    let text = Array(#" {"id" : 1.0 , "k\u0065y":{"a":[1,{}]},"s":"x\ny","e":[]} "#.utf8)
    let found = try text.withUnsafeBytes { bytes in
      var found: [String] = []
      var scanner = try JSONScanner(bytes)
      #expect(try scanner.rootKind() == .object)
      scanner.enter()
      while let member = try scanner.nextMember() {
        let value = String(decoding: bytes[member.value.range], as: UTF8.self)
        found.append("\(scanner.text(of: member.key))=\(member.value.kind) \(value)")
      }
      try scanner.finish()
      return found
    }
    #expect(found == ["id=number 1.0", #"key=object {"a":[1,{}]}"#, #"s=string "x\ny""#, "e=array []"])
  }

  @Test("The elements of the outermost array come as byte ranges")
  func elements() throws {
    let text = Array(#"[1, "two",[3] ,{"four":4}]"#.utf8)
    let found = try text.withUnsafeBytes { bytes in
      var found: [String] = []
      var scanner = try JSONScanner(bytes)
      #expect(try scanner.rootKind() == .array)
      scanner.enter()
      while let element = try scanner.nextElement() {
        found.append(String(decoding: bytes[element.range], as: UTF8.self))
      }
      try scanner.finish()
      return found
    }
    #expect(found == ["1", #""two""#, "[3]", #"{"four":4}"#])
  }

  @Test("The level that was entered counts as one of the allowed depth")
  func depth() throws {
    for (text, fits) in [
      ("[[[1]]]", true), ("[[[[1]]]]", false), (#"{"a":[{}]}"#, true), (#"{"a":[{"b":[]}]}"#, false),
    ] {
      let bytes = Array(text.utf8)
      let limits = JSONLimits(maximumDepth: 3)
      #expect(((try? JSON.parse(bytes, limits: limits)) != nil) == fits)
      #expect(((try? RawJSON(validating: bytes, limits: limits)) != nil) == fits)
      bytes.withUnsafeBytes { raw in
        #expect(((try? walk(raw, limits: limits)) != nil) == fits)
      }
    }
  }

  private func walk(_ bytes: UnsafeRawBufferPointer, limits: JSONLimits) throws {
    var scanner = try JSONScanner(bytes, limits: limits)
    let kind = try scanner.rootKind()
    scanner.enter()
    if kind == .array {
      while try scanner.nextElement() != nil {}
    } else {
      while try scanner.nextMember() != nil {}
    }
    try scanner.finish()
  }
}
