/// `package.json` of npm, pnpm, Yarn and Bun.
enum PackageJSON: ManifestReader {
  static let names = ["package.json"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    let manifest = try JSONManifest(text)
    return manifest.members(of: "dependencies", .npm, .direct)
      + manifest.members(of: "peerDependencies", .npm, .direct)
      + manifest.members(of: "optionalDependencies", .npm, .direct)
      + manifest.members(of: "devDependencies", .npm, .development)
  }
}
