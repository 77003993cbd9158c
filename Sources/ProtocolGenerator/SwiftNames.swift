/// Swift's spelling of the names on the wire.
enum SwiftNames {
  private static let initialisms: Set<String> = ["id", "url", "rpc"]

  /// `project_id` becomes `projectID`; the name is not escaped.
  static func property(_ wire: String) -> String {
    let parts = wire.split(separator: "_")
    let rest = parts.dropFirst().map { part in
      initialisms.contains(String(part)) ? part.uppercased() : part.prefix(1).uppercased() + part.dropFirst()
    }
    return (parts.first.map(String.init) ?? "") + rest.joined()
  }

  /// As a declared name: in backticks where Swift wants them.
  static func declared(_ wire: String) -> String {
    let name = property(wire)
    return name == "protocol" || name == "default" || name == "case" ? "`\(name)`" : name
  }
}
