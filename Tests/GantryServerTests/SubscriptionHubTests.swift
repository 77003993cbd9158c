import GantryTestSupport
import JSON
import JobModel
import JobStore
import Logging
import Testing

@testable import GantryServer

/// The hub alone: a peer with a size, a log with an oldest event, and turns that the test takes.
@MainActor
@Suite("Telling subscriptions what happens")
struct SubscriptionHubTests {
  @MainActor
  private final class Peer: EventReceiver {
    var subscriptions: [Subscription] = []
    var room = Int.max
    var unread: [UInt8] = []
    var lines: [JSON] = []

    var hasRoomForEvents: Bool { unread.count < room }
    func answer(_ write: (inout [UInt8]) -> Void) { write(&unread) }

    /// Takes everything, as numbers of events; a gap is its two numbers, negative.
    func takeAll() throws -> [Int64] {
      defer { unread = [] }
      return try unread.split(separator: 0x0A).flatMap { line -> [Int64] in
        let params = try #require(try JSON.parse(Array(line))["params"])
        let number = try #require(params["seq"]?.intValue)
        guard params["type"] == "gap" else { return [number] }
        let from = try #require(params["data"]?["missed_from"]?.intValue)
        #expect(params["data"]?["missed_to"]?.intValue == number)
        return [-from, -number]
      }
    }
  }

  @MainActor
  private final class Stage {
    var log: [StoreEvent] = []
    var isBroken = false
    var pumps = 0
    private(set) var reads = 0
    var hub: SubscriptionHub!

    init() {
      hub = SubscriptionHub(
        newest: 0,
        read: { [unowned self] seq, limit throws(StoreError) in
          reads += 1
          if isBroken { throw StoreError(.io, "the disk is gone") }
          return Array(log.lazy.filter { $0.seq > seq }.prefix(limit))
        },
        clock: ManualClock(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        needsPump: { [unowned self] _ in pumps += 1 })
    }

    /// Commits events, as one transaction of which the loop hears.
    func commit(_ count: Int, kind: StoreEvent.Kind = .jobCreated) {
      let events = append(count, kind: kind)
      hub.note(events)
      hub.publish(events)
    }

    /// Commits events of which the loop has not heard yet.
    func append(_ count: Int, kind: StoreEvent.Kind = .jobCreated) -> [StoreEvent] {
      let first = (log.last?.seq ?? hub.newest) + 1
      let events = (0..<Int64(count)).map {
        StoreEvent(seq: first + $0, time: Timestamp(milliseconds: 0), kind: kind)
      }
      log += events
      return events
    }

    func subscribe(_ peer: Peer, names: [String]? = nil, from position: Int64? = nil) throws -> Subscription {
      let subscription = hub.add(try EventFilter(names: names), to: peer, from: position ?? hub.newest)
      hub.release(subscription)
      return subscription
    }
  }

  @Test("One that is up to date is told at once, and the store is not asked")
  func live() throws {
    let stage = Stage()
    let peer = Peer()
    _ = try stage.subscribe(peer)
    stage.commit(3)
    #expect(try peer.takeAll() == [1, 2, 3])
    #expect(stage.reads == 0)
    #expect(stage.pumps == 0)
  }

  @Test("One whose peer does not read is told the rest from the store, in order and once")
  func behind() throws {
    let stage = Stage()
    let peer = Peer()
    peer.room = 1000
    let other = Peer()
    _ = try stage.subscribe(peer)
    _ = try stage.subscribe(other)
    for _ in 0..<30 { stage.commit(20) }
    // Nobody else waits for it, and nothing is kept for it beyond its room and one event.
    #expect(try other.takeAll() == Array(1...600))
    #expect(peer.unread.count < 1500)
    var seen: [Int64] = []
    var turns = 0
    while seen.count < 600, turns < 10_000 {
      turns += 1
      seen += try peer.takeAll()
      stage.hub.receiverHasRoom(peer)
      stage.hub.pump()
      if turns % 10 == 0, turns < 100 { stage.commit(1, kind: .queuePaused) }
    }
    #expect(seen == Array(1...Int64(seen.count)))
    peer.room = .max
    stage.hub.receiverHasRoom(peer)
    while seen.count < stage.log.count, turns < 20_000 {
      turns += 1
      stage.hub.pump()
      seen += try peer.takeAll()
    }
    #expect(seen == stage.log.map(\.seq))
    // It has caught up: the next event comes without the store.
    let reads = stage.reads
    stage.commit(1)
    #expect(try peer.takeAll() == [stage.hub.newest])
    #expect(stage.reads == reads)
  }

