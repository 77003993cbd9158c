import Yams

/// Workflows of GitHub Actions (and of the forges that read the same files): the actions and the images they use.
enum Workflow: ManifestReader {
  static let names = ["action.yml", "action.yaml"]
  static let paths = [
    ".github/workflows/*.yml", ".github/workflows/*.yaml", ".gitea/workflows/*.yml", ".gitea/workflows/*.yaml",
    ".forgejo/workflows/*.yml", ".forgejo/workflows/*.yaml",
  ]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    let root = try YAMLManifest.root(of: text)
    var found: [Dependency] = []
    for use in YAMLManifest.scalars(under: "uses", in: root) {
      if use.text.hasPrefix("docker://") {
        found.append(Dependency(.docker, String(use.text.dropFirst("docker://".count)), line: use.line))
      } else if !use.text.hasPrefix("./") {
        found.append(Dependency(.gha, use.text, line: use.line))
      }
    }
    for job in YAMLManifest.pairs(of: YAMLManifest.value("jobs", of: root)) {
      let container = YAMLManifest.value("container", of: job.value)
      if let image = container?.scalar {
        found.append(Dependency(.docker, image.string, line: image.mark?.line ?? job.line))
      }
      for image in YAMLManifest.scalars(under: "image", in: container)
        + YAMLManifest.scalars(under: "image", in: YAMLManifest.value("services", of: job.value))
      {
        found.append(Dependency(.docker, image.text, line: image.line))
      }
    }
    return found.filter { !$0.name.contains("${{") }
  }
}
