import JSON

/// What this project asks of its document beyond the specifications.
struct DocumentLint {
  let root: JSON

  private static let kinds: Set<String> = ["query", "command", "longPoll", "notification"]
  private static let scopes: Set<String> = ["protocol", "connection", "method", "job"]

  func check(_ list: inout ErrorList) {
    list.text(root["info"] ?? .null, "description", "/info")
    let catalogue = checkCatalogue(&list)
    let methods = root["methods"]?.arrayValue ?? []
    for method in methods { check(method, catalogue: catalogue, &list) }
    unique(methods, "x-swift-name", &list)
    list.unique(
      methods.compactMap { method in
        method["x-cli"]?["verb"]?.stringValue.map { ($0, "/methods/\(method["name"]?.stringValue ?? "")/x-cli") }
      }, "verb")
    checkDescriptions(&list)
    checkLimits(catalogue, &list)
    checkExamples(methods, &list)
    checkNotifications(&list)
  }

  private func unique(_ methods: [JSON], _ key: String, _ list: inout ErrorList) {
    let texts = methods.compactMap { method in
      method[key]?.stringValue.map { ($0, "/methods/\(method["name"]?.stringValue ?? "")/\(key)") }
    }
    list.unique(texts, key)
  }

  // MARK: Methods

  private func check(_ method: JSON, catalogue: Set<String>, _ list: inout ErrorList) {
    let place = "/methods/\(method["name"]?.stringValue ?? "")"
    for key in ["summary", "description", "x-swift-name", "x-since"] { list.text(method, key, place) }
    let kind = list.text(method, "x-kind", place)
    if let kind, !Self.kinds.contains(kind) { list.add(place + "/x-kind", "knows no kind '\(kind)'") }
    if (kind == "notification") != (method["result"] == nil) {
      list.add(place, "has to have either a result or the kind 'notification'")
    }
    if (method["examples"]?.arrayValue ?? []).isEmpty, kind != "notification" {
      list.add(place + "/examples", "needs at least one")
    }
    for name in list.list(method, "x-errors", place).map({ $0.stringValue ?? "" }) where !catalogue.contains(name) {
      list.add(place + "/x-errors", "names '\(name)', which is not in the catalogue")
    }
    let parameters = (method["params"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue }
    for key in ["x-exactly-one", "x-at-most-one"] {
      for name in method.texts(key) where !parameters.contains(name) {
        list.add("\(place)/\(key)", "names '\(name)', which is no parameter")
      }
    }
    guard kind != "notification" else { return }
    guard let cli = method["x-cli"] else { return list.add(place + "/x-cli", "is missing") }
    // Said, not forgotten: the method is of no use where each call has a connection of its own.
    if cli == .null { return }
    list.text(cli, "verb", place + "/x-cli")
    for name in list.list(cli, "args", place + "/x-cli").map({ $0.stringValue ?? "" }) where !parameters.contains(name)
    {
      list.add(place + "/x-cli/args", "names '\(name)', which is no parameter")
    }
  }

  // MARK: Catalogue and limits

  private func checkCatalogue(_ list: inout ErrorList) -> Set<String> {
    let entries = list.list(root, "x-errorCatalog", "")
    var kinds: [(String, String)] = []
    for (index, entry) in entries.enumerated() {
      let place = "/x-errorCatalog/\(entry["kind"]?.stringValue ?? String(index))"
      list.text(entry, "message", place)
      if let kind = list.text(entry, "kind", place) { kinds.append((kind, place)) }
      if entry["retryable"]?.boolValue == nil { list.add(place + "/retryable", "must be true or false") }
      let scope = list.text(entry, "scope", place)
      if let scope, !Self.scopes.contains(scope) { list.add(place + "/scope", "knows no scope '\(scope)'") }
      if let data = entry["data"]?.objectValue {
        for (name, meaning) in data where (meaning.stringValue ?? "").isEmpty {
          list.add("\(place)/data/\(name)", "must say what it means")
        }
      } else {
        list.add(place + "/data", "must be an object")
      }
      checkCode(entry["code"]?.intValue, scope: scope, place, &list)
    }
    list.unique(kinds, "kind")
    return Set(kinds.map(\.0))
  }

  /// JSON-RPC keeps -32768…-32000 for itself and lets servers use -32099…-32000 of it; -32800 is what the Language
  /// Server Protocol answers a cancelled request with. What methods and jobs report is positive and so in nobody's way.
  private func checkCode(_ code: Int64?, scope: String?, _ place: String, _ list: inout ErrorList) {
    guard let code else { return list.add(place + "/code", "must be an integer") }
    let isOfTheProtocol = [-32700, -32600, -32601, -32602, -32603].contains(code) || (-32099 ... -32000).contains(code)
    let fits =
      switch scope {
      case "protocol", "connection": isOfTheProtocol
      default: code == -32800 || (1...9999).contains(code)
      }
    if !fits { list.add(place + "/code", "\(code) is outside the range for the scope '\(scope ?? "")'") }
  }

  private func checkLimits(_ catalogue: Set<String>, _ list: inout ErrorList) {
    for (index, limit) in list.list(root, "x-limits", "").enumerated() {
      let place = "/x-limits/\(limit["name"]?.stringValue ?? String(index))"
      for key in ["name", "unit", "description"] { list.text(limit, key, place) }
      if limit["default"]?.intValue == nil { list.add(place + "/default", "must be an integer") }
      if let kind = limit["error"]?.stringValue, !catalogue.contains(kind) {
        list.add(place + "/error", "names '\(kind)', which is not in the catalogue")
      }
    }
  }

  // MARK: Descriptions

  private func checkDescriptions(_ list: inout ErrorList) {
    for (name, schema) in root["components"]?["schemas"]?.objectValue ?? [:] {
      list.text(schema, "description", "/components/schemas/\(name)")
    }
    for method in root["methods"]?.arrayValue ?? [] {
      for parameter in method["params"]?.arrayValue ?? [] {
        let place = "/methods/\(method["name"]?.stringValue ?? "")/params/\(parameter["name"]?.stringValue ?? "")"
        list.text(parameter, "description", place)
      }
    }
    SchemaRules(root: root).forEachSchema { schema, place in checkProperties(of: schema, place, &list) }
  }

  /// Each member is described where it stands, or by the schema it refers to.
  private func checkProperties(of schema: JSON, _ place: String, _ list: inout ErrorList) {
    for (name, property) in schema["properties"]?.objectValue ?? [:] {
      let inner = "\(place)/properties/\(name)"
      if property["$ref"] == nil { list.text(property, "description", inner) }
      checkProperties(of: property, inner, &list)
    }
    for part in (schema["allOf"]?.arrayValue ?? []) + (schema["oneOf"]?.arrayValue ?? []) {
      checkProperties(of: part, place, &list)
    }
    for key in ["items", "additionalProperties"] {
      if let inner = schema[key] { checkProperties(of: inner, "\(place)/\(key)", &list) }
    }
  }

  // MARK: Examples

  /// Examples fit the schemas, once the placeholders have the values that stand for them.
  private func checkExamples(_ methods: [JSON], _ list: inout ErrorList) {
    let validator = SchemaValidator(schemas: root["components"]?["schemas"]?.objectValue ?? [:])
    let placeholders = root["x-example-placeholders"]?.objectValue ?? [:]
    for method in methods {
      let parameters = method["params"]?.arrayValue ?? []
      for (index, example) in (method["examples"]?.arrayValue ?? []).enumerated() {
        let place = "/methods/\(method["name"]?.stringValue ?? "")/examples/\(index)"
        let given = example["params"]?.arrayValue ?? []
        for parameter in parameters {
          let name = parameter["name"]?.stringValue ?? ""
          if let value = given.first(where: { $0["name"] == parameter["name"] })?["value"] {
            let actual = value.stringValue.flatMap { placeholders[$0]?["value"] } ?? value
            add(
              validator.errors(in: actual, against: parameter["schema"] ?? true, at: "\(place)/params/\(name)"), &list)
          } else if parameter["required"] == true {
            list.add("\(place)/params/\(name)", "is required")
          }
        }
        if let schema = method["result"]?["schema"], let value = example["result"]?["value"] {
          add(validator.errors(in: value, against: schema, at: place + "/result"), &list)
        }
      }
    }
  }

  private func checkNotifications(_ list: inout ErrorList) {
    let validator = SchemaValidator(schemas: root["components"]?["schemas"]?.objectValue ?? [:])
    for (index, notification) in (root["x-notifications"]?.arrayValue ?? []).enumerated() {
      let place = "/x-notifications/\(notification["name"]?.stringValue ?? String(index))"
      for key in ["name", "summary", "description", "x-since"] { list.text(notification, key, place) }
      for (number, example) in list.list(notification, "examples", place).enumerated() {
        let schema = notification["params"] ?? true
        add(validator.errors(in: example["params"] ?? .null, against: schema, at: "\(place)/examples/\(number)"), &list)
      }
    }
  }

  private func add(_ errors: [DocumentError], _ list: inout ErrorList) {
    for error in errors { list.add(error.place, error.reason) }
  }
}
