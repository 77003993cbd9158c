/// A package, an image or an action that a manifest names.
struct Dependency: Hashable, Sendable {
  enum Scope: Hashable, Sendable {
    case direct
    /// Only needed to build, test or check.
    case development
    /// Chosen by another package; a lock file names it.
    case transitive
  }

  var ecosystem: Ecosystem
  /// As the manifest spells it.
  var name: String
  var scope: Scope
  /// Line of the manifest, from 1.
  var line: Int

  init(_ ecosystem: Ecosystem, _ name: String, _ scope: Scope = .direct, line: Int) {
    self.ecosystem = ecosystem
    self.name = name
    self.scope = scope
    self.line = line
  }
}
