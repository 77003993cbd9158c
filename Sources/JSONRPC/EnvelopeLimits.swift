/// How much one line may ask for.
public struct EnvelopeLimits: Sendable, Hashable {
  /// Open arrays and objects anywhere in the line, the envelope included.
  public var maximumDepth: Int
  /// Members of a batch.
  public var maximumBatch: Int
  /// Bytes of an id, quotes included.
  public var maximumIDBytes: Int

  /// Nesting 128, batch 100, id 1 KiB.
  public static let `default` = EnvelopeLimits()

  public init(maximumDepth: Int = 128, maximumBatch: Int = 100, maximumIDBytes: Int = 1024) {
    self.maximumDepth = maximumDepth
    self.maximumBatch = maximumBatch
    self.maximumIDBytes = maximumIDBytes
  }
}
