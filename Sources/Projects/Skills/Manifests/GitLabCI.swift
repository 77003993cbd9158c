import Yams

/// `.gitlab-ci.yml`: the images of jobs and services.
enum GitLabCI: ManifestReader {
  static let names = [".gitlab-ci.yml", ".gitlab-ci.yaml"]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    let root = try YAMLManifest.root(of: text)
    var found = YAMLManifest.scalars(under: "image", in: root)
    for section in [root] + YAMLManifest.pairs(of: root).map({ Optional($0.value) }) {
      if let image = YAMLManifest.value("image", of: section), let name = YAMLManifest.value("name", of: image)?.scalar
      {
        found.append((name.string, name.mark?.line ?? 1))
      }
      guard case .sequence(let services) = YAMLManifest.value("services", of: section) else { continue }
      for service in services {
        if let name = service.scalar ?? YAMLManifest.value("name", of: service)?.scalar {
          found.append((name.string, name.mark?.line ?? 1))
        }
      }
    }
    return found.filter { !$0.0.isEmpty && !$0.0.contains("$") }.map { Dependency(.docker, $0.0, line: $0.1) }
  }
}
