/// Gradle's version catalogue, `libs.versions.toml`.
enum GradleCatalog: ManifestReader {
  static let names = ["*.versions.toml"]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    try TOMLReader.entries(in: text).compactMap { entry in
      guard entry.path.count == 2 else { return nil }
      switch entry.path[0] {
      case "libraries": return library(entry.value).map { Dependency(.maven, $0, line: entry.line) }
      case "plugins":
        return plugin(entry.value).map {
          Dependency(.maven, "\($0):\($0).gradle.plugin", .development, line: entry.line)
        }
      default: return nil
      }
    }
  }

  private static func library(_ value: TOMLEntry.Value) -> String? {
    switch value {
    case .string(let text):
      let parts = text.split(separator: ":")
      return parts.count >= 2 ? "\(parts[0]):\(parts[1])" : nil
    case .table(let members):
      if let module = string("module", members) { return module }
      guard let group = string("group", members), let name = string("name", members) else { return nil }
      return "\(group):\(name)"
    default: return nil
    }
  }

  private static func plugin(_ value: TOMLEntry.Value) -> String? {
    switch value {
    case .string(let text): text.split(separator: ":").first.map(String.init)
    case .table(let members): string("id", members)
    default: nil
    }
  }

  private static func string(_ key: String, _ members: [TOMLEntry]) -> String? {
    guard let member = members.first(where: { $0.path == [key] }), case .string(let text) = member.value else {
      return nil
    }
    return text
  }
}
