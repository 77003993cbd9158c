import CUV
import Glibc

/// One client's stream, in bytes.
public final class Connection: HandleOwner {
  /// Why no more bytes come.
  public enum End {
    /// The peer has shut down its writing side; it may still read.
    case endOfFile
    case failed(LoopError)
  }

  /// Bytes arrived; the buffer is only good during the call.
  public var onBytes: (UnsafeRawBufferPointer) -> Void = { _ in }
  /// Reading is over.
  public var onEnd: (End) -> Void = { _ in }
  /// Everything given to `send` has gone to the kernel.
  public var onDrain: () -> Void = {}
  /// A write failed: the peer is gone.
  public var onWriteFailure: (LoopError) -> Void = { _ in }
  /// The handle is closed; nothing is called after it.
  public var onClosed: () -> Void = {}

  /// Who is at the other end.
  public let peer: PeerCredentials

  private let loop: Loop
  private let handle: Handle<uv_pipe_t>
  /// Writes that the kernel did not take at once, by the loop's own count.
  private var writesUnderWay = 0
  private var isReading = false
  /// `close` was called; nothing is sent any more.
  public private(set) var isClosing = false

  init(loop: Loop, acceptingFrom server: UnsafeMutablePointer<uv_stream_t>) throws(LoopError) {
    self.loop = loop
    let handle = Handle(zero: uv_pipe_t())
    let code = uv_pipe_init(loop.handle, handle.pointer, 0)
    if code < 0 {
      handle.discard()
      throw LoopError(operation: "uv_pipe_init", code: code)
    }
    let stream = UnsafeMutableRawPointer(handle.pointer).assumingMemoryBound(to: uv_stream_t.self)
    do throws(LoopError) {
      try LoopError.check(uv_accept(server, stream), "uv_accept")
      var descriptor: uv_os_fd_t = -1
      try LoopError.check(uv_fileno(handle.base, &descriptor), "uv_fileno")
      peer = try PeerCredentials(descriptor: descriptor)
    } catch {
      handle.close()
      throw error
    }
    self.handle = handle
    handle.attach(self)
  }

  private var stream: UnsafeMutablePointer<uv_stream_t> {
    UnsafeMutableRawPointer(handle.pointer).assumingMemoryBound(to: uv_stream_t.self)
  }

  /// Bytes given to `send` that the kernel has not taken yet.
  public var unsentBytes: Int { isClosing ? 0 : Int(uv_stream_get_write_queue_size(stream)) }

  /// True once the peer has closed its socket: nobody is left to read an answer. False as long as it has only shut down
  /// its writing side, though reading ends the same way.
  public var isPeerGone: Bool {
    guard let descriptor else { return true }
    var state = pollfd(fd: descriptor, events: 0, revents: 0)
    return poll(&state, 1, 0) > 0 && Int32(state.revents) & (POLLHUP | POLLERR) != 0
  }

