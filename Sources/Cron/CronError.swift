/// Something that was to be a cron expression is none.
public struct CronError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The field that is wrong; nil when it is the whole.
  public var field: CronField?
  /// The text that is wrong, as it was given.
  public var text: String
  /// Why, and what is allowed.
  public var reason: String

  init(_ field: CronField? = nil, _ text: some StringProtocol, _ reason: String) {
    self.field = field
    self.text = String(text)
    self.reason = reason
  }

  public var description: String {
    (field.map { "\($0): " } ?? "") + "“\(Excerpt(text))” \(reason)"
  }
}
