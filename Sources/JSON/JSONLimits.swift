/// How much a text may ask of the parser.
public struct JSONLimits: Sendable, Hashable {
  /// Open arrays and objects at any point, at most. Between 1 and ``deepest``.
  public let maximumDepth: Int

  /// Length of the text in bytes, at most.
  public let maximumBytes: Int

  /// The largest ``maximumDepth``: values are released recursively, which a thread's stack has to bear.
  public static let deepest = 1024

  /// 128 levels, 64 MiB.
  public static let `default` = JSONLimits()

  /// - Parameter maximumDepth: clamped to 1…``deepest``.
  public init(maximumDepth: Int = 128, maximumBytes: Int = 64 << 20) {
    self.maximumDepth = min(max(maximumDepth, 1), Self.deepest)
    self.maximumBytes = maximumBytes
  }
}
