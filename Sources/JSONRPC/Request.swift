import JSON

/// One call of a method, its envelope checked and its params still text.
public struct Request: Sendable, Hashable {
  /// `nil` for a notification, which is never answered. `"id": null` is a request.
  public let id: RequestID?
  public let method: String
  /// An array or an object; `nil` if absent or `null`.
  public let params: RawJSON?

  public init(id: RequestID?, method: String, params: RawJSON?) {
    self.id = id
    self.method = method
    self.params = params
  }

  public var isNotification: Bool { id == nil }
}