  @Test("One turn replays one page, and subscriptions take turns")
  func pages() throws {
    let stage = Stage()
    stage.commit(500)
    let peers = [Peer(), Peer()]
    for peer in peers { _ = try stage.subscribe(peer, from: 0) }
    stage.hub.pump()
    #expect(try peers.map { try $0.takeAll().count } == [200, 0])
    stage.hub.pump()
    #expect(try peers.map { try $0.takeAll().count } == [0, 200])
    for _ in 0..<4 { stage.hub.pump() }
    #expect(try peers.map { try $0.takeAll().last } == [500, 500])
  }

  @Test("What the loop has not heard of is not replayed, so that answers come before events")
  func notAhead() throws {
    let stage = Stage()
    stage.commit(2)
    let unheard = stage.append(2)
    let peer = Peer()
    _ = try stage.subscribe(peer, from: 0)
    stage.hub.pump()
    #expect(try peer.takeAll() == [1, 2])
    stage.hub.note(unheard)
    stage.hub.publish(unheard)
    #expect(try peer.takeAll() == [3, 4])
  }

  @Test("Events that were cleaned up before they were told are a gap, all of them or the first")
  func gaps() throws {
    let stage = Stage()
    stage.commit(10)
    let peer = Peer()
    _ = try stage.subscribe(peer, from: 2)
    stage.log.removeFirst(5)
    stage.hub.pump()
    #expect(try peer.takeAll() == [-3, -5, 6, 7, 8, 9, 10])
    peer.room = 0
    stage.commit(3)
    stage.log.removeAll()
    peer.room = .max
    stage.hub.receiverHasRoom(peer)
    stage.hub.pump()
    #expect(try peer.takeAll() == [-11, -13])
    stage.commit(1)
    #expect(try peer.takeAll() == [14])
  }

  @Test("A store that cannot be read is tried again, and nothing is skipped")
  func broken() throws {
    let stage = Stage()
    stage.commit(3)
    stage.isBroken = true
    let peer = Peer()
    _ = try stage.subscribe(peer, from: 0)
    stage.hub.pump()
    stage.commit(1)
    #expect(try peer.takeAll() == [])
    let pumps = stage.pumps
    #expect(pumps > 1)
    stage.isBroken = false
    stage.hub.pump()
    #expect(try peer.takeAll() == [1, 2, 3, 4])
  }

  @Test("Nothing is told before a subscription's client knows its id, nor after its end")
  func heldAndEnded() throws {
    let stage = Stage()
    let peer = Peer()
    let subscription = stage.hub.add(try EventFilter(names: nil), to: peer, from: 0)
    stage.commit(2)
    #expect(try peer.takeAll() == [])
    stage.hub.release(subscription)
    stage.hub.pump()
    #expect(try peer.takeAll() == [1, 2])
    stage.hub.remove(subscription)
    stage.commit(1)
    stage.hub.release(subscription)
    stage.hub.pump()
    #expect(try peer.takeAll() == [])
    #expect(peer.subscriptions.isEmpty)
  }

  @Test("Where delivery begins, for every kind of number")
  func starts() {
    let stage = Stage()
    stage.commit(10)
    typealias Start = SubscriptionHub.Start
    let hub = stage.hub!
    #expect(hub.start(behind: 0, oldest: 4) == Start(position: 3, hasGap: false))
    #expect(hub.start(behind: 2, oldest: 4) == Start(position: 3, hasGap: true))
    #expect(hub.start(behind: 3, oldest: 4) == Start(position: 3, hasGap: false))
    #expect(hub.start(behind: 10, oldest: 4) == Start(position: 10, hasGap: false))
    #expect(hub.start(behind: 11, oldest: 4) == Start(position: 3, hasGap: true))
    #expect(hub.start(behind: 5, oldest: nil) == Start(position: 10, hasGap: true))
    #expect(hub.start(behind: .max, oldest: 12) == Start(position: 10, hasGap: true))
  }

  @Test("A filter lets through the kinds it names, and every kind has a bit of its own")
  func filters() throws {
    let kinds = StoreEvent.Kind.allCases
    func passed(_ names: [String]?) throws -> [StoreEvent.Kind] {
      let filter = try EventFilter(names: names)
      return kinds.filter { filter.matches(StoreEvent(seq: 1, time: Timestamp(milliseconds: 0), kind: $0)) }
    }
    #expect(try passed(nil) == kinds)
    for kind in kinds { #expect(try passed([kind.name]) == [kind]) }
    #expect(try passed(["queue."]) == [.queuePaused, .queueResumed])
    #expect(try passed(["project.", "job.failed"]).count == 4)
    for name in ["", ".", "job", "JOB.", "job.created."] {
      #expect(throws: EventFilter.UnknownName.self) { try EventFilter(names: [name]) }
    }
  }
}
