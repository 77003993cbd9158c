/// One place in a repository that speaks for a skill.
public struct SkillEvidence: Hashable, Sendable {
  /// What kind of place; the wire shows the raw value.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A file that belongs to one tool, such as `next.config.js`.
    case configFile = "config_file"
    /// A file whose name other tools use as well.
    case weakName = "weak_name"
    case dependency
    case devDependency = "dev_dependency"
    case dockerImage = "docker_image"
    case ciAction = "ci_action"
    case provider
    /// A package that only a lock file names: the choice of another package.
    case transitive
    /// The name of a variable in a `.env` file.
    case environmentKey = "env_key"
    /// A language, by the extension of a file.
    case fileExtension = "extension"
    /// A language, by the whole name of a file.
    case filename
    /// A language, by the `#!` line.
    case shebang
    /// A language, by what the file says where its extension has several meanings.
    case content
    /// A language, by `.gitattributes`.
    case attribute
  }

  public var path: String
  /// Counted from 1; nil when the file as a whole is meant.
  public var line: Int?
  public var kind: Kind
  /// The line, shortened to 120 characters and cleared of secrets; for a whole file what was found out about it.
  public var excerpt: String
  /// How much it counts, 0…1.
  public var weight: Double
  /// Object id that git gives the content, in hexadecimal; nil when it is not known.
  public var blob: String?
  /// Directory of the package that the file belongs to; empty for the root of the repository.
  public var package: String

  public init(
    path: String, line: Int? = nil, kind: Kind, excerpt: String, weight: Double, blob: String? = nil,
    package: String = ""
  ) {
    self.path = path
    self.line = line
    self.kind = kind
    self.excerpt = excerpt
    self.weight = weight
    self.blob = blob
    self.package = package
  }
}
