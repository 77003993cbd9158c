import CUV
import Glibc

/// Accepts connections on a listening Unix socket.
///
/// The socket is made and bound by the caller and only lent to libuv: libuv 1.44 would cut a long path silently and
/// unlink whatever lies at the path when it closes.
public final class Listener: HandleOwner {
  private let loop: Loop
  private let handle: Handle<uv_pipe_t>
  private let accepted: (Connection) -> Void
  private let failed: (LoopError) -> Void

  /// Listens on `descriptor`, which the listener then owns.
  ///
  /// - Parameters:
  ///   - backlog: connections the kernel may queue; beyond it a client's `connect` gives EAGAIN.
  ///   - accepted: a client is there; the connection does not read before `start`.
  ///   - failed: one accept failed (out of descriptors, say); the listener goes on.
  public init(
    loop: Loop, descriptor: Int32, backlog: Int32, accepted: @escaping (Connection) -> Void,
    failed: @escaping (LoopError) -> Void
  ) throws(LoopError) {
    self.loop = loop
    self.accepted = accepted
    self.failed = failed
    handle = Handle(zero: uv_pipe_t())
    let code = uv_pipe_init(loop.handle, handle.pointer, 0)
    if code < 0 {
      handle.discard()
      throw LoopError(operation: "uv_pipe_init", code: code)
    }
    handle.attach(self)
    do throws(LoopError) {
      try LoopError.check(uv_pipe_open(handle.pointer, descriptor), "uv_pipe_open")
      try LoopError.check(uv_listen(stream, backlog, connectionDidArrive), "uv_listen")
    } catch {
      handle.close()
      throw error
    }
  }

  private var stream: UnsafeMutablePointer<uv_stream_t> {
    UnsafeMutableRawPointer(handle.pointer).assumingMemoryBound(to: uv_stream_t.self)
  }

  /// Stops accepting and closes the descriptor. Leaves the file at the path to its owner.
  public func close() {
    handle.close()
  }

  fileprivate func arrive(_ status: Int32) {
    do throws(LoopError) {
      try LoopError.check(status, "uv_listen")
      accepted(try Connection(loop: loop, acceptingFrom: stream))
    } catch {
      failed(error)
    }
  }

  func handleClosed() {}
}

private nonisolated func connectionDidArrive(_ stream: UnsafeMutablePointer<uv_stream_t>?, _ status: Int32) {
  guard let data = stream?.pointee.data else { return }
  let box = UncheckedPointer(data)
  MainActor.assumeIsolated {
    owner(of: box.value, as: Listener.self)?.arrive(status)
  }
}
