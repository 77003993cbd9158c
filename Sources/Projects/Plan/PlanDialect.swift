/// The tool or habit a plan file is written for; it decides what marks mean that are read differently.
public enum PlanDialect: String, Hashable, Sendable, CaseIterable {
  /// Task ids such as `T001`, with `[P]` and `[US1]` behind them.
  case specKit = "spec_kit"
  /// `openspec/changes/*/tasks.md`: numbered groups.
  case openSpec = "openspec"
  /// `.kiro/specs/*/tasks.md`: numbered tasks, `[-]` in progress, `[ ]*` optional.
  case kiro
  /// A file for each task, its state in front matter.
  case backlog
  /// `.cursor/plans/*.plan.md`: todos in front matter.
  case cursor
  /// Obsidian Tasks: `[/]` in progress, `[-]` cancelled, dates behind emoji.
  case obsidian
  /// Anything else.
  case markdown

  /// What a mark between brackets means here, as long as no legend of the file says otherwise; nil when it is read
  /// differently by different people.
  func state(of marker: String) -> PlanState? {
    switch (self, marker) {
    case (_, "[✓]"), (_, "[✔]"), (_, "[✅]"), (_, "[☑]"), (_, "[v]"), (_, "[V]"): .done
    case (_, "[/]"), (_, "[>]"), (_, "[o]"), (_, "[O]"): .inProgress
    case (_, "[!]"): .blocked
    case (.kiro, "[-]"), (.kiro, "[~]"): .inProgress
    case (.obsidian, "[-]"): .cancelled
    default: nil
    }
  }
}
