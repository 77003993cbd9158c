/// Reads the dependencies a kind of manifest names. Nothing in a manifest is run, included or fetched.
protocol ManifestReader: Sendable {
  /// File names, as patterns of `NameTable`.
  static var names: [String] { get }
  /// Paths, as globs, for files whose name says nothing.
  static var paths: [String] { get }

  /// True for a manifest that makes its directory a package of its own.
  static var marksPackage: Bool { get }
  /// True for a file that a tool writes: it names what was chosen, the choices of others among it, and it may be large.
  static var isLock: Bool { get }

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency]
}

extension ManifestReader {
  static var names: [String] { [] }
  static var paths: [String] { [] }
  static var marksPackage: Bool { false }
  static var isLock: Bool { false }
}
