/// A file that may hold the plan of a project.
public struct PlanCandidate: Hashable, Sendable {
  /// Why the file is considered, in the order of preference; ``PlanFinder`` tells what belongs to each.
  public enum Rank: Int, Hashable, Sendable, CaseIterable, Comparable {
    case explicit, plan, planDirectory, phase, roadmap, todo, tasks, readme

    /// Why such a file is taken before others, for a person.
    var reason: String {
      switch self {
      case .explicit: "it is the project's plan_path"
      case .plan: "it is named like a plan and stands at the root"
      case .planDirectory: "it is a plan below docs"
      case .phase: "it is named like a phase of a plan"
      case .roadmap: "it is a roadmap"
      case .todo: "it is a list of things to do"
      case .tasks: "it is a task file of a planning tool"
      case .readme: "the README holds boxes, and there is no plan"
      }
    }

    public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  public let entry: TreeEntry
  public let rank: Rank

  public init(entry: TreeEntry, rank: Rank) {
    self.entry = entry
    self.rank = rank
  }

  /// Files that make up one plan together have the same; nil for a file that is a plan by itself.
  var family: String? {
    let directories = entry.path.lowercased().split(separator: "/").dropLast()
    switch rank {
    case .explicit: return "plan_path"
    case .planDirectory: return directories.count > 1 ? directories.prefix(2).joined(separator: "/") : nil
    case .phase: return "phases in " + directories.joined(separator: "/")
    case .tasks: return directories.isEmpty || directories == ["docs"] || directories == ["doc"] ? nil : "tasks"
    case .plan, .roadmap, .todo, .readme: return nil
    }
  }
}
