import JSON

/// The subset of JSON Schema draft-07 that the document may use: what the generator turns into types, and what a reader
/// grasps at once. `anyOf`, `not` and `if` are not in it: generators lose members over them.
struct SchemaRules {
  let root: JSON

  private static let types: Set<String> = ["null", "boolean", "integer", "number", "string", "array", "object"]

  /// What may stand in a schema of each type, besides ``anywhere``.
  private static let keywords: [String: Set<String>] = [
    "null": [], "boolean": [],
    "integer": ["minimum", "maximum"], "number": ["minimum", "maximum"],
    "string": ["minLength", "maxLength", "format", "pattern"],
    "array": ["items", "minItems", "maxItems"],
    "object": ["properties", "required", "additionalProperties"],
  ]
  private static let anywhere: Set<String> = ["type", "title", "description", "default", "const", "enum"]

  func check(_ list: inout ErrorList) {
    forEachSchema { schema, place in check(schema, place, &list) }
  }

  /// The schemas that stand in the document by themselves: components, parameters, results.
  func forEachSchema(_ body: (JSON, String) -> Void) {
    for (name, schema) in root["components"]?["schemas"]?.objectValue ?? [:] {
      body(schema, "/components/schemas/\(name)")
    }
    for method in root["methods"]?.arrayValue ?? [] {
      let place = "/methods/\(method["name"]?.stringValue ?? "")"
      for parameter in method["params"]?.arrayValue ?? [] {
        if let schema = parameter["schema"] { body(schema, "\(place)/params/\(parameter["name"]?.stringValue ?? "")") }
      }
      if let schema = method["result"]?["schema"] { body(schema, "\(place)/result") }
    }
  }

  private func check(_ schema: JSON, _ place: String, _ list: inout ErrorList) {
    guard let members = schema.objectValue else { return list.add(place, "must be an object") }
    if let reference = schema["$ref"] { return check(reference, beside: members, place, &list) }
    if schema["oneOf"] != nil || schema["allOf"] != nil { return checkCombination(schema, place, &list) }

    guard let types = SchemaValidator.types(schema), !types.isEmpty else { return list.add(place, "has no type") }
    list.unique(types.map { ($0, place + "/type") }, "type")
    for type in types where !Self.types.contains(type) { list.add(place + "/type", "knows no type '\(type)'") }
    let allowed = types.reduce(into: Self.anywhere) { $0.formUnion(Self.keywords[$1] ?? []) }
    for key in members.keys where !allowed.contains(key) && !key.hasPrefix("x-") {
      list.add("\(place)/\(key)", "is not a keyword for \(types.joined(separator: " or "))")
    }
    checkBounds(schema, place, &list)
    checkChoices(schema, place, &list)
    checkFormat(schema, place, &list)
    checkObject(schema, types, place, &list)
    if types.contains("array") {
      if let items = schema["items"] { check(items, place + "/items", &list) } else { list.add(place, "has no items") }
    }
  }

  private func check(_ reference: JSON, beside members: JSONObject, _ place: String, _ list: inout ErrorList) {
    for key in members.keys where key != "$ref" && key != "description" && !key.hasPrefix("x-") {
      list.add("\(place)/\(key)", "stands beside $ref, where draft-07 ignores it")
    }
    guard let name = ProtocolDocument.referencedName(["$ref": reference]) else {
      return list.add(place + "/$ref", "must begin with #/components/schemas/")
    }
    if root["components"]?["schemas"]?[name] == nil {
      list.add(place + "/$ref", "names '\(name)', which does not exist")
    }
  }

  private func checkCombination(_ schema: JSON, _ place: String, _ list: inout ErrorList) {
    for key in schema.objectValue?.keys ?? []
    where !["oneOf", "allOf", "description"].contains(key) && !key.hasPrefix("x-") {
      list.add("\(place)/\(key)", "cannot stand beside oneOf and allOf")
    }
    for keyword in ["oneOf", "allOf"] {
      guard let value = schema[keyword] else { continue }
      guard let parts = value.arrayValue, parts.count > 1 else {
        list.add("\(place)/\(keyword)", "must have at least two schemas")
        continue
      }
      for (index, part) in parts.enumerated() { check(part, "\(place)/\(keyword)/\(index)", &list) }
    }
    if let choices = schema["oneOf"]?.arrayValue, choices.count != 2 || !choices.contains(["type": "null"]) {
      list.add(place + "/oneOf", "may only offer one schema or null")
    }
  }

  private func checkBounds(_ schema: JSON, _ place: String, _ list: inout ErrorList) {
    for (low, high) in [("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems")] {
      for key in [low, high] {
        if let bound = schema[key], bound.doubleValue == nil { list.add("\(place)/\(key)", "must be a number") }
      }
      guard let least = schema[low]?.doubleValue, let most = schema[high]?.doubleValue else { continue }
      if least > most { list.add(place, "has a \(low) above its \(high)") }
    }
  }

  private func checkChoices(_ schema: JSON, _ place: String, _ list: inout ErrorList) {
    guard let value = schema["enum"] else { return }
    guard let choices = value.arrayValue, !choices.isEmpty else {
      return list.add(place + "/enum", "must be an array that is not empty")
    }
    list.unique(choices.map { ($0.description, place + "/enum") }, "value")
    let descriptions = schema["x-enum-descriptions"]?.objectValue ?? [:]
    for choice in choices where descriptions[choice.stringValue ?? ""] == nil {
      list.add(place + "/x-enum-descriptions", "does not explain \(choice)")
    }
    for key in descriptions.keys where !choices.contains(.string(key)) {
      list.add(place + "/x-enum-descriptions", "explains '\(key)', which is no choice")
    }
  }

  private func checkFormat(_ schema: JSON, _ place: String, _ list: inout ErrorList) {
    switch (schema["format"]?.stringValue, schema["pattern"]?.stringValue) {
    case (nil, nil):
      for key in ["format", "pattern"] where schema[key] != nil { list.add("\(place)/\(key)", "must be a string") }
    case (nil, .some): list.add(place + "/pattern", "stands without a format, so nothing here checks it")
    case (let name?, let pattern):
      guard let format = StringFormat(rawValue: name) else {
        return list.add(place + "/format", "knows no format '\(name)'")
      }
      if pattern != format.pattern { list.add(place + "/pattern", "must be the one for \(name): \(format.pattern)") }
    }
  }

  private func checkObject(_ schema: JSON, _ types: [String], _ place: String, _ list: inout ErrorList) {
    guard types.contains("object") else { return }
    if let properties = schema["properties"], properties.objectValue == nil {
      list.add(place + "/properties", "must be an object")
    }
    let properties = schema["properties"]?.objectValue ?? [:]
    for (name, property) in properties { check(property, "\(place)/properties/\(name)", &list) }
    if let required = schema["required"] {
      guard let names = required.arrayValue?.compactMap(\.stringValue), names.count == required.arrayValue?.count else {
        return list.add(place + "/required", "must be an array of strings")
      }
      list.unique(names.map { ($0, place + "/required") }, "member")
      for name in names where properties[name] == nil {
        list.add(place + "/required", "asks for '\(name)', which is not described")
      }
    }
    switch schema["additionalProperties"] {
    case nil, .bool?: break
    case let others?: check(others, place + "/additionalProperties", &list)
    }
  }
}
