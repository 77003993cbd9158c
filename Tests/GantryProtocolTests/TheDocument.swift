import JSON
import ProtocolGenerator

/// The document of this package.
enum TheDocument {
  static var files: ProjectFiles {
    ProjectFiles(
      root: #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/"))
  }

  static func root() throws -> JSON { try JSON.parse(files.read(Generator.documentPath)) }

  static func read() throws -> ProtocolDocument { try files.document() }

  /// The examples' params, with the values that stand for the placeholders.
  static func parameters(of example: ProtocolDocument.Example, in document: ProtocolDocument) -> JSONObject {
    var parameters = JSONObject()
    for (name, value) in example.parameters {
      parameters.append(name, value.stringValue.flatMap { document.placeholders[$0]?["value"] } ?? value)
    }
    return parameters
  }
}

extension JSON {
  /// The same with the value at the path changed. Numbers are indexes; `body` gets null where nothing is.
  func changing(_ path: [String], _ body: (inout JSON) -> Void) -> JSON {
    var copy = self
    guard let first = path.first else {
      body(&copy)
      return copy
    }
    let rest = Array(path.dropFirst())
    switch copy {
    case .object(var members):
      members[first] = (members[first] ?? .null).changing(rest, body)
      copy = .object(members)
    case .array(var elements):
      guard let index = Int(first), elements.indices.contains(index) else { return copy }
      elements[index] = elements[index].changing(rest, body)
      copy = .array(elements)
    case .null, .bool, .number, .string: break
    }
    return copy
  }

  func setting(_ path: String, _ value: JSON) -> JSON { changing(Self.parts(path)) { $0 = value } }

  func removing(_ path: String) -> JSON {
    let parts = Self.parts(path)
    return changing(parts.dropLast()) { parent in
      guard case .object(var members) = parent else { return }
      members[parts[parts.count - 1]] = nil
      parent = .object(members)
    }
  }

  func appending(_ path: String, _ value: JSON) -> JSON {
    changing(Self.parts(path)) { parent in
      guard case .array(let elements) = parent else { return }
      parent = .array(elements + [value])
    }
  }

  private static func parts(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }
}
