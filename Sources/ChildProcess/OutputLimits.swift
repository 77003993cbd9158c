/// How much of a child's output is kept.
public struct OutputLimits: Sendable {
  /// A child that writes more than this to its standard output is ended; bytes.
  public var output: Int
  /// Bytes kept from the end of its standard error; what came before is dropped.
  public var stderrTail: Int
  /// Seconds to wait for more output after the child has ended while a process that it started holds the pipe open.
  public var idleGrace: Double

  public init(output: Int = 64 << 20, stderrTail: Int = 8 << 10, idleGrace: Double = 0.1) {
    self.output = output
    self.stderrTail = stderrTail
    self.idleGrace = idleGrace
  }

  public static let `default` = OutputLimits()
}
