import Testing

@testable import GantryServer

@Suite struct SlowRequestsTests {
  private let start: UInt64 = 5_000_000_000
  private let slow = SlowRequests.threshold + 1

  @Test func whatIsQuickHasNoLine() {
    var requests = SlowRequests()
    #expect(requests.note(from: start, to: start + SlowRequests.threshold) == nil)
  }

  @Test func manyWithinASecondShareALineAndTheNextOneCountsThem() {
    var requests = SlowRequests()
    #expect(requests.note(from: start, to: start + slow) == 0)
    for n in 1...3 { #expect(requests.note(from: start, to: start + slow + UInt64(n)) == nil) }
    let next = start + slow + SlowRequests.interval
    #expect(requests.note(from: start, to: next) == 3)
    #expect(requests.note(from: start, to: next + SlowRequests.interval) == 0)
  }
}
