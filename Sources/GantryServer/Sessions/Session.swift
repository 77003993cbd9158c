import DequeModule
import EventLoop
import JSON
import JSONRPC
import Logging

/// One client: its bytes become lines, its lines requests, and every request gets its answer.
///
/// Methods start in the order of their requests. What a read sees includes every write that this connection sent
/// before it: reads wait for this session's writes under way, and for nobody else's.
///
/// A session with subscriptions goes on after its peer has stopped sending; it ends when the peer is gone.
final class Session: EventReceiver {
  /// Shown in logs; grows by one with each connection.
  let number: UInt64
  let peer: PeerCredentials
  /// What the peer called itself in `hello`.
  var clientName: String?
  private(set) var isClosed = false
  /// Nobody is left to read an answer; what was asked for before is still done.
  private(set) var isPeerGone = false

  private let connection: Connection
  /// A circle while the session lives; `close` takes the session out of the server's list.
  private let server: Server
  private var framer: LineFramer
  private var outgoing: [UInt8] = []
  private var isDirty = false
  private var inputEnded = false

  /// The client has closed its end, or may say nothing more.
  var hasInputEnded: Bool { inputEnded }

  /// Requests started and not answered.
  private var inFlight = 0
  /// Lines of one read that have to wait: for a place among the requests in flight, or until the peer has taken answers.
  private var waitingLines: Deque<[UInt8]> = []
  private var isTakingLines = false

  private var writesStarted: UInt64 = 0
  private var writesEnded: UInt64 = 0
  /// Reads behind this session's own writes, oldest first, each with the number of the last write before it.
  private var deferredReads: Deque<(after: UInt64, run: () -> Void)> = []

  /// Long polls by request id, oldest first, for `$/cancelRequest`.
  private var longPolls: [(id: RequestID, token: UInt64, cancel: () -> Void)] = []
  private var nextLongPoll: UInt64 = 0
  private var stallTimer: LoopTimer?

  init(number: UInt64, connection: Connection, server: Server) {
    self.number = number
    self.connection = connection
    self.server = server
    peer = connection.peer
    framer = LineFramer(maximumLineBytes: server.configuration.limits.lineBytes)
  }

  /// What the peer is told of.
  var subscriptions: [Subscription] = []

  /// Bytes of one answer line at most.
  var answerLimit: Int { server.configuration.limits.answerBytes }

  /// The user that the session's jobs belong to.
  var userID: String { String(peer.uid) }

  func start() {
    connection.onBytes = { [weak self] in self?.received($0) }
    connection.onEnd = { [weak self] in self?.inputDidEnd($0) }
    connection.onDrain = { [weak self] in self?.drained() }
    connection.onWriteFailure = { [weak self] in self?.peerIsGone($0) }
    connection.startReading()
  }

  /// Says why the peer may not stay, and closes.
  func refuse(_ error: RPCError) {
    connection.onDrain = { [weak self] in self?.close() }
    connection.onWriteFailure = { [weak self] _ in self?.close() }
    answer { Reply.appendError(id: .null, error, to: &$0) }
    inputEnded = true
  }

  /// Takes no more requests, and closes once every answer has left.
  func closeWhenFlushed() {
    connection.stopReading()
    waitingLines.removeAll()
    inputEnded = true
    closeIfDone()
  }

  // MARK: Input

  private func received(_ bytes: UnsafeRawBufferPointer) {
    server.metrics.bytesReceived += UInt64(bytes.count)
    server.turn {
      framer.feed(chunk: bytes) { take($0) }
      adjustReading()
    }
  }

  private func inputDidEnd(_ end: Connection.End) {
    server.turn {
      if case .failed(let error) = end { return peerIsGone(error) }
      // A line without its newline is still a request: `printf … | nc` sends such.
      framer.finish { take($0) }
      inputEnded = true
      endWaitsOfAbsentPeer()
      closeIfDone()
    }
  }

  /// Ends the waits of a peer that has gone away: they would keep its place among the connections until they time out.
  ///
  /// Bytes that a peer sent before it went are still read, and its requests done.
  func endWaitsOfAbsentPeer() {
    guard !isClosed, connection.isPeerGone else { return }
    isPeerGone = true
    cancelWaits()
  }

