import JSON

/// Holds values against schemas of the document's subset of JSON Schema draft-07.
///
/// Beside `$ref` other keywords count too: the document uses them for descriptions of a place. `pattern` is taken on the
/// word of the `format` beside it, which ``DocumentValidator`` makes sure of.
public struct SchemaValidator {
  private let schemas: JSONObject

  /// - Parameter schemas: what `#/components/schemas/…` refers to.
  public init(schemas: JSONObject) {
    self.schemas = schemas
  }

  /// Everything about `value` that the schema does not allow; empty when it fits.
  /// - Parameter place: JSON pointer of the value, for the errors.
  public func errors(in value: JSON, against schema: JSON, at place: String = "") -> [DocumentError] {
    var errors: [DocumentError] = []
    check(value, schema, place, &errors)
    return errors
  }

  private func check(_ value: JSON, _ schema: JSON, _ place: String, _ errors: inout [DocumentError]) {
    func fail(_ reason: String) { errors.append(DocumentError(place: place.isEmpty ? "/" : place, reason: reason)) }

    if schema["$ref"] != nil {
      guard let name = ProtocolDocument.referencedName(schema), let target = schemas[name] else {
        return fail("is held against \(schema["$ref"] ?? .null), which does not exist")
      }
      check(value, target, place, &errors)
    }
    if let types = Self.types(schema), !types.contains(where: { Self.isOf($0, value) }) {
      return fail("must be \(types.joined(separator: " or ")), not \(value.typeName)")
    }
    if let choices = schema["enum"]?.arrayValue, !choices.contains(where: { Self.isSame($0, value) }) {
      fail("must be one of \(choices.map(\.description).joined(separator: ", "))")
    }
    if let constant = schema["const"], !Self.isSame(constant, value) { fail("must be \(constant)") }
    for part in schema["allOf"]?.arrayValue ?? [] { check(value, part, place, &errors) }
    if let choices = schema["oneOf"]?.arrayValue { checkChoices(value, choices, place, &errors) }

    switch value {
    case .object(let members): check(members, schema, place, &errors)
    case .array(let elements): check(elements, schema, place, &errors)
    case .string(let text):
      let count = Int64(text.unicodeScalars.count)
      if let least = schema["minLength"]?.intValue, count < least { fail("must have at least \(least) characters") }
      if let most = schema["maxLength"]?.intValue, count > most { fail("must have at most \(most) characters") }
      if let name = schema["format"]?.stringValue {
        guard let format = StringFormat(rawValue: name) else {
          return fail("is held against the unknown format \(name)")
        }
        if !format.matches(text) { fail("must have the format \(name)") }
      }
    case .number(let number):
      guard let double = number.double else { return }
      if let least = schema["minimum"]?.doubleValue, double < least { fail("must be at least \(least)") }
      if let most = schema["maximum"]?.doubleValue, double > most { fail("must be at most \(most)") }
    case .null, .bool: break
    }
  }

  private func check(_ members: JSONObject, _ schema: JSON, _ place: String, _ errors: inout [DocumentError]) {
    for name in schema.texts("required") where !members.contains(name) {
      errors.append(DocumentError(place: place + "/" + name, reason: "is required"))
    }
    let properties = schema["properties"]?.objectValue ?? [:]
    for (name, value) in members {
      let inner = place + "/" + name
      if let property = properties[name] {
        check(value, property, inner, &errors)
      } else if let others = schema["additionalProperties"] {
        if others == false {
          errors.append(DocumentError(place: inner, reason: "is not a member that may stand here"))
        } else {
          check(value, others, inner, &errors)
        }
      }
    }
  }

  private func check(_ elements: [JSON], _ schema: JSON, _ place: String, _ errors: inout [DocumentError]) {
    if let least = schema["minItems"]?.intValue, elements.count < least {
      errors.append(DocumentError(place: place, reason: "must have at least \(least) elements"))
    }
    if let most = schema["maxItems"]?.intValue, elements.count > most {
      errors.append(DocumentError(place: place, reason: "must have at most \(most) elements"))
    }
    guard let items = schema["items"] else { return }
    for (index, element) in elements.enumerated() { check(element, items, "\(place)/\(index)", &errors) }
  }

  private func checkChoices(_ value: JSON, _ choices: [JSON], _ place: String, _ errors: inout [DocumentError]) {
    let outcomes = choices.map { self.errors(in: value, against: $0, at: place) }
    let fitting = outcomes.count { $0.isEmpty }
    if fitting == 1 { return }
    if fitting > 1 {
      errors.append(DocumentError(place: place, reason: "fits \(fitting) of the schemas of which it may fit one"))
      return
    }
    // Of "this object or null", what is wrong with the object says more than that nothing fits.
    let telling = zip(choices, outcomes).filter { !value.isNull && $0.0["type"]?.stringValue != "null" }
    if telling.count == 1 {
      errors += telling[0].1
    } else {
      errors.append(DocumentError(place: place, reason: "fits none of the schemas of which it has to fit one"))
    }
  }

  static func types(_ schema: JSON) -> [String]? {
    if let type = schema["type"]?.stringValue { return [type] }
    return schema["type"]?.arrayValue?.compactMap(\.stringValue)
  }

  private static func isOf(_ type: String, _ value: JSON) -> Bool {
    // A number is integral by its value, not by its spelling: draft-07, section 4.2.1.
    type == "integer" ? value.intValue != nil : value.typeName == type
  }

  private static func isSame(_ left: JSON, _ right: JSON) -> Bool {
    if let left = left.doubleValue, let right = right.doubleValue { return left == right }
    return left == right
  }
}
