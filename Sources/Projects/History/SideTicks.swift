import JobModel

/// What commits on side branches changed, so that a merge's ticks are those of who made them.
struct SideTicks {
  private struct Key: Hashable {
    var bare: Int
    var isChecked: Bool
  }

  /// Oldest first; what was used is taken out.
  private var commits: [Key: [CommitInfo]] = [:]

  /// - Parameter changes: commits off the branch, newest first.
  init(_ changes: [PlanChange], _ versions: PlanVersions, _ matcher: inout TaskMatcher) throws(PlanVersions.Failure) {
    for change in changes.reversed() {
      guard let newBlob = change.newBlob else { continue }
      let (old, new): ([TaskKey], [TaskKey])
      do throws(PlanVersions.Failure) {
        old = if let oldBlob = change.oldBlob { try versions.read(oldBlob, path: change.path).keys } else { [] }
        new = try versions.read(newBlob, path: change.path).keys
      } catch {
        // The merge itself stands in for a commit that cannot be read.
        guard case .git = error else { continue }
        throw error
      }
      for (index, was) in matcher.match(old, new).enumerated() {
        let task = new[index]
        if was.map({ old[$0].isChecked }) ?? false != task.isChecked {
          commits[Key(bare: task.bare, isChecked: task.isChecked), default: []].append(change.commit)
        }
      }
    }
  }

  /// The newest commit, not later than the merge by its clock, that changed such a task in such a way; the oldest one
  /// when all claim to be later.
  mutating func take(_ task: TaskKey, before merge: CommitInfo) -> CommitInfo? {
    let key = Key(bare: task.bare, isChecked: task.isChecked)
    guard let found = commits[key], !found.isEmpty else { return nil }
    let index = found.lastIndex { $0.committedAt <= merge.committedAt } ?? 0
    commits[key]?.remove(at: index)
    return found[index]
  }
}
