import Glibc

/// An open file descriptor, closed together with its last reference.
public final class Descriptor: Sendable {
  /// The descriptor; valid as long as this object lives.
  public let raw: Int32

  /// Takes over an open descriptor.
  public init(owning raw: Int32) {
    self.raw = raw
  }

  deinit {
    // Linux frees the descriptor even when close reports an error, so there is nothing to repeat.
    close(raw)
  }
}
