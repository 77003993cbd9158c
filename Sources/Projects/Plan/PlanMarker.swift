/// A box GFM does not know, counted apart from the tasks.
public struct PlanMarker: Hashable, Sendable {
  /// The box as written, such as `[~]`; `]* open` and `]* done` are Kiro's optional tasks.
  public let marker: String
  /// True for work that is known and not finished: `[~]`, `[-]`, `[/]`, `[ ]` with a no-break space, and the like.
  public let isOpen: Bool
  public internal(set) var count: Int
  /// How many of them stand under a legend heading and thus explain the notation.
  public internal(set) var inLegend: Int
  /// The first lines it was seen on, from 1, at most ``PlanLimits/markerLines``.
  public internal(set) var lines: [Int]

  public init(marker: String, isOpen: Bool, count: Int = 0, inLegend: Int = 0, lines: [Int] = []) {
    self.marker = marker
    self.isOpen = isOpen
    self.count = count
    self.inLegend = inLegend
    self.lines = lines
  }

  /// Stands for every further marker once ``PlanLimits/markerLines`` different ones were seen.
  static let others = "others"
}
