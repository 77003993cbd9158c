/// What looking for the plan came to.
struct PlanOutcome {
  /// Nil when no file could be the plan.
  var choice: PlanChoice?
  /// The project's own `plan_path`.
  var explicitPath: String?
  /// Nil when what was read is a commit.
  var committed: CommittedProgress?

  /// What the result of a job says about it, one sentence each.
  var warnings: [String] {
    guard let choice else {
      if let explicitPath { return ["The project's plan_path \(explicitPath) is not in the repository."] }
      return [
        "No plan was found. Add a PLAN.md with tasks such as '- [ ] first task', or set the project's plan_path."
      ]
    }
    let path = choice.candidate.entry.path
    var warnings = choice.notes
    if choice.document.tally.total == 0 {
      warnings.append("\(path) holds no tasks. A task is a list item with a box, such as '- [ ] first task'.")
    }
    let limits = PlanLimits.default
    if choice.document.sections.count > limits.listedSections {
      warnings.append(
        "\(path) has \(choice.document.sections.count) sections; the first \(limits.listedSections) are listed.")
    }
    if choice.document.tasks.count > limits.listedTasks {
      warnings.append(
        "\(path) has \(choice.document.tasks.count) tasks; all count, the first \(limits.listedTasks) are listed.")
    }
    return warnings
      + choice.document.warnings.map { warning in
        let file = choice.entries.indices.contains(warning.file) ? choice.entries[warning.file].path : path
        return "\(file):\(warning.line): \(warning.message)"
      }
  }
}
