/// Where the tasks of a plan are written down, in the order of preference.
///
/// Headings with boxes stand beside other boxes; of the others the first that yields a task is used alone.
public enum PlanSource: String, Hashable, Sendable, CaseIterable {
  /// The `status` of a task file (Backlog.md) or the `todos` of a plan (Cursor) in YAML front matter.
  case frontMatter = "front_matter"
  /// Boxes in list items: the task list items of GFM, and boxes with other marks.
  case boxes
  /// Boxes in headings: `### [x] WP-010`.
  case headingBoxes = "heading_boxes"
  /// The column of a table that tells states: `| Parser | ✅ Done |`.
  case statusTable = "status_table"
  /// Headings that say how far their section is: `## Phase 3 ✅`, `## Phase 4 (80%)`, `## Phase 5 [2/5]`.
  case phaseHeadings = "phase_headings"
  /// List items with a word or sign in front: `1. [DONE] parser`, `- ✅ parser`, `- TODO: parser`.
  case statusWords = "status_words"
  /// The plan names no tasks.
  case none
}
