import GantryProtocol
import JSON
import JSONRPC
import ProtocolGenerator
import Testing

/// Params that the schemas forbid, derived from the schemas.
@Suite("Params that the document forbids")
struct NegativeParamsTests {
  private struct Setting {
    var type: any RPCMethod.Type
    var method: ProtocolDocument.Method
    var document: ProtocolDocument
    /// Params that the method takes, for changing one thing in them.
    var good: JSONObject

    func with(_ name: String, _ value: JSON) -> JSON {
      var params = good
      params[name] = value
      return .object(params)
    }
  }

  private func setting(_ index: Int) throws -> Setting {
    let type = allMethods[index]
    let document = try TheDocument.read()
    let method = try #require(document.methods.first { $0.name == type.name })
    let example = try #require(method.examples.first)
    let good = TheDocument.parameters(of: example, in: document)
    #expect(type.refusal(of: .object(good)) == nil)
    return Setting(type: type, method: method, document: document, good: good)
  }

  private func expectRefusal(
    _ setting: Setting, _ params: JSON, kind: String = "invalidParams", field: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let refusal = setting.type.refusal(of: params)
    #expect(refusal?.code == -32602, "\(params) is taken", sourceLocation: sourceLocation)
    #expect(refusal?.kind == kind, "\(params)", sourceLocation: sourceLocation)
    #expect(refusal?.data["field"] == .string(field), "\(params)", sourceLocation: sourceLocation)
  }

  @Test("A required parameter that is missing or null", arguments: allMethods.indices)
  func missing(index: Int) throws {
    let setting = try setting(index)
    for parameter in setting.method.parameters where parameter.isRequired {
      var params = setting.good
      params[parameter.name] = nil
      expectRefusal(setting, .object(params), field: parameter.name)
      expectRefusal(setting, setting.with(parameter.name, .null), field: parameter.name)
    }
  }

  @Test("A value of any type but its own", arguments: allMethods.indices)
  func wrongType(index: Int) throws {
    let setting = try setting(index)
    let values: [JSON] = [true, 1, 1.5, "text", [], [:]]
    for parameter in setting.method.parameters {
      let schema = setting.document.resolved(parameter.schema)
      let type = schema["type"]?.stringValue ?? ""
      for value in values where value.typeName != type {
        if type == "number", value.numberValue != nil { continue }
        if type == "integer", value.intValue != nil { continue }
        expectRefusal(setting, setting.with(parameter.name, value), field: parameter.name)
      }
    }
  }

  @Test("A parameter that does not exist, and one that comes twice", arguments: allMethods.indices)
  func unknownAndDuplicate(index: Int) throws {
    let setting = try setting(index)
    expectRefusal(setting, setting.with("colour", "red"), kind: "unknownParam", field: "colour")
    for parameter in setting.method.parameters {
      var params = setting.good
      let value = params[parameter.name] ?? .null
      if !params.contains(parameter.name) { params.append(parameter.name, value) }
      params.append(parameter.name, value)
      expectRefusal(setting, .object(params), kind: "duplicateKey", field: parameter.name)
    }
  }

  @Test("A value just outside its bounds, while the bounds themselves are taken", arguments: allMethods.indices)
  func bounds(index: Int) throws {
    let setting = try setting(index)
    for parameter in setting.method.parameters {
      let schema = setting.document.resolved(parameter.schema)
      if let least = schema["minimum"]?.intValue, let most = schema["maximum"]?.intValue {
        for value in [least - 1, most + 1] {
          expectRefusal(setting, setting.with(parameter.name, JSON(value)), field: parameter.name)
        }
        for value in [least, most] { expectNoRefusal(setting, parameter.name, JSON(value)) }
      }
      if let most = schema["maxLength"]?.intValue {
        let start = schema["format"]?.stringValue == "absolute-path" ? "/" : "é"
        let longest = start + String(repeating: "é", count: Int(most) - 1)
        expectRefusal(setting, setting.with(parameter.name, .string(longest + "é")), field: parameter.name)
        expectRefusal(setting, setting.with(parameter.name, ""), field: parameter.name)
        expectNoRefusal(setting, parameter.name, .string(longest))
      }
      if let most = schema["maxItems"]?.intValue {
        func list(_ count: Int64) -> JSON { .array(Array(repeating: "completed", count: Int(count))) }
        let least = schema["minItems"]?.intValue ?? 0
        for count in [least - 1, most + 1] where count >= 0 {
          expectRefusal(setting, setting.with(parameter.name, list(count)), field: parameter.name)
        }
        for count in [least, most] { expectNoRefusal(setting, parameter.name, list(count)) }
      }
    }
  }

