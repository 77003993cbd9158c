/// Something in a tree that was left out, and why.
public struct SkillsWarning: Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Hashable, Sendable {
    case malformedManifest = "malformed_manifest"
    case manifestTooLarge = "manifest_too_large"
    case tooManyFiles = "too_many_files"
    case unreadableFile = "unreadable_file"
    case ignoredAttribute = "ignored_attribute"
    case moreWarnings = "more_warnings"
  }

  public var code: Code
  /// Nil when the tree as a whole is meant.
  public var path: String?
  public var line: Int?
  /// A sentence: what happened and what it means for the result.
  public var message: String

  public init(code: Code, path: String? = nil, line: Int? = nil, message: String) {
    self.code = code
    self.path = path
    self.line = line
    self.message = message
  }

  /// `path:line: message`
  public var description: String {
    guard let path else { return message }
    return line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)"
  }
}
