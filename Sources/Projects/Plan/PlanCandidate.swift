/// A file that may hold the plan of a project.
public struct PlanCandidate: Hashable, Sendable {
  /// Why the file is considered, in the order of preference; ``PlanFinder`` tells what belongs to each.
  public enum Rank: Int, Hashable, Sendable, CaseIterable, Comparable {
    case explicit, plan, planDirectory, phase, roadmap, todo, tasks, readme

    public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  public let entry: TreeEntry
  public let rank: Rank

  public init(entry: TreeEntry, rank: Rank) {
    self.entry = entry
    self.rank = rank
  }
}
