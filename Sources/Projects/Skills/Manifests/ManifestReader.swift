/// Reads the dependencies a kind of manifest names. Nothing in a manifest is run, included or fetched.
protocol ManifestReader: Sendable {
  /// File names, as patterns of `NameTable`.
  static var names: [String] { get }
  /// Paths, as globs, for files whose name says nothing.
  static var paths: [String] { get }

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency]
}

extension ManifestReader {
  static var names: [String] { [] }
  static var paths: [String] { [] }
}
