import JSON
import ProtocolGenerator
import Testing

@Suite("The schema validator")
struct SchemaValidatorTests {
  private let validator = SchemaValidator(schemas: [
    "Name": ["type": "string", "minLength": 1, "maxLength": 3],
    "Pair": [
      "type": "object", "required": ["name", "count"], "additionalProperties": false,
      "properties": [
        "name": ["$ref": "#/components/schemas/Name"],
        "count": ["type": ["integer", "null"], "minimum": 0, "maximum": 9],
      ],
    ],
    "Perhaps": ["oneOf": [["$ref": "#/components/schemas/Pair"], ["type": "null"]]],
  ])

  private func places(_ value: JSON, _ schema: JSON) -> [String] {
    validator.errors(in: value, against: schema).map(\.place)
  }

  @Test(
    "What fits",
    arguments: [
      ["name": "ada", "count": 1.0], ["name": "a", "count": .null], ["count": 9, "name": "äöü"],
    ] as [JSON])
  func fits(value: JSON) {
    #expect(places(value, ["$ref": "#/components/schemas/Pair"]) == [])
    #expect(places(value, ["$ref": "#/components/schemas/Perhaps"]) == [])
  }

  @Test(
    "What does not fit, and where",
    arguments: [
      (["name": "ada"], "/count"), (["name": "", "count": 1], "/name"), (["name": "adas", "count": 1], "/name"),
      (["name": 1, "count": 1], "/name"), (["name": "a", "count": 1.5], "/count"),
      (["name": "a", "count": 10], "/count"),
      (["name": "a", "count": -1], "/count"), (["name": "a", "count": 1, "more": 1], "/more"), ("a", "/"),
    ] as [(JSON, String)])
  func fitsNot(value: JSON, place: String) {
    #expect(places(value, ["$ref": "#/components/schemas/Pair"]) == [place])
    #expect(places(value, ["$ref": "#/components/schemas/Perhaps"]) == [place])
  }

  @Test("Choices, constants, elements and parts")
  func others() {
    #expect(places("b", ["type": "string", "enum": ["a", "b"]]) == [])
    #expect(places("c", ["type": "string", "enum": ["a", "b"]]) == ["/"])
    #expect(places(false, ["type": "boolean", "const": true]) == ["/"])
    #expect(places([1, "x", 2, .null], ["type": "array", "items": ["type": "integer"]]) == ["/1", "/3"])
    #expect(places(["k": ["x"]], ["type": "object", "additionalProperties": ["type": "string"]]) == ["/k"])
    let both: JSON = [
      "allOf": [["type": "object", "required": ["a"]], ["type": "object", "required": ["b"]]]
    ]
    #expect(places(["a": 1, "b": 2], both) == [])
    #expect(places([:], both) == ["/a", "/b"])
    #expect(places(1, ["$ref": "#/components/schemas/Nobody"]) == ["/"])
    #expect(places(.null, ["$ref": "#/components/schemas/Perhaps"]) == [])
  }

  @Test("Times and paths, to the letter")
  func formats() {
    for good in ["2026-03-14T09:26:53Z", "2026-03-14t09:26:53.5+01:00", "2026-03-14T09:26:53.589-11:30"] {
      #expect(StringFormat.dateTime.matches(good), "\(good)")
    }
    for bad in ["2026-03-14T09:26:53", "2026-03-14T09:26:53.Z", "2026-03-14T09:26:53+1:00", "2026-03-14T09:26:53ZZ"] {
      #expect(!StringFormat.dateTime.matches(bad), "\(bad)")
    }
    #expect(StringFormat.relativePath.matches("docs/..hidden/plan.md"))
    #expect(!StringFormat.relativePath.matches("docs/../plan.md"))
    #expect(StringFormat.line.matches("ein Gruß ✓"))
  }
}
