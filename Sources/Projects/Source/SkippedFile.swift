/// A file of a repository that is not read, whatever it holds.
public struct SkippedFile: Hashable, Sendable {
  /// Relative to the root, for showing.
  public var path: String
  public var reason: Reason

  public enum Reason: String, Hashable, Sendable {
    case symbolicLink = "is a symbolic link, and links are not followed"
    case special = "is a device, a pipe or a socket"
    case tooDeep = "lies too many directories deep"
  }

  /// So many are told; of a hostile tree's millions the first will do.
  static let maximumCount = 1000

  /// What the result of a refresh says of those that could have been the plan; nil for all others.
  static func warning(of skipped: SkippedFile, planPath: String?) -> String? {
    let entry = TreeEntry(path: skipped.path, size: 1)
    guard skipped.path == planPath || PlanFinder.find(in: [entry]).first?.rank != nil else { return nil }
    return "\(skipped.path) \(skipped.reason.rawValue); it was not read. Put the plan itself there."
  }
}
