import GantryPaths
import Glibc
import JSON
import JSONRPC

/// A connection for one thread and one call at a time: what scripts and command lines need, without tasks or threads.
/// Programs that have several calls under way use ``GantryClient``.
public final class Connection {
  private let socket: StreamSocket
  private var replies = ReplyReader()
  private var arrived: [Reply] = []
  private var events: ArraySlice<RawJSON> = []
  private var nextID: Int64 = 1
  private var isBroken = false

  /// Connects to the daemon.
  ///
  /// - Parameters:
  ///   - socketPath: where it listens; nil finds the place as ``SocketLocation`` describes.
  ///   - timeout: how long to wait for a daemon that is too busy to accept.
  /// - Throws: ``GantryError/cannotConnect(path:systemError:hint:)``.
  public init(socketPath: String? = nil, timeout: Duration = .seconds(5)) throws(GantryError) {
    socket = try StreamSocket.connect(to: Self.locate(socketPath), until: .after(timeout))
  }

  /// Calls a method and waits for its result.
  ///
  /// - Parameters:
  ///   - params: the members by name; methods without required parameters accept an empty value.
  ///   - timeout: how long to wait for the answer; nil waits without limit.
  /// - Throws: ``GantryError``. After anything but ``GantryError/rpc(_:)`` and ``GantryError/timeout(method:after:)`` the
  ///   connection is of no further use.
  public func call<M: RPCMethod>(
    _ method: M.Type, _ params: M.Params, timeout: Duration? = .seconds(30)
  ) throws(GantryError) -> M.Result {
    try M.decodeResult(call(M.name, params: RawJSON(params), timeout: timeout))
  }

  /// Calls a method by name and returns its result as the daemon wrote it.
  public func call(
    _ method: String, params: RawJSON? = nil, timeout: Duration? = .seconds(30)
  ) throws(GantryError) -> RawJSON {
    guard !isBroken else { throw .closed(method: method, systemError: 0) }
    let id = nextID
    nextID += 1
    let deadline = Deadline.after(timeout)
    do throws(GantryError) {
      try send(RequestLine.call(id: id, method: method, params: params), method, deadline, timeout)
      return try answer(to: id, method, deadline, timeout)
    } catch {
      switch error {
      case .rpc, .timeout: break
      default: isBroken = true
      }
      throw error
    }
  }

  /// The next event of the connection's subscriptions, as the daemon wrote it: the params of the notification.
  ///
  /// Events are kept while a call waits for its answer; subscribe by calling `subscribe`.
  ///
  /// - Parameter timeout: how long to wait; nil waits without limit.
  /// - Throws: ``GantryError/timeout(method:after:)`` when nothing has happened, ``GantryError/closed(method:systemError:)``
  ///   at the end of the connection.
  public func nextEvent(timeout: Duration? = nil) throws(GantryError) -> RawJSON {
    let deadline = Deadline.after(timeout)
    while true {
      if let event = events.popFirst() { return event }
      guard !isBroken else { throw .closed(method: "subscribe", systemError: 0) }
      guard socket.wait(for: POLLIN, until: deadline) else {
        throw .timeout(method: "subscribe", after: timeout ?? .zero)
      }
      do throws(GantryError) {
        try receive(for: "subscribe")
      } catch {
        isBroken = true
        if events.isEmpty { throw error }
      }
    }
  }

  private func send(
    _ line: [UInt8], _ method: String, _ deadline: Deadline, _ timeout: Duration?
  ) throws(GantryError) {
    var rest = line[...]
    while !rest.isEmpty {
      switch socket.send(rest) {
      case .moved(let count): rest = rest.dropFirst(count)
      case .wouldBlock:
        if socket.wait(for: POLLOUT, until: deadline) { continue }
        // Half a request is on its way: nothing sensible can follow it.
        isBroken = true
        throw .timeout(method: method, after: timeout ?? .zero)
      case .ended: throw .closed(method: method, systemError: 0)
      case .failed(let number): throw .closed(method: method, systemError: number)
      }
    }
  }

  private func answer(
    to id: Int64, _ method: String, _ deadline: Deadline, _ timeout: Duration?
  ) throws(GantryError) -> RawJSON {
    while true {
      while !arrived.isEmpty {
        let reply = arrived.removeFirst()
        if reply.id == id { return try reply.outcome.get() }
        // An error without an id concerns the connection, and the call that waits on it. Other answers belong to calls
        // that were given up.
        if reply.id == nil { _ = try reply.outcome.get() }
      }
      guard socket.wait(for: POLLIN, until: deadline) else { throw .timeout(method: method, after: timeout ?? .zero) }
      try receive(for: method)
    }
  }

  private func receive(for method: String) throws(GantryError) {
    let (progress, arrivals) = try withReceiveBuffer { (buffer) throws(GantryError) in
      let progress = socket.receive(into: buffer)
      guard case .moved(let count) = progress else { return (progress, Arrivals()) }
      return (progress, try self.replies.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count])))
    }
    arrived += arrivals.replies
    events += arrivals.events
    switch progress {
    case .moved, .wouldBlock: break
    case .ended: throw .closed(method: method, systemError: 0)
    case .failed(let number): throw .closed(method: method, systemError: number)
    }
  }

  static func locate(_ explicit: String?) throws(GantryError) -> String {
    do throws(PathError) {
      let location = try SocketLocation.resolve(explicit: explicit)
      if location.ownsDirectory {
        do throws(PathError) {
          try PrivateDirectory.verify(location.directory)
        } catch  where error.code == .missing {
          // No directory, no socket: the attempt to connect says so in terms of the daemon.
        }
      }
      return location.path
    } catch {
      throw .cannotConnect(error)
    }
  }
}

/// Room for what one `recv` brings.
func withReceiveBuffer<Result>(
  _ body: (UnsafeMutableRawBufferPointer) throws(GantryError) -> Result
) throws(GantryError) -> Result {
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 16)
  defer { buffer.deallocate() }
  return try body(buffer)
}
