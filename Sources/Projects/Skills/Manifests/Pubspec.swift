import Yams

/// `pubspec.yaml` of Dart and Flutter.
enum Pubspec: ManifestReader {
  static let names = ["pubspec.yaml", "pubspec.yml"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    let root = try YAMLManifest.root(of: text)
    return [("dependencies", Dependency.Scope.direct), ("dev_dependencies", .development)].flatMap { section, scope in
      YAMLManifest.pairs(of: YAMLManifest.value(section, of: root)).map {
        Dependency(.pub, $0.key, scope, line: $0.line)
      }
    }
  }
}
