/// A manifest that is not what its name says.
struct ManifestError: Error, Hashable, Sendable {
  /// Line of the manifest, from 1; nil when unknown.
  let line: Int?
  /// Lower case, without a full stop.
  let reason: String
}
