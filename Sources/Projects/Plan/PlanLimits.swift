/// What one plan file may cost; whatever lies beyond is left out and said so in a warning.
public struct PlanLimits: Hashable, Sendable {
  /// Bytes read from the start of a file; the text is cut behind the last whole line.
  public var fileBytes: Int
  /// Block quotes and list items inside each other. Deeper markers are read as text.
  public var nesting: Int
  /// UTF-8 bytes of a task's text or a section's title, cut between two Unicode scalars.
  public var textBytes: Int
  /// Warnings kept; the others are only counted.
  public var warnings: Int
  /// Line numbers kept for each marker outside GFM, and also how many different markers are told apart.
  public var markerLines: Int
  /// Sections listed in a summary; the others only count.
  public var listedSections: Int
  /// Tasks listed; the others only count.
  public var listedTasks: Int
  /// Boxes that are no tasks kept for an explanation; the others are only counted.
  public var listedExclusions: Int

  public init(
    fileBytes: Int = 4 << 20, nesting: Int = 1000, textBytes: Int = 500, warnings: Int = 100, markerLines: Int = 50,
    listedSections: Int = 2000, listedTasks: Int = 20_000, listedExclusions: Int = 2000
  ) {
    self.fileBytes = fileBytes
    self.nesting = nesting
    self.textBytes = textBytes
    self.warnings = warnings
    self.markerLines = markerLines
    self.listedSections = listedSections
    self.listedTasks = listedTasks
    self.listedExclusions = listedExclusions
  }

  public static let `default` = PlanLimits()
}
