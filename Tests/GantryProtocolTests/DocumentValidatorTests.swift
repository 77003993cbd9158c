import JSON
import ProtocolGenerator
import Testing

/// A change to the real document, and the place where it has to be found.
struct Fault: CustomTestStringConvertible, Sendable {
  var what: String
  var place: String
  var apply: @Sendable (JSON) -> JSON

  init(_ what: String, at place: String, _ apply: @escaping @Sendable (JSON) -> JSON) {
    self.what = what
    self.place = place
    self.apply = apply
  }

  var testDescription: String { what }
}

@Suite("The protocol document")
struct DocumentValidatorTests {
  @Test("Nothing is wrong with it")
  func isValid() throws {
    #expect(DocumentValidator(try TheDocument.root()).errors() == [])
  }

  @Test("A fault in it is found where it is", arguments: structure + schemas + lint)
  func fault(_ fault: Fault) throws {
    let root = try TheDocument.root()
    let changed = fault.apply(root)
    #expect(changed != root, "the fault changes nothing")
    let errors = DocumentValidator(changed).errors()
    #expect(errors.contains { $0.place.hasPrefix(fault.place) }, "found: \(errors)")
  }

  static let structure = [
    Fault("another version of OpenRPC", at: "/openrpc") { $0.setting("openrpc", "1.4.1") },
    Fault("no version of the protocol", at: "/info") { $0.removing("info/version") },
    Fault("a version that is not semantic", at: "/info/version") { $0.setting("info/version", "1.0") },
    Fault("a member at the root that OpenRPC lacks", at: "/extra") { $0.setting("extra", 1) },
    Fault("methods that are no array", at: "/methods") { $0.setting("methods", [:]) },
    Fault("two methods of one name", at: "/methods/ping/name") { $0.setting("methods/1/name", "ping") },
    Fault("a method without a name", at: "/methods/") { $0.removing("methods/0/name") },
    Fault("a reserved name", at: "/methods/rpc.mine") { $0.setting("methods/0/name", "rpc.mine") },
    Fault("an unknown member of a method", at: "/methods/ping/resultt") { $0.setting("methods/0/resultt", 1) },
    Fault("params that are no array", at: "/methods/ping/params") { $0.setting("methods/0/params", [:]) },
    Fault("a parameter without a schema", at: "/methods/hello/params/client_name") {
      $0.removing("methods/1/params/0/schema")
    },
    Fault("two parameters of one name", at: "/methods/hello/params/client_name") {
      $0.setting("methods/1/params/1/name", "client_name")
    },
    Fault("a required parameter behind an optional one", at: "/methods/hello/params/protocol") {
      $0.setting("methods/1/params/2/required", true)
    },
    Fault("a paramStructure of its own", at: "/methods/ping/paramStructure") {
      $0.setting("methods/0/paramStructure", "any")
    },
    Fault("an example without a result", at: "/methods/ping/examples/0/result") {
      $0.removing("methods/0/examples/0/result")
    },
    Fault("an example for another parameter", at: "/methods/hello/examples/0/params/0") {
      $0.setting("methods/1/examples/0/params/0/name", "nobody")
    },
    Fault("a component with a space in its name", at: "/components/schemas/My Job") {
      $0.setting("components/schemas/My Job", ["type": "null", "description": "x"])
    },
  ]

  static let schemas = [
    Fault("a reference to nothing", at: "/components/schemas/Job/properties/status/$ref") {
      $0.setting("components/schemas/Job/properties/status/$ref", "#/components/schemas/Nobody")
    },
    Fault("a reference out of the document", at: "/components/schemas/Job/properties/status/$ref") {
      $0.setting("components/schemas/Job/properties/status/$ref", "https://example.invalid/schema")
    },
    Fault("anyOf", at: "/components/schemas/Time/anyOf") { $0.setting("components/schemas/Time/anyOf", []) },
    Fault("if", at: "/components/schemas/Job/if") { $0.setting("components/schemas/Job/if", [:]) },
    Fault("a type that JSON lacks", at: "/components/schemas/Time/type") {
      $0.setting("components/schemas/Time/type", "date")
    },
    Fault("no type", at: "/components/schemas/Cursor") { $0.removing("components/schemas/Cursor/type") },
    Fault("a keyword of another type", at: "/components/schemas/Cursor/minimum") {
      $0.setting("components/schemas/Cursor/minimum", 1)
    },
    Fault("a lower bound above the upper", at: "/components/schemas/PageLimit") {
      $0.setting("components/schemas/PageLimit/minimum", 501)
    },
    Fault("a required member that is not described", at: "/components/schemas/Job/required") {
      $0.appending("components/schemas/Job/required", "colour")
    },
    Fault("an array of unknown things", at: "/components/schemas/Skill/properties/evidence") {
      $0.removing("components/schemas/Skill/properties/evidence/items")
    },
    Fault("a format nobody checks", at: "/components/schemas/Time/format") {
      $0.setting("components/schemas/Time/format", "email")
    },
    Fault("a pattern that is not the format's", at: "/components/schemas/Time/pattern") {
      $0.setting("components/schemas/Time/pattern", ".*")
    },
    Fault("an unexplained choice", at: "/components/schemas/JobStatus/x-enum-descriptions") {
      $0.appending("components/schemas/JobStatus/enum", "lost")
    },
    Fault("a choice of three", at: "/components/schemas/Job/properties/error/oneOf") {
      $0.appending("components/schemas/Job/properties/error/oneOf", ["type": "string"])
    },
  ]

  static let lint = [
    Fault("a schema without a description", at: "/components/schemas/Job") {
      $0.removing("components/schemas/Job/description")
    },
    Fault("a member without a description", at: "/components/schemas/Job/properties/payload") {
      $0.removing("components/schemas/Job/properties/payload/description")
    },
    Fault("a parameter without a description", at: "/methods/hello/params/protocol") {
      $0.removing("methods/1/params/2/description")
    },
    Fault("a method without an example", at: "/methods/ping/examples") { $0.setting("methods/0/examples", []) },
    Fault("a method without a kind", at: "/methods/ping") { $0.removing("methods/0/x-kind") },
    Fault("a method without its first version", at: "/methods/ping") { $0.removing("methods/0/x-since") },
    Fault("a method without errors", at: "/methods/ping/x-errors") { $0.removing("methods/0/x-errors") },
    Fault("a method with an unknown error", at: "/methods/ping/x-errors") {
      $0.appending("methods/0/x-errors", "outOfLuck")
    },
    Fault("two errors of one kind", at: "/x-errorCatalog/parseError") {
      $0.setting("x-errorCatalog/1/kind", "parseError")
    },
    Fault("a method's error with a code of JSON-RPC", at: "/x-errorCatalog/jobNotFound/code") {
      $0.changing(["x-errorCatalog"]) { catalogue in
        let entries = (catalogue.arrayValue ?? []).map { entry in
          entry["kind"] == "jobNotFound" ? entry.setting("code", -32001) : entry
        }
        catalogue = .array(entries)
      }
    },
    Fault("two methods with one verb", at: "/methods/hello/x-cli") { $0.setting("methods/1/x-cli/verb", "ping") },
    Fault("an example whose params do not fit", at: "/methods/hello/examples/0/params/client_name") {
      $0.setting("methods/1/examples/0/params/0/value", 7)
    },
    Fault("an example whose result does not fit", at: "/methods/ping/examples/0/result/time") {
      $0.setting("methods/0/examples/0/result/value/time", "now")
    },
    Fault("a limit with an unknown error", at: "/x-limits/line_bytes/error") {
      $0.setting("x-limits/0/error", "tooBad")
    },
  ]
}