  /// Closes the session of a peer that has gone away, unless it left requests behind that are not under way yet.
  func closeIfAbandoned() {
    endWaitsOfAbsentPeer()
    if isPeerGone, waitingLines.isEmpty, inputEnded || !connection.hasUnreadBytes { close() }
  }

  /// It listens, and has nothing more to say: that it went away is noticed only by looking.
  var onlyListens: Bool { inputEnded && !isClosed && !subscriptions.isEmpty }

  private func take(_ frame: LineFramer.Frame) {
    guard !isClosed else { return }
    switch frame {
    case .oversize(let size):
      let error = RPCError.messageTooLarge(limit: server.configuration.limits.lineBytes, atLeast: size)
      badLine(error)
    case .line(let bytes):
      if mayProcess, waitingLines.isEmpty {
        process(bytes)
      } else if let cancelled = Self.cancellation(in: bytes, server.envelopeLimits) {
        // Ahead of the lines that wait: it is what makes room for them.
        server.cancelRequest(cancelled, in: self)
      } else {
        waitingLines.append([UInt8](bytes))
      }
    }
  }

  /// The parameters of a line that is a `$/cancelRequest`.
  private static func cancellation(in line: UnsafeRawBufferPointer, _ limits: EnvelopeLimits) -> RawJSON?? {
    guard case .single(.call(let request)) = Envelope.decode(line, limits: limits), request.isNotification,
      request.method == Server.cancelMethod
    else { return nil }
    return .some(request.params)
  }

  private func process(_ line: UnsafeRawBufferPointer) {
    switch Envelope.decode(line, limits: server.envelopeLimits) {
    case .rejected(let error): badLine(error)
    case .single(let message):
      start(message, batch: nil, place: 0)
    case .batch(let messages):
      let batch = BatchReply(session: self, count: messages.count)
      for (place, message) in messages.enumerated() { start(message, batch: batch, place: place) }
    }
  }

  /// Answers a line that is no request.
  private func badLine(_ error: RPCError) {
    server.metrics.badLine(error.kind)
    answer { Reply.appendError(id: .null, error, to: &$0) }
  }

  private func start(_ message: Message, batch: BatchReply?, place: Int) {
    switch message {
    case .response:
      // A reply to nothing we asked. Answering it could start an endless exchange of errors.
      batch?.fill(place, with: nil)
    case .invalid(let error, let id):
      server.metrics.badLine(error.kind)
      inFlight += 1
      Responder(session: self, id: id, batch: batch, place: place).fail(error)
    case .call(let request):
      inFlight += 1
      server.dispatch(request, in: self, batch: batch, place: place)
    }
  }

  /// A request was answered (a notification: done with).
  func requestEnded() {
    inFlight -= 1
    processWaitingLines()
    adjustReading()
    closeIfDone()
  }

  /// Lines that may wait before no more are read.
  private static let linesReadAhead = 16

  /// Answers not taken by the peer yet, in bytes.
  private var unsentBytes: Int { outgoing.count + connection.unsentBytes }

  /// Small requests can have large answers: a peer that does not read them gets no more of its requests worked on.
  ///
  /// Events stop far below, so that a peer that is slow with them is neither cut off nor kept from asking.
  private var mayProcess: Bool {
    inFlight < server.configuration.limits.inFlight && unsentBytes <= server.configuration.limits.outgoingHighWater
  }

  private func processWaitingLines() {
    guard !isTakingLines else { return }
    isTakingLines = true
    while !isClosed, mayProcess, let line = waitingLines.popFirst() {
      line.withUnsafeBytes { process($0) }
    }
    isTakingLines = false
  }

  /// Reads while the peer has room for more requests and takes its answers.
  private func adjustReading() {
    guard !isClosed, !inputEnded else { return }
    // A few lines are read ahead even when all places are taken: a cancellation may be among them.
    let isStalled = unsentBytes > server.configuration.limits.outgoingHighWater
    if !isStalled, waitingLines.count < Self.linesReadAhead {
      connection.startReading()
    } else {
      connection.stopReading()
    }
  }

  // MARK: Order of reads and writes

