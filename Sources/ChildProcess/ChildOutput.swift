/// What a child left behind.
public struct ChildOutput: Hashable, Sendable {
  public var status: ExitStatus
  /// Everything it wrote to its standard output.
  public var output: [UInt8]
  /// The last bytes that it wrote to its standard error.
  public var stderrTail: [UInt8]

  public init(status: ExitStatus, output: [UInt8], stderrTail: [UInt8]) {
    self.status = status
    self.output = output
    self.stderrTail = stderrTail
  }
}
