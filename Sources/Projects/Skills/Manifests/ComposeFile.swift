import Yams

/// Compose files: the images of the services.
enum ComposeFile: ManifestReader {
  static let names = [
    "docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml", "docker-compose.*.yml",
    "docker-compose.*.yaml", "compose.*.yml", "compose.*.yaml",
  ]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    let services = YAMLManifest.value("services", of: try YAMLManifest.root(of: text))
    return YAMLManifest.pairs(of: services).compactMap { service in
      guard let image = YAMLManifest.value("image", of: service.value), let name = image.scalar?.string else {
        return nil
      }
      return Dependency(.docker, withoutVariables(name), line: image.mark?.line ?? service.line)
    }
  }

  /// `postgres:${TAG:-16}` and `${IMAGE:-postgres}:16`, as compose would read them without an environment.
  static func withoutVariables(_ image: String) -> String {
    var result = ""
    var rest = image[...]
    while let open = rest.firstIndex(of: "$") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard rest.first == "{", let close = rest.firstIndex(of: "}") else { continue }
      let inside = rest[rest.index(after: rest.startIndex)..<close]
      if let dash = inside.firstIndex(of: "-") { result += inside[inside.index(after: dash)...] }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
