import Glibc

/// Moves bytes between us and a child without ever blocking on one stream while another is full.
final class Pump {
  let child: RunningChild
  /// Output that nobody has taken yet.
  var output = ByteQueue()
  /// False leaves output in the pipe, so that the child waits for us.
  var readsOutput = true
  /// True throws output away.
  var discardsOutput = false
  private(set) var errorTail: ByteTail
  /// Told every portion of standard error as it comes.
  var onErrors: ((UnsafeRawBufferPointer) -> Void)?
  /// Told every portion of standard output as it comes; nothing is kept then.
  var onOutput: ((UnsafeRawBufferPointer) -> Void)?
  /// Processes whose end also ends a wait.
  var watched: [ProcessHandle] = []
  /// True once the child itself has ended.
  private(set) var hasEnded = false
  private var pendingInput: [UInt8] = []
  private var pendingStart = 0
  private var closesInput = false
  private let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 65536, alignment: 16)

  init(_ child: RunningChild, stderrTailLimit: Int) {
    self.child = child
    errorTail = ByteTail(limit: stderrTailLimit)
  }

  deinit { scratch.deallocate() }

  /// True when all who held the child's output and error streams have closed them.
  var isAtEnd: Bool { child.output == nil && child.errors == nil }

  /// True while bytes wait to be written and somebody is there to read them.
  var hasPendingInput: Bool { child.input != nil && pendingStart < pendingInput.count }

  /// Queues bytes for the child's standard input.
  func send(_ bytes: [UInt8]) {
    if pendingStart == pendingInput.count {
      pendingInput = bytes
      pendingStart = 0
    } else {
      pendingInput.append(contentsOf: bytes)
    }
  }

  /// Closes the child's standard input once all queued bytes are written.
  func closeInputWhenWritten() {
    closesInput = true
    if !hasPendingInput { child.input = nil }
  }

  /// Waits until something can be moved, moves it, and says whether anything was.
  @discardableResult
  func step(milliseconds: Int64) throws(ChildProcessError) -> Bool {
    var set: [pollfd] = []
    if hasPendingInput, let input = child.input {
      set.append(pollfd(fd: input.raw, events: Int16(POLLOUT), revents: 0))
    }
    if readsOutput, let output = child.output {
      set.append(pollfd(fd: output.raw, events: Int16(POLLIN), revents: 0))
    }
    if let errors = child.errors { set.append(pollfd(fd: errors.raw, events: Int16(POLLIN), revents: 0)) }
    var wait = Int32(clamping: milliseconds)
    if !hasEnded {
      if let descriptor = child.pidDescriptor {
        set.append(pollfd(fd: descriptor.raw, events: Int16(POLLIN), revents: 0))
      } else {
        wait = min(wait, 10)
      }
    }
    for handle in watched {
      if let descriptor = handle.descriptor {
        set.append(pollfd(fd: descriptor.raw, events: Int16(POLLIN), revents: 0))
      }
    }
    if poll(&set, nfds_t(set.count), wait) < 0, errno != EINTR, errno != EAGAIN {
      throw ChildProcessError(.ioFailed, executable: child.executable, context: "poll", errnoValue: errno)
    }

    var moved = false
    for entry in set where entry.revents != 0 {
      moved = true
      if entry.fd == child.input?.raw {
        try writeSome()
      } else if entry.fd == child.output?.raw {
        if try !readSome(entry.fd, { takeOutput($0) }) { child.output = nil }
      } else if entry.fd == child.errors?.raw {
        if try !readSome(entry.fd, { takeErrors($0) }) { child.errors = nil }
      }
    }
    if !hasEnded { hasEnded = child.hasEnded }
    return moved
  }

  private func takeOutput(_ bytes: UnsafeRawBufferPointer) {
    if let onOutput {
      onOutput(bytes)
    } else if !discardsOutput {
      output.append(bytes)
    }
  }

  private func takeErrors(_ bytes: UnsafeRawBufferPointer) {
    errorTail.append(bytes)
    onErrors?(bytes)
  }

  /// Reads once; false at the end of the stream.
  private func readSome(
    _ descriptor: Int32, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(ChildProcessError) -> Bool {
    let count = read(descriptor, scratch.baseAddress, scratch.count)
    if count > 0 { body(UnsafeRawBufferPointer(rebasing: scratch[..<count])) }
    if count < 0, errno != EINTR, errno != EAGAIN {
      throw ChildProcessError(.ioFailed, executable: child.executable, context: "read", errnoValue: errno)
    }
    return count != 0
  }

  private func writeSome() throws(ChildProcessError) {
    guard let input = child.input else { return }
    let count = pendingInput.withUnsafeBytes { bytes in
      withoutBrokenPipeSignal { write(input.raw, bytes.baseAddress! + pendingStart, bytes.count - pendingStart) }
    }
    if count >= 0 {
      pendingStart += count
    } else if errno == EPIPE {
      // A child may stop reading when it knows enough; what it makes of that is told by its output and its status.
      child.input = nil
      return
    } else if errno != EINTR, errno != EAGAIN {
      throw ChildProcessError(.ioFailed, executable: child.executable, context: "write", errnoValue: errno)
    }
    if closesInput, !hasPendingInput { child.input = nil }
  }
}
