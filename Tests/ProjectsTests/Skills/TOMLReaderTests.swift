import Testing

@testable import Projects

@Suite struct TOMLReaderTests {
  private func entries(_ text: String) throws -> [TOMLEntry] { try TOMLReader.entries(in: ManifestText(text)) }

  private func strings(_ text: String) throws -> [String] {
    try entries(text).map { entry in
      if case .string(let value) = entry.value { "\(entry.path.joined(separator: "/"))=\(value)" } else { "?" }
    }
  }

  @Test func stringsOfAllFourKindsAreRead() throws {
    let text = #"""
      a = "x\ty\"z\u00e9"
      b = 'c:\d'
      c = """
      one
      two"""
      d = '''it''s'''
      """#
    #expect(try strings(text) == ["a=x\ty\"zé", "b=c:\\d", "c=\none\ntwo", "d=it''s"])
  }

  @Test func keysMayBeDottedAndQuoted() throws {
    #expect(
      try entries("[a.'b.c'.\"d\"]\ne . f = 1").map(\.path) == [["a", "b.c", "d"], ["a", "b.c", "d", "e", "f"]])
  }

  @Test func linesAreCountedThroughValuesThatSpanThem() throws {
    let text = "a = [\n  \"x\", # comment ]\n  \"y\",\n]\nb = \"\"\"\n\n\"\"\"\n[[c]]\nd = {e = 'f'}\n"
    let found = try entries(text)
    #expect(found.map(\.line) == [1, 5, 8, 9])
    #expect(found[0].strings.map(\.line) == [2, 3])
    #expect(found[3].value == .table([TOMLEntry(path: ["e"], value: .string("f"), line: 9)]))
  }

  @Test func otherValuesArePassedOver() throws {
    #expect(try entries("a = 1.5\nb = true # no\nc = 2026-01-01T00:00:00Z\nd = [1, 2]\n").map(\.line) == [1, 2, 3, 4])
  }

  @Test(arguments: [
    ("a = \"x\nb = 1", 1), ("[a", 1), ("a", 1), ("x = 1\na = [1,", 2), ("a = {b = 1", 1), ("a = 1 b = 2", 1),
    ("[[a]\nb = 1", 1), ("a = \"\\uD800\"", 1), ("a =", 1), ("= 1", 1), ("ok = 1\n\n'x", 3),
  ])
  func whatIsNotTOMLIsRefusedWithItsLine(_ text: String, _ line: Int) {
    #expect(throws: ManifestError.self) { try entries(text) }
    do throws(ManifestError) {
      _ = try TOMLReader.entries(in: ManifestText(text))
    } catch {
      #expect(error.line == line)
    }
  }

  @Test func nestingHasALimit() {
    let deep = "a = " + String(repeating: "[", count: 100_000)
    #expect(throws: ManifestError.self) { try entries(deep) }
  }
}
