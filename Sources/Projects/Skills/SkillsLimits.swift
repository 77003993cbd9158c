/// What a hostile or huge tree may cost.
public struct SkillsLimits: Hashable, Sendable {
  /// Files looked at; linguist gives up at this number, here the rest is left out and the report is partial.
  public var files = 100_000
  /// Bytes read from the start of a file when its content decides; linguist's 128 KiB.
  public var contentBytes = 128 << 10
  /// Bytes read from the start of a file to see whether it is text and who wrote it.
  public var headBytes = 4 << 10
  /// Bytes of a manifest; a larger one is left out with a warning.
  public var manifestBytes = 1 << 20
  /// Bytes of a lock file; a larger one is left out with a warning. Those of large front ends have some megabytes.
  public var lockBytes = 16 << 20
  /// Dependencies taken from one manifest.
  public var dependenciesPerManifest = 5_000
  /// Dependencies taken from one lock file.
  public var dependenciesPerLock = 50_000
  /// Packages named for one skill.
  public var packagesPerSkill = 50
  /// Bytes of a file of a working tree whose object id is computed because it is evidence.
  public var hashedBytes = 1 << 20
  public var evidencePerSkill = 10
  /// Rules taken from all `.gitattributes` files together; each is tried on every file, at about half a microsecond.
  public var attributeRules = 200
  public var warnings = 50

  public init() {}

  public static let `default` = SkillsLimits()
}
