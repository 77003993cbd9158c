import GantryPaths

/// How a person names a project: by its id, its directory or its address.
enum ProjectSelector {
  case id(String)
  case path(String)
  case source(String)

  /// Nothing means the current directory. A relative path is made absolute here, because the daemon has a current
  /// directory of its own.
  init(_ text: String?) {
    let text = text ?? "."
    if Self.isUUID(text) {
      self = .id(text)
    } else if Self.isAddress(text) {
      self = .source(text)
    } else {
      self = .path(PathEnvironment.current().absolute(text))
    }
  }

  private static func isUUID(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.utf8.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
  }

  /// `scheme://…`, or `host:path` the way ssh and git write it: a colon before any slash.
  private static func isAddress(_ text: String) -> Bool {
    if text.contains("://") { return true }
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
    return !text[..<colon].contains("/")
  }
}
