import JSON

/// `protocol/openrpc.json` as the generator needs it. Everything else in the document passes through untouched.
public struct ProtocolDocument {
  /// A method or a client's notification.
  public struct Method {
    public var name: String
    /// The Swift name, from `x-swift-name`.
    public var swiftName: String
    /// `query`, `command`, `longPoll` or `notification`.
    public var kind: String
    public var summary: String
    public var description: String
    public var parameters: [Parameter]
    /// Nil for a notification.
    public var result: JSON?
    /// Kinds of the errors it gives beyond those every method can give.
    public var errors: [String]
    public var since: String
    public var cli: (verb: String, arguments: [String])?
    public var exactlyOne: [String]
    public var atMostOne: [String]
    public var examples: [Example]
  }

  public struct Parameter {
    public var name: String
    public var description: String
    public var isRequired: Bool
    public var schema: JSON
  }

  public struct Example {
    public var name: String
    public var parameters: JSONObject
    public var result: JSON?
  }

  /// What the daemon says by itself, from `x-notifications`: OpenRPC has no place for it.
  public struct Notification {
    public var name: String
    public var description: String
    /// A schema or a reference to one.
    public var parameters: JSON
    /// What its member `type` can be, with what that means.
    public var types: [(name: String, meaning: String)]
    public var example: JSON?
  }

  public struct ErrorEntry {
    public var code: Int64
    public var kind: String
    public var message: String
    public var isRetryable: Bool
    /// Members of `data` besides `kind`, with what they mean.
    public var data: [(name: String, meaning: String)]
  }

  public struct Limit {
    public var name: String
    public var value: Int64
    public var unit: String
    public var description: String
    public var error: String?
  }

  public let root: JSON
  public let version: String
  public let methods: [Method]
  public let notifications: [Notification]
  /// `components/schemas`, in the order of the document.
  public let schemas: JSONObject
  public let errors: [ErrorEntry]
  public let limits: [Limit]
  /// Values that stand for live ones in examples, with what a test has to put in their place.
  public let placeholders: JSONObject

  /// Reads a document. - Throws: `DocumentError` with the place of what is missing.
  public init(_ root: JSON) throws(DocumentError) {
    self.root = root
    version = try root.text("info", "version")
    var methods: [Method] = []
    for method in try root.list("methods") { methods.append(try Method(method)) }
    self.methods = methods
    var notifications: [Notification] = []
    for entry in root["x-notifications"]?.arrayValue ?? [] { notifications.append(try Notification(entry)) }
    self.notifications = notifications
    guard let schemas = root["components"]?["schemas"]?.objectValue else {
      throw DocumentError(place: "/components/schemas", reason: "is missing")
    }
    self.schemas = schemas
    var errors: [ErrorEntry] = []
    for entry in try root.list("x-errorCatalog") {
      guard let code = entry["code"]?.intValue else {
        throw DocumentError(place: "/x-errorCatalog", reason: "has an entry without a code")
      }
      errors.append(
        ErrorEntry(
          code: code, kind: try entry.text("kind"), message: try entry.text("message"),
          isRetryable: entry["retryable"]?.boolValue ?? false,
          data: (entry["data"]?.objectValue ?? [:]).map { ($0.key, $0.value.stringValue ?? "") }))
    }
    self.errors = errors
    var limits: [Limit] = []
    for limit in try root.list("x-limits") {
      guard let value = limit["default"]?.intValue else {
        throw DocumentError(place: "/x-limits", reason: "has an entry without a default")
      }
      limits.append(
        Limit(
          name: try limit.text("name"), value: value, unit: try limit.text("unit"),
          description: try limit.text("description"), error: limit["error"]?.stringValue))
    }
    self.limits = limits
    placeholders = root["x-example-placeholders"]?.objectValue ?? [:]
  }

  /// The schema that a `$ref` names; the schema itself when it is none.
  public func resolved(_ schema: JSON) -> JSON {
    guard let name = Self.referencedName(schema), let target = schemas[name] else { return schema }
    return target
  }

  /// `Job` for `{"$ref": "#/components/schemas/Job"}`.
  public static func referencedName(_ schema: JSON) -> String? {
    let prefix = "#/components/schemas/"
    guard let reference = schema["$ref"]?.stringValue, reference.hasPrefix(prefix) else { return nil }
    return String(reference.dropFirst(prefix.count))
  }
}

extension ProtocolDocument.Notification {
  init(_ entry: JSON) throws(DocumentError) {
    name = try entry.text("name")
    description = try entry.text("summary") + " " + entry.text("description")
    guard let params = entry["params"] else {
      throw DocumentError(place: "/x-notifications/\(name)", reason: "has no params")
    }
    parameters = params
    types = (entry["x-types"]?.objectValue ?? [:]).map { ($0.key, $0.value.stringValue ?? "") }
    example = entry["examples"]?[0]?["params"]
  }
}

extension ProtocolDocument.Method {
  init(_ method: JSON) throws(DocumentError) {
    name = try method.text("name")
    swiftName = try method.text("x-swift-name")
    kind = try method.text("x-kind")
    summary = try method.text("summary")
    description = method["description"]?.stringValue ?? ""
    var parameters: [ProtocolDocument.Parameter] = []
    for parameter in try method.list("params") {
      guard let schema = parameter["schema"] else {
        throw DocumentError(place: "/methods/\(name)/params", reason: "has a parameter without a schema")
      }
      parameters.append(
        ProtocolDocument.Parameter(
          name: try parameter.text("name"), description: try parameter.text("description"),
          isRequired: parameter["required"]?.boolValue ?? false, schema: schema))
    }
    self.parameters = parameters
    result = method["result"]?["schema"]
    errors = method.texts("x-errors")
    since = try method.text("x-since")
    cli = method["x-cli"].flatMap { cli in
      cli["verb"]?.stringValue.map { ($0, cli.texts("args")) }
    }
    exactlyOne = method.texts("x-exactly-one")
    atMostOne = method.texts("x-at-most-one")
    examples = (method["examples"]?.arrayValue ?? []).map { example in
      var parameters = JSONObject()
      for parameter in example["params"]?.arrayValue ?? [] {
        parameters.append(parameter["name"]?.stringValue ?? "", parameter["value"] ?? .null)
      }
      return ProtocolDocument.Example(
        name: example["name"]?.stringValue ?? "", parameters: parameters, result: example["result"]?["value"])
    }
  }
}