  /// True while the kernel holds bytes of the peer that were not read yet.
  public var hasUnreadBytes: Bool {
    guard let descriptor else { return false }
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) > 0
  }

  private var descriptor: Int32? {
    var descriptor: uv_os_fd_t = -1
    return !isClosing && uv_fileno(handle.base, &descriptor) == 0 ? descriptor : nil
  }

  /// Reads on. No effect while reading or closing.
  public func startReading() {
    guard !isReading, !isClosing else { return }
    isReading = true
    let code = uv_read_start(stream, connectionNeedsBuffer, connectionDidRead)
    if code < 0 {
      isReading = false
      onEnd(.failed(LoopError(operation: "uv_read_start", code: code)))
    }
  }

  /// Reads no more until `startReading`: the kernel's buffer fills, then the peer blocks.
  public func stopReading() {
    guard isReading else { return }
    isReading = false
    uv_read_stop(stream)
  }

  /// Sends the bytes: at once as far as the kernel takes them, the rest in the background. Order is kept.
  public func send(_ bytes: [UInt8]) {
    guard !isClosing, !bytes.isEmpty else { return }
    var sent = 0
    if writesUnderWay == 0 {
      let written = bytes.withUnsafeBytes { raw -> Int32 in
        var buffer = uv_buf_t(
          base: UnsafeMutablePointer(mutating: raw.bindMemory(to: CChar.self).baseAddress), len: raw.count)
        return uv_try_write(stream, &buffer, 1)
      }
      if written >= 0 {
        sent = Int(written)
      } else if written != UV_EAGAIN.rawValue {
        onWriteFailure(LoopError(operation: "uv_try_write", code: written))
        return
      }
      if sent == bytes.count { return }
    }
    let request = WriteRequest(bytes[sent...], connection: self)
    let code = request.start(on: stream)
    if code < 0 {
      onWriteFailure(LoopError(operation: "uv_write", code: code))
    } else {
      writesUnderWay += 1
    }
  }

  /// Closes at once; what the kernel has not taken is lost.
  public func close() {
    guard !isClosing else { return }
    isClosing = true
    isReading = false
    handle.close()
  }

  fileprivate func didRead(_ count: Int, _ base: UnsafeMutablePointer<CChar>?) {
    if count > 0, let base {
      onBytes(UnsafeRawBufferPointer(start: base, count: count))
    } else if count < 0 {
      stopReading()
      if count == Int(UV_EOF.rawValue) {
        onEnd(.endOfFile)
      } else {
        onEnd(.failed(LoopError(operation: "uv_read", code: Int32(count))))
      }
    }
  }

  fileprivate func didWrite(_ status: Int32) {
    writesUnderWay -= 1
    // A closing connection's writes end with UV_ECANCELED; nobody waits for them.
    guard !isClosing else { return }
    if status < 0 {
      onWriteFailure(LoopError(operation: "uv_write", code: status))
    } else if writesUnderWay == 0 {
      onDrain()
    }
  }

  fileprivate var scratch: UnsafeMutableRawBufferPointer { loop.scratch }

  func handleClosed() {
    let closed = onClosed
    // Whoever listens usually holds this connection: break the circle.
    onBytes = { _ in }
    onEnd = { _ in }
    onDrain = {}
    onWriteFailure = { _ in }
    onClosed = {}
    closed()
  }
}

/// A write under way: the request and its bytes stay where they are until libuv is done with them.
private final class WriteRequest {
  private let request: UnsafeMutablePointer<uv_write_t>
  private let bytes: UnsafeMutableBufferPointer<CChar>
  let connection: Connection

  init(_ source: ArraySlice<UInt8>, connection: Connection) {
    self.connection = connection
    request = .allocate(capacity: 1)
    request.initialize(to: uv_write_t())
    bytes = .allocate(capacity: source.count)
    source.withUnsafeBytes { UnsafeMutableRawBufferPointer(bytes).copyMemory(from: $0) }
  }

  func start(on stream: UnsafeMutablePointer<uv_stream_t>) -> Int32 {
    var buffer = uv_buf_t(base: bytes.baseAddress, len: bytes.count)
    request.pointee.data = Unmanaged.passRetained(self).toOpaque()
    let code = uv_write(request, stream, &buffer, 1, writeDidEnd)
    if code < 0 {
      Unmanaged.passUnretained(self).release()
      free()
    }
    return code
  }

  func free() {
    bytes.deallocate()
    request.deallocate()
  }
}

private nonisolated func connectionNeedsBuffer(
  _ handle: UnsafeMutablePointer<uv_handle_t>?, _ suggested: Int, _ buffer: UnsafeMutablePointer<uv_buf_t>?
) {
  guard let data = handle?.pointee.data, let buffer else { return }
  let box = UncheckedPointer(data)
  let into = UncheckedPointer(buffer)
  MainActor.assumeIsolated {
    guard let scratch = owner(of: box.value, as: Connection.self)?.scratch else { return }
    into.value.assumingMemoryBound(to: uv_buf_t.self).pointee = uv_buf_t(
      base: scratch.baseAddress?.assumingMemoryBound(to: CChar.self), len: scratch.count)
  }
}

private nonisolated func connectionDidRead(
  _ stream: UnsafeMutablePointer<uv_stream_t>?, _ count: Int, _ buffer: UnsafePointer<uv_buf_t>?
) {
  guard let data = stream?.pointee.data else { return }
  let box = UncheckedPointer(data)
  let base = buffer?.pointee.base.map { UncheckedPointer($0) }
  MainActor.assumeIsolated {
    owner(of: box.value, as: Connection.self)?.didRead(count, base?.value.assumingMemoryBound(to: CChar.self))
  }
}

private nonisolated func writeDidEnd(_ request: UnsafeMutablePointer<uv_write_t>?, _ status: Int32) {
  guard let data = request?.pointee.data else { return }
  let box = UncheckedPointer(data)
  MainActor.assumeIsolated {
    let request = Unmanaged<WriteRequest>.fromOpaque(box.value).takeRetainedValue()
    request.free()
    request.connection.didWrite(status)
  }
}
