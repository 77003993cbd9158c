/// What a child left behind.
public struct ChildOutput: Hashable, Sendable {
  public var status: ExitStatus
  /// Everything it wrote to its standard output.
  public var output: [UInt8]
  /// The last bytes that it wrote to its standard error.
  public var stderrTail: [UInt8]
  /// Numbers of processes that it has left behind and that could not be ended: they hang in the kernel, or run as another
  /// user. Empty when the whole tree is gone, and when it was not to be ended.
  public var survivors: [Int32]

  public init(status: ExitStatus, output: [UInt8], stderrTail: [UInt8], survivors: [Int32] = []) {
    self.status = status
    self.output = output
    self.stderrTail = stderrTail
    self.survivors = survivors
  }
}
