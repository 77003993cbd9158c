import JSON

/// Writes `Sources/GantryProtocol/Generated`: one file for each method, one for what they share.
struct SwiftGenerator {
  let document: ProtocolDocument

  /// Texts by file name.
  func files() throws(DocumentError) -> [String: String] {
    var files: [String: String] = [:]
    for method in document.methods where method.kind != "notification" {
      files["\(method.swiftName).swift"] = try text(of: method)
    }
    files["Shared.swift"] = try shared()
    files["GantryMethods.swift"] = methods()
    files["GantryErrors.swift"] = errors()
    files["GantryProtocolInfo.swift"] = info()
    return files
  }

  private func text(of method: ProtocolDocument.Method) throws(DocumentError) -> String {
    let place = "/methods/\(method.name)"
    var text = SwiftText.header + "import JSON\nimport JSONRPC\n\n"
    text += SwiftText.comment(method.summary + " " + method.description, indent: 0).joined(separator: "\n")
    text += "\npublic enum \(method.swiftName): RPCMethod {\n"
    text += "  public static let name = \"\(method.name)\"\n\n"
    text += SwiftStruct(
      name: "Params", description: "What `\(method.name)` takes.",
      members: try SwiftStruct.members(of: method.parameters, in: document, at: place),
      role: .parameters(exactlyOne: method.exactlyOne, atMostOne: method.atMostOne), document: document
    ).text(indent: 2)
    text += "\n"
    guard let result = method.result else { throw DocumentError(place: place, reason: "has no result") }
    let members = try SwiftStruct.members(of: result, in: document, at: place + "/result")
    if result["x-swift"]?.stringValue == "raw" || ProtocolDocument.referencedName(result) != nil {
      let type = try SwiftType(result, in: document, at: place + "/result")
      text += "  /// What `\(method.name)` answers.\n  public typealias Result = \(type.text)\n"
    } else {
      text += SwiftStruct(
        name: "Result", description: "What `\(method.name)` answers.", members: members, role: .result,
        document: document
      ).text(indent: 2)
    }
    return text + "}\n"
  }

  private func shared() throws(DocumentError) -> String {
    var text = SwiftText.header + "import JSON\nimport JSONRPC\n"
    for (name, schema) in document.schemas {
      guard let swiftName = schema["x-swift-name"]?.stringValue else { continue }
      let description = schema["description"]?.stringValue ?? ""
      text += "\n"
      if schema["enum"] != nil {
        text += enumeration(swiftName, schema, description)
      } else {
        text += SwiftStruct(
          name: swiftName, description: description,
          members: try SwiftStruct.members(of: schema, in: document, at: "/components/schemas/\(name)"), role: .result,
          document: document
        ).text(indent: 0)
      }
    }
    return text
  }

  /// A struct over a string: a value that a newer server sends is kept, not refused.
  private func enumeration(_ name: String, _ schema: JSON, _ description: String) -> String {
    let values = schema.texts("enum")
    var lines = SwiftText.comment(description, indent: 0)
    lines.append("public struct \(name): OpenEnumeration {")
    lines += ["  public let rawValue: String", "", "  public init(rawValue: String) { self.rawValue = rawValue }", ""]
    for value in values {
      if let meaning = schema["x-enum-descriptions"]?[value]?.stringValue {
        lines += SwiftText.comment(meaning, indent: 2)
      }
      lines.append("  public static let \(SwiftNames.declared(value)) = \(name)(rawValue: \"\(value)\")")
    }
    let names = values.map { ".\(SwiftNames.property($0))" }.joined(separator: ", ")
    lines += ["", "  public static let known: [\(name)] = [\(names)]", "}"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func methods() -> String {
    var text = SwiftText.header
    text += "/// The methods of the document.\npublic enum GantryMethods {\n"
    text += "  /// All that are answered, in the order of the document.\n  public static let names: [String] = [\n"
    for method in document.methods where method.kind != "notification" { text += "    \"\(method.name)\",\n" }
    return text + "  ]\n}\n"
  }

  private func errors() -> String {
    var text = SwiftText.header
    text += """
      /// The catalogue of errors. Programs branch on `kind`.
      public enum GantryErrors {
        public struct Entry: Hashable, Sendable {
          public let code: Int
          public let kind: String
          /// True when the same request may succeed later.
          public let isRetryable: Bool
        }

        /// In the order of the document.
        public static let catalogue: [Entry] = [

      """
    for entry in document.errors {
      text += "    Entry(code: \(entry.code), kind: \"\(entry.kind)\", isRetryable: \(entry.isRetryable)),\n"
    }
    return text + "  ]\n}\n"
  }

  private func info() -> String {
    SwiftText.header + """
      import JSON

      /// The protocol itself.
      public enum GantryProtocolInfo {
        /// Its semantic version, apart from that of the daemon.
        public static let version = "\(document.version)"

        /// The whole document on one line, as `rpc.discover` gives it.
        public static let document = RawJSON(unchecked: text.utf8)

        private static let text = ###"\(document.root.description)"###
      }

      """
  }
}
