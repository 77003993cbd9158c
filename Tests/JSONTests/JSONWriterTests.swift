import JSON
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  @Test("Commas stand between values and nowhere else")
  func commas() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("a", 1)
    writer.member("b", "two")
    writer.member("c", Optional<String>.none)
    writer.memberIfPresent("left out", Optional<Int>.none)
    writer.key("d")
    writer.beginArray()
    writer.endArray()
    writer.key("e")
    writer.beginArray()
    writer.beginObject()
    writer.endObject()
    writer.int(5)
    writer.bool(false)
    writer.raw(RawJSON(unchecked: "[1 , 2]".utf8))
    writer.double(0.25)
    writer.endArray()
    writer.member("f", ["x", "y"])
    writer.endObject()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"{"a":1,"b":"two","c":null,"d":[],"e":[{},5,false,[1 , 2],0.25],"f":["x","y"]}"#)
  }

  @Test("Only quotes, backslashes and control characters are escaped; a slash never is")
  func escaping() {
    let text = "a/b \"q\" \\ \u{8}\u{9}\u{A}\u{C}\u{D}\u{0}\u{1F}\u{7F} \u{2028}\u{E9}\u{1F600}"
    #expect(
      JSON.string(text).description
        == "\"a/b \\\"q\\\" \\\\ \\b\\t\\n\\f\\r\\u0000\\u001f\u{7F} \u{2028}\u{E9}\u{1F600}\"")
  }

  @Test("What is written reads back as the same value")
  func roundTrip() throws {
    let value: JSON = [
      "text": "line\nbreak \u{0} \u{1F600}", "numbers": [0, -1, 0.5, 1e300], "nested": ["a": [["b": .null], true]],
      "": "",
    ]
    #expect(try JSON.parse(value.serialized()) == value)
    #expect(try JSON.parse(value.prettyPrinted()) == value)
  }

  @Test("Pretty printing indents by two spaces and keeps empty containers on one line")
  func pretty() {
    let value: JSON = ["a": [1, [:]], "b": []]
    #expect(
      value.prettyPrinted() == """
        {
          "a": [
            1,
            {}
          ],
          "b": []
        }
        """)
  }
}
