import JSON

/// Writes the tables of `protocol/PROTOCOL.md`, each between two markers; the prose around them is left alone.
struct MarkdownGenerator {
  let document: ProtocolDocument

  /// The page with its tables made anew. - Throws: when a marker is missing.
  func updated(_ page: String) throws(DocumentError) -> String {
    var page = page
    for (name, table) in [
      ("methods", methods()), ("errors", errors()), ("limits", limits()), ("notifications", try notifications()),
      ("details", try details()),
    ] {
      page = try Self.replacing(name, in: page, with: table)
    }
    return page
  }

  private static func replacing(_ name: String, in page: String, with table: String) throws(DocumentError) -> String {
    let start = "<!-- generated: \(name) -->\n"
    let end = "<!-- end: \(name) -->"
    let parts = page.split(separator: start, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw DocumentError(place: "PROTOCOL.md", reason: "has no marker '\(start.dropLast())'")
    }
    let rest = parts[1].split(separator: end, maxSplits: 1, omittingEmptySubsequences: false)
    guard rest.count == 2 else { throw DocumentError(place: "PROTOCOL.md", reason: "has no marker '\(end)'") }
    return "\(parts[0])\(start)\(table)\(end)\(rest[1])"
  }

  private func methods() -> String {
    var rows = [["Method", "Kind", "What it does"]]
    for method in document.methods { rows.append(["`\(method.name)`", method.kind, method.summary]) }
    return Self.table(rows)
  }

  private func errors() -> String {
    var rows = [["Code", "Kind", "When", "Again?", "Members of `data`"]]
    for entry in document.errors {
      let data = entry.data.map { "`\($0.name)`" }.joined(separator: ", ")
      rows.append([String(entry.code), "`\(entry.kind)`", entry.message, entry.isRetryable ? "yes" : "no", data])
    }
    return Self.table(rows)
  }

  private func limits() -> String {
    var rows = [["Limit", "Default", "What", "Error"]]
    for limit in document.limits {
      rows.append([
        "`\(limit.name)`", "\(limit.value) \(limit.unit)", limit.description, limit.error.map { "`\($0)`" } ?? "none",
      ])
    }
    return Self.table(rows)
  }

  private func notifications() throws(DocumentError) -> String {
    var text = ""
    for notification in document.notifications {
      text += "### `\(notification.name)`\n\n\(notification.description)\n\n"
      let place = "/x-notifications/\(notification.name)"
      let schema = document.resolved(notification.parameters)
      var rows = [["Member of `params`", "Type", "Meaning"]]
      for member in try SwiftStruct.members(of: schema, in: document, at: place) {
        rows.append(["`\(member.wire)`", try typeName(member.schema, at: place), member.description])
        guard let inner = document.resolved(member.schema)["properties"]?.objectValue else { continue }
        for (name, property) in inner {
          rows.append([
            "`\(member.wire).\(name)`", try typeName(property, at: place),
            property["description"]?.stringValue ?? "",
          ])
        }
      }
      text += Self.table(rows) + "\n"
      text +=
        Self.table([["Type", "What has happened"]] + notification.types.map { ["`\($0.name)`", $0.meaning] }) + "\n"
      guard let example = notification.example else { continue }
      let message: JSONObject = ["jsonrpc": "2.0", "method": .string(notification.name), "params": example]
      text += "```text\n<-- \(JSON.object(message).description)\n```\n\n"
    }
    return text
  }

  private func details() throws(DocumentError) -> String {
    var text = ""
    for method in document.methods {
      text += "### `\(method.name)`\n\n\(method.summary) \(method.description)\n\n"
      if !method.parameters.isEmpty {
        var rows = [["Parameter", "Type", "", "Meaning"]]
        for parameter in method.parameters {
          let type = try typeName(parameter.schema, at: method.name)
          rows.append(["`\(parameter.name)`", type, parameter.isRequired ? "required" : "", parameter.description])
        }
        text += Self.table(rows) + "\n"
      }
      for (names, words) in [(method.exactlyOne, "Exactly one of"), (method.atMostOne, "At most one of")]
      where !names.isEmpty {
        text += "\(words) \(names.map { "`\($0)`" }.joined(separator: ", ")).\n\n"
      }
      if let result = method.result { text += try self.result(result, of: method) }
      if !method.errors.isEmpty {
        text += "Errors: \(method.errors.map { "`\($0)`" }.joined(separator: ", ")).\n\n"
      }
      if let example = method.examples.first, example.result != nil { text += Self.lines(of: example, method.name) }
    }
    return text
  }

  private func result(_ schema: JSON, of method: ProtocolDocument.Method) throws(DocumentError) -> String {
    if let name = ProtocolDocument.referencedName(schema) { return "Result: a `\(name)`.\n\n" }
    let members = try SwiftStruct.members(of: schema, in: document, at: method.name)
    guard !members.isEmpty else { return "" }
    var rows = [["Result", "Type", "Meaning"]]
    for member in members {
      rows.append(["`\(member.wire)`", try typeName(member.schema, at: method.name), member.description])
    }
    return Self.table(rows) + "\n"
  }

  /// `uuid or null`, `array of Job`: for people.
  private func typeName(_ schema: JSON, at place: String) throws(DocumentError) -> String {
    if let name = ProtocolDocument.referencedName(schema) { return name }
    if let choices = schema["oneOf"]?.arrayValue {
      var names: [String] = []
      for choice in choices { names.append(try typeName(choice, at: place)) }
      return names.joined(separator: " or ")
    }
    if let types = schema["type"]?.arrayValue?.compactMap(\.stringValue) { return types.joined(separator: " or ") }
    guard let type = schema["type"]?.stringValue else { throw DocumentError(place: place, reason: "has no type") }
    if type == "array", let items = schema["items"] { return "array of " + (try typeName(items, at: place)) }
    return type
  }

  private static func lines(of example: ProtocolDocument.Example, _ method: String) -> String {
    var request: JSONObject = ["jsonrpc": "2.0", "id": 1, "method": .string(method)]
    if !example.parameters.isEmpty { request["params"] = .object(example.parameters) }
    let reply: JSONObject = ["jsonrpc": "2.0", "id": 1, "result": example.result ?? .null]
    let answer = JSON.object(reply).description
    let shown = answer.count > 1500 ? String(answer.prefix(1500)) + "…" : answer
    return "```text\n--> \(JSON.object(request).description)\n<-- \(shown)\n```\n\n"
  }

  private static func table(_ rows: [[String]]) -> String {
    var text = ""
    for (index, row) in rows.enumerated() {
      let cells = row.map { String($0.flatMap { $0 == "|" ? Array("\\|") : $0 == "\n" ? [" "] : [$0] }) }
      text += "| " + cells.joined(separator: " | ") + " |\n"
      if index == 0 { text += "|" + String(repeating: " --- |", count: row.count) + "\n" }
    }
    return text
  }
}
