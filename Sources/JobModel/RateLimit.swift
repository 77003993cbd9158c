/// How often one user may do one thing.
public struct RateLimit: Hashable, Sendable {
  /// What is counted, such as `refresh`.
  public var action: String
  /// Times within the window; 0 for no limit.
  public var count: Int
  /// Length of the window that ends now.
  public var windowSeconds: Double

  public init(action: String, count: Int, windowSeconds: Double) {
    self.action = action
    self.count = count
    self.windowSeconds = windowSeconds
  }
}
