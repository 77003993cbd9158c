import GantryProtocol
import JSON
import JSONRPC

extension GantryClient {
  /// Events as they happen, over connections of their own: a slow reader holds up no call, and nothing is kept for it
  /// beyond a few hundred events; the daemon replays the rest.
  ///
  /// ```swift
  /// for try await case .happened(let event) in gantry.subscribe(events: ["job."]) { print(event.type) }
  /// ```
  ///
  /// When the daemon restarts or the connection breaks, the sequence connects again and goes on behind the last event
  /// that it has given out. It ends when its task is cancelled. Each iteration subscribes anew.
  ///
  /// - Parameters:
  ///   - events: names of events, or beginnings of names that end in a dot; nil for all.
  ///   - projectID: only what concerns this project and its jobs.
  ///   - jobID: only what concerns this job.
  ///   - sinceSeq: begin behind the event of this number, 0 with the oldest that is kept; nil begins now.
  ///   - patience: how long to look for a daemon that is gone before the sequence fails.
  public func subscribe(
    events: [String]? = nil, projectID: String? = nil, jobID: String? = nil, sinceSeq: Int64? = nil,
    patience: Duration = .seconds(30)
  ) -> EventSequence {
    EventSequence(
      socketPath: socketPath,
      params: .init(events: events, projectID: projectID, jobID: jobID, sinceSeq: sinceSeq), patience: patience)
  }
}

/// The events of a subscription; see ``GantryClient/subscribe(events:projectID:jobID:sinceSeq:patience:)``.
public struct EventSequence: AsyncSequence, Sendable {
  public typealias Element = GantryEvent
  public typealias Failure = GantryError

  let socketPath: String
  let params: Subscribe.Params
  let patience: Duration

  public func makeAsyncIterator() -> Iterator { Iterator(self) }

  /// One subscription, over as many connections as it takes.
  public struct Iterator: AsyncIteratorProtocol {
    private var params: Subscribe.Params
    private let socketPath: String
    private let patience: Duration
    private var link: Link?

    /// Events that wait in this process before the daemon is left to keep the rest.
    private static let room = 256

    init(_ sequence: EventSequence) {
      params = sequence.params
      socketPath = sequence.socketPath
      patience = sequence.patience
    }

    /// The next event; nil once the task is cancelled.
    ///
    /// - Throws: ``GantryError``: the daemon refused the subscription, or it did not come back in time.
    public mutating func next(
      isolation actor: isolated (any Actor)? = #isolation
    ) async throws(GantryError) -> GantryEvent? {
      while true {
        guard let link else {
          if Task.isCancelled { return nil }
          if let gap = try await connect(isolation: actor) { return gap }
          continue
        }
        do throws(GantryError) {
          guard let raw = try await link.channel.nextEvent() else { return nil }
          return try read(raw)
        } catch {
          guard case .closed = error else { throw error }
          self.link = nil
        }
      }
    }

    private mutating func read(_ raw: RawJSON) throws(GantryError) -> GantryEvent {
      do {
        let event = try EventObject(json: try raw.parsed(limits: JSONLimits(maximumDepth: JSONLimits.deepest)))
        params.sinceSeq = event.seq
        return event.type == "gap" ? .missed(nextSeq: event.seq + 1) : .happened(event)
      } catch {
        throw .protocolViolation("an event has another shape: \(error)")
      }
    }

    /// Connects and subscribes, again and again until it succeeds or the patience ends. Returns a gap, if there is one.
    private mutating func connect(isolation actor: isolated (any Actor)?) async throws(GantryError) -> GantryEvent? {
      let deadline = Deadline.after(patience)
      var pause: Duration = .milliseconds(50)
      while true {
        do throws(GantryError) {
          let channel = try await Channel.open(path: socketPath, timeout: .seconds(5), eventRoom: Self.room)
          let link = Link(channel: channel)
          let result = try await Subscribe.decodeResult(
            channel.call(Subscribe.name, params: RawJSON(params), timeout: GantryClient.defaultTimeout).get())
          self.link = link
          if let gap = result.gap {
            params.sinceSeq = gap.oldestSeq - 1
            return .missed(nextSeq: gap.oldestSeq)
          }
          // What happens before the first event comes is not lost either.
          if params.sinceSeq == nil { params.sinceSeq = result.seq }
          return nil
        } catch {
          guard Self.mayPass(error), !deadline.hasPassed else { throw error }
        }
        do {
          try await Task.sleep(for: pause)
        } catch {
          return nil
        }
        pause = Swift.min(pause * 2, .seconds(2))
      }
    }

    /// Whether a daemon that comes back would help.
    private static func mayPass(_ error: GantryError) -> Bool {
      switch error {
      case .cannotConnect, .closed, .timeout: true
      case .rpc(let error): error.kind == "shuttingDown" || error.kind == "tooManyConnections"
      case .protocolViolation(_), .cancelled: false
      }
    }
  }

  /// Ends the connection with the last iterator that uses it.
  private final class Link: Sendable {
    let channel: Channel
    init(channel: Channel) { self.channel = channel }
    deinit { channel.close() }
  }
}
