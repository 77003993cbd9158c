/// A place in a project's history, between two of its rows.
public struct HistoryPosition: Hashable, Comparable, Sendable {
  public var at: Timestamp
  /// Tells rows of the same time apart.
  public var number: Int64

  public init(at: Timestamp, number: Int64) {
    self.at = at
    self.number = number
  }

  public static func < (a: Self, b: Self) -> Bool { (a.at, a.number) < (b.at, b.number) }
}

/// A row of a project's history and its place.
public struct HistoryRow<Content: Hashable & Sendable>: Hashable, Sendable {
  public var position: HistoryPosition
  public var content: Content

  public init(position: HistoryPosition, content: Content) {
    self.position = position
    self.content = content
  }
}
