import JSON

/// The structure that OpenRPC 1.3.2 prescribes, as far as this project's document uses it.
///
/// Left out of the specification: references to anything but schemas, `links`, `tags`, `externalDocs`, and error objects
/// within methods, for which the document has `x-errors`.
struct OpenRPCRules {
  let root: JSON

  func check(_ list: inout ErrorList) {
    list.members(of: root, known: ["openrpc", "info", "servers", "methods", "components", "externalDocs"], "")
    if let version = list.text(root, "openrpc", ""), !version.hasPrefix("1.3.") {
      list.add("/openrpc", "must be a version 1.3.x, not '\(version)'")
    }
    checkInfo(&list)
    checkServers(&list)
    let methods = list.list(root, "methods", "")
    for method in methods { check(method, at: place(of: method, in: methods), &list) }
    list.unique(
      methods.compactMap { method in method["name"]?.stringValue.map { ($0, "/methods/\($0)/name") } }, "method")
    checkComponents(&list)
  }

  private func checkInfo(_ list: inout ErrorList) {
    guard let info = root["info"] else { return list.add("/info", "is missing") }
    list.members(
      of: info, known: ["title", "description", "termsOfService", "contact", "license", "version"], "/info")
    list.text(info, "title", "/info")
    if let version = list.text(info, "version", "/info") {
      let parts = version.split(separator: ".", omittingEmptySubsequences: false)
      let isSemantic = parts.count == 3 && parts.allSatisfy { UInt32($0).map { String($0) } == String($0) }
      if !isSemantic { list.add("/info/version", "must be three numbers with dots, not '\(version)'") }
    }
    if let license = info["license"] {
      list.members(of: license, known: ["name", "url"], "/info/license")
      list.text(license, "name", "/info/license")
    }
  }

  private func checkServers(_ list: inout ErrorList) {
    guard let servers = root["servers"] else { return }
    guard let servers = servers.arrayValue else { return list.add("/servers", "must be an array") }
    for (index, server) in servers.enumerated() { list.text(server, "url", "/servers/\(index)") }
  }

  // MARK: Methods

  private func place(of method: JSON, in methods: [JSON]) -> String {
    if let name = method["name"]?.stringValue { return "/methods/\(name)" }
    return "/methods/\(methods.firstIndex(of: method) ?? 0)"
  }

  private func check(_ method: JSON, at place: String, _ list: inout ErrorList) {
    list.members(
      of: method,
      known: [
        "name", "summary", "description", "paramStructure", "params", "result", "examples", "deprecated", "tags",
        "servers", "errors", "links", "externalDocs",
      ], place)
    guard method.objectValue != nil, let name = list.text(method, "name", place) else { return }
    if name.hasPrefix("rpc."), name != "rpc.discover" {
      list.add(place, "has a name that JSON-RPC reserves: those that begin with 'rpc.'")
    }
    if let structure = method["paramStructure"] {
      if !["by-name", "by-position", "either"].contains(structure.stringValue) {
        list.add(place + "/paramStructure", "must be by-name, by-position or either")
      }
    }
    let parameters = list.list(method, "params", place)
    check(parameters, of: place, &list)
    if let result = method["result"] { checkDescriptor(result, place + "/result", &list) }
    if let examples = method["examples"] {
      guard let examples = examples.arrayValue else { return list.add(place + "/examples", "must be an array") }
      for (index, example) in examples.enumerated() {
        check(example, of: method, at: "\(place)/examples/\(index)", &list)
      }
    }
  }

  private func check(_ parameters: [JSON], of place: String, _ list: inout ErrorList) {
    var sawOptional = false
    var names: [(String, String)] = []
    for (index, parameter) in parameters.enumerated() {
      let inner = "\(place)/params/\(parameter["name"]?.stringValue ?? String(index))"
      checkDescriptor(parameter, inner, &list)
      if let required = parameter["required"], required.boolValue == nil {
        list.add(inner + "/required", "must be true or false")
      }
      if parameter["required"] == true {
        if sawOptional { list.add(inner, "is required and stands behind an optional one") }
      } else {
        sawOptional = true
      }
      if let name = parameter["name"]?.stringValue { names.append((name, inner)) }
    }
    list.unique(names, "parameter")
  }

  /// A content descriptor: a parameter or a result.
  private func checkDescriptor(_ descriptor: JSON, _ place: String, _ list: inout ErrorList) {
    list.members(
      of: descriptor, known: ["name", "summary", "description", "required", "schema", "deprecated"], place)
    guard descriptor.objectValue != nil else { return }
    list.text(descriptor, "name", place)
    if descriptor["schema"]?.objectValue == nil { list.add(place + "/schema", "must be an object") }
  }

  /// An example pairing: its params name parameters of the method, and it has a result when the method has one.
  private func check(_ example: JSON, of method: JSON, at place: String, _ list: inout ErrorList) {
    list.members(of: example, known: ["name", "summary", "description", "params", "result"], place)
    guard example.objectValue != nil else { return }
    list.text(example, "name", place)
    let known = method["params"]?.arrayValue?.compactMap { $0["name"]?.stringValue } ?? []
    for (index, parameter) in list.list(example, "params", place).enumerated() {
      let inner = "\(place)/params/\(index)"
      checkExample(parameter, inner, &list)
      if let name = parameter["name"]?.stringValue, !known.contains(name) {
        list.add(inner, "is for '\(name)', which the method does not take")
      }
    }
    switch (example["result"], method["result"]) {
    case (let result?, .some): checkExample(result, place + "/result", &list)
    case (.some, nil): list.add(place + "/result", "stands there although a notification has no result")
    case (nil, .some): list.add(place + "/result", "is missing")
    case (nil, nil): break
    }
  }

  private func checkExample(_ example: JSON, _ place: String, _ list: inout ErrorList) {
    list.members(of: example, known: ["name", "summary", "description", "value", "externalValue"], place)
    guard example.objectValue != nil else { return }
    list.text(example, "name", place)
    if example["value"] == nil { list.add(place + "/value", "is missing") }
  }

  // MARK: Components

  private func checkComponents(_ list: inout ErrorList) {
    guard let components = root["components"] else { return list.add("/components", "is missing") }
    list.members(
      of: components,
      known: ["contentDescriptors", "schemas", "examples", "links", "errors", "examplePairingObjects", "tags"],
      "/components")
    for (kind, entries) in components.objectValue ?? [:] where !kind.hasPrefix("x-") {
      guard let entries = entries.objectValue else {
        list.add("/components/\(kind)", "must be an object")
        continue
      }
      for key in entries.keys where !Self.isComponentKey(key) {
        list.add(
          "/components/\(kind)/\(key)", "has a name with other characters than letters, digits, '.', '-' and '_'")
      }
    }
    if components["schemas"]?.objectValue == nil { list.add("/components/schemas", "must be an object") }
  }

  /// `^[a-zA-Z0-9.\-_]+$`, from the Components Object of the specification.
  private static func isComponentKey(_ key: String) -> Bool {
    !key.isEmpty
      && key.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
