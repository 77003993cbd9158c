/// `composer.json` of PHP. Extensions (`ext-pgsql`) are names like packages.
enum ComposerJSON: ManifestReader {
  static let names = ["composer.json"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    let manifest = try JSONManifest(text)
    return manifest.members(of: "require", .composer, .direct)
      + manifest.members(of: "require-dev", .composer, .development)
  }
}
