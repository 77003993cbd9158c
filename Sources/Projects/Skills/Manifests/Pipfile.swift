/// `Pipfile` of Pipenv.
enum Pipfile: ManifestReader {
  static let names = ["Pipfile"]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    try TOMLReader.entries(in: text).compactMap { entry in
      guard entry.path.count >= 2 else { return nil }
      switch entry.path[0] {
      case "packages": return Dependency(.pypi, entry.path[1], line: entry.line)
      case "dev-packages": return Dependency(.pypi, entry.path[1], .development, line: entry.line)
      default: return nil
      }
    }
  }
}