  /// Runs `read` once the writes that this session has started are on disk.
  func afterOwnWrites(_ read: @escaping () -> Void) {
    if writesStarted == writesEnded { read() } else { deferredReads.append((writesStarted, read)) }
  }

  func writeStarted() { writesStarted += 1 }

  /// The oldest write under way has ended; the store answers in order.
  func writeEnded() {
    writesEnded += 1
    while let next = deferredReads.first, next.after <= writesEnded {
      deferredReads.removeFirst()
      next.run()
    }
  }

  // MARK: Long polls

  /// Notes a request that waits, so that `$/cancelRequest` finds it. Forget it with the token.
  func addLongPoll(_ id: RequestID?, cancel: @escaping () -> Void) -> UInt64 {
    nextLongPoll += 1
    longPolls.append((id ?? .null, nextLongPoll, cancel))
    return nextLongPoll
  }

  func removeLongPoll(_ token: UInt64) {
    longPolls.removeAll { $0.token == token }
  }

  private func cancelWaits() {
    let waits = longPolls
    longPolls.removeAll()
    for wait in waits { wait.cancel() }
  }

  /// Cancels the oldest waiting request with that id, if there is one.
  func cancelRequest(_ id: RequestID) {
    longPolls.first { $0.id.isEquivalent(to: id) }?.cancel()
  }

  // MARK: Output

  /// Appends one answer line; it leaves at the end of the turn, together with the others.
  func answer(_ write: (inout [UInt8]) -> Void) {
    guard !isClosed else { return }
    write(&outgoing)
    if !isDirty {
      isDirty = true
      server.markDirty(self)
    }
  }

  var hasRoomForEvents: Bool { !isClosed && unsentBytes <= server.configuration.limits.eventHighWater }

  /// The peer has taken what it was sent: it can be told what it missed meanwhile.
  private func tellEvents() {
    if !subscriptions.isEmpty, hasRoomForEvents { server.subscriptions.receiverHasRoom(self) }
  }

  /// Hands the answers of this turn to the connection.
  func flush() {
    isDirty = false
    guard !isClosed else { return }
    server.metrics.bytesSent += UInt64(outgoing.count)
    connection.send(outgoing)
    outgoing.removeAll(keepingCapacity: outgoing.capacity <= 1 << 20)
    if connection.unsentBytes > server.configuration.limits.outgoingHighWater { startStallTimer() }
    tellEvents()
    processWaitingLines()
    adjustReading()
    closeIfDone()
  }

  private func drained() {
    server.turn {
      stallTimer?.disarm()
      tellEvents()
      processWaitingLines()
      adjustReading()
      closeIfDone()
    }
  }

  /// A reader that takes nothing for the whole limit is cut off: its answers must not fill the daemon's memory.
  private func startStallTimer() {
    do {
      let timer = try stallTimer ?? LoopTimer(loop: server.loop)
      stallTimer = timer
      let before = connection.unsentBytes
      timer.arm(afterMilliseconds: UInt64(server.configuration.limits.stallSeconds) * 1000) { [weak self] in
        guard let self, !isClosed else { return }
        if connection.unsentBytes >= before {
          server.logger.warning("client takes no answers; connection closed", metadata: logMetadata)
          close()
        } else if connection.unsentBytes > 0 {
          startStallTimer()
        }
      }
    } catch {
      server.logger.error("no timer for a stalled client; connection closed: \(error)", metadata: logMetadata)
      close()
    }
  }

  // MARK: End

  private func peerIsGone(_ error: LoopError) {
    server.logger.debug("client is gone: \(error)", metadata: logMetadata)
    close()
  }

  /// Closes once the peer has said all and has been told all.
  private func closeIfDone() {
    guard inputEnded, inFlight == 0, waitingLines.isEmpty, outgoing.isEmpty, connection.unsentBytes == 0 else { return }
    guard subscriptions.isEmpty || isPeerGone else { return server.listenerWatch.add(self) }
    close()
  }

  /// Ends the session. Its jobs go on; its waits and subscriptions do not.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    waitingLines.removeAll()
    deferredReads.removeAll()
    cancelWaits()
    for subscription in subscriptions { server.subscriptions.remove(subscription) }
    stallTimer?.close()
    stallTimer = nil
    connection.close()
    server.sessionClosed(self)
  }
}