  /// Taken, or refused for another reason than this parameter's value: some cannot stand beside the example's.
  private func expectNoRefusal(_ setting: Setting, _ name: String, _ value: JSON) {
    let params = setting.with(name, value)
    guard let refusal = setting.type.refusal(of: params) else { return }
    let reason = refusal.data["reason"]?.stringValue ?? ""
    #expect(reason.hasPrefix("cannot be given together"), "\(params): \(reason)")
  }

  @Test("A name outside its enumeration", arguments: allMethods.indices)
  func enumerations(index: Int) throws {
    let setting = try setting(index)
    for parameter in setting.method.parameters {
      guard let choices = setting.document.resolved(parameter.schema)["enum"]?.arrayValue else { continue }
      for value in ["no-such-name", (choices[0].stringValue ?? "").uppercased(), ""] {
        expectRefusal(setting, setting.with(parameter.name, .string(value)), field: parameter.name)
      }
      for choice in choices { expectNoRefusal(setting, parameter.name, choice) }
    }
  }

  private static let malformed: [StringFormat: [String]] = [
    .uuid: ["", "x", "01997a3e-8c00-7d1e-a1b2-3c4d5e6f708", "01997a3e-8c00-7d1e-a1b2-3c4d5e6f708g"],
    .line: ["two\nlines", "a\u{0}", "bell\u{7}", "del\u{7F}"],
    .absolutePath: ["relative/path", "~", "/nul\u{0}"],
    .relativePath: ["/absolute", "../out", "a/../../b", "a/..", "nul\u{0}"],
    .dateTime: ["yesterday", "2026-03-14", "2026-03-14T09:26:53", "2026-03-14 09:26:53Z", "1773480413"],
  ]

  @Test("A text without its format", arguments: allMethods.indices)
  func formats(index: Int) throws {
    let setting = try setting(index)
    for parameter in setting.method.parameters {
      let schema = setting.document.resolved(parameter.schema)
      guard let format = schema["format"]?.stringValue.flatMap(StringFormat.init(rawValue:)) else { continue }
      for text in try #require(Self.malformed[format]) {
        #expect(!format.matches(text))
        expectRefusal(setting, setting.with(parameter.name, .string(text)), field: parameter.name)
      }
    }
  }

  @Test("None or several of parameters of which one has to be given", arguments: allMethods.indices)
  func alternatives(index: Int) throws {
    let setting = try setting(index)
    let method = setting.method
    for names in [method.exactlyOne, method.atMostOne] where !names.isEmpty {
      var params = setting.good
      for name in names { params[name] = nil }
      if names == method.exactlyOne { expectRefusal(setting, .object(params), field: names[0]) }
      for (name, value) in zip(names, try names.map { try sample(of: $0, in: setting) }).prefix(2) {
        params.append(name, value)
      }
      expectRefusal(setting, .object(params), field: names[1])
    }
  }

  /// A value that the parameter takes.
  private func sample(of name: String, in setting: Setting) throws -> JSON {
    let parameter = try #require(setting.method.parameters.first { $0.name == name })
    let schema = setting.document.resolved(parameter.schema)
    return switch schema["format"]?.stringValue {
    case "uuid": "01997a3e-8c00-7d1e-a1b2-3c4d5e6f7081"
    case "date-time": "2026-03-14T09:26:53.589Z"
    case "absolute-path": "/home/ada/engine"
    default: schema["type"] == "string" ? "text" : 1
    }
  }
}
