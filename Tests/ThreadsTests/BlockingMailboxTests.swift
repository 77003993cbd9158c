import Synchronization
import Testing
import Threads

@Suite struct BlockingMailboxTests {
  @Test func `messages of one sender keep their order`() {
    let mailbox = BlockingMailbox<Int>()
    for number in 0..<100 { mailbox.send(number) }
    #expect(mailbox.receive() == 0)
    #expect(mailbox.receiveAll() == Array(1..<100))
  }

  @Test func `one by one and all at once take from the same queue`() {
    let mailbox = BlockingMailbox<Int>()
    for number in 0..<4 { mailbox.send(number) }
    #expect(mailbox.receive() == 0)
    mailbox.send(4)
    #expect(mailbox.receive() == 1)
    #expect(mailbox.receiveAll() == [2, 3, 4])
    mailbox.send(5)
    #expect(mailbox.receive() == 5)
  }

  @Test func `a long queue is taken one by one in order`() {
    // Quadratic here would be ten billion moves.
    let mailbox = BlockingMailbox<Int>()
    for number in 0..<200_000 { mailbox.send(number) }
    var isInOrder = true
    for number in 0..<200_000 where mailbox.receive() != number { isInOrder = false }
    #expect(isInOrder)
  }

  @Test func `a closed mailbox takes nothing more and gives what it has`() {
    let mailbox = BlockingMailbox<Int>()
    #expect(mailbox.send(1))
    #expect(mailbox.send(2))
    mailbox.close()
    #expect(!mailbox.send(3))
    #expect(mailbox.receive() == 1)
    #expect(mailbox.receiveAll() == [2])
    #expect(mailbox.receiveAll() == nil)
    #expect(mailbox.receive() == nil)
  }

  @Test func `closing wakes every receiver that sleeps`() {
    let mailbox = BlockingMailbox<Int>()
    let ended = Atomic<Int>(0)
    withThreads(4, named: "receiver") { _ in
      while mailbox.receive() != nil {}
      ended.add(1, ordering: .relaxed)
    } meanwhile: {
      mailbox.close()
    }
    let count = ended.load(ordering: .relaxed)
    #expect(count == 4)
  }

  @Test func `no message is lost or doubled between many senders and receivers`() {
    let mailbox = BlockingMailbox<Int>()
    let senders = 8
    let each = 5000
    let received = Mutex<[Int]>([])
    withThreads(4, named: "receiver") { number in
      var mine: [Int] = []
      if number % 2 == 0 {
        while let message = mailbox.receive() { mine.append(message) }
      } else {
        while let messages = mailbox.receiveAll() { mine += messages }
      }
      received.withLock { [mine] in $0 += mine }
    } meanwhile: {
      withThreads(senders, named: "sender") { sender in
        for number in 0..<each { mailbox.send(sender * each + number) }
      }
      mailbox.close()
    }
    #expect(received.withLock { $0.sorted() } == Array(0..<senders * each))
  }

  @Test func `a lone receiver sees the messages of each sender in order`() {
    let mailbox = BlockingMailbox<(sender: Int, number: Int)>()
    let inOrder = Atomic<Bool>(true)
    withThreads(1, named: "receiver") { _ in
      var last = [Int](repeating: -1, count: 4)
      while let messages = mailbox.receiveAll() {
        for message in messages {
          if message.number != last[message.sender] + 1 { inOrder.store(false, ordering: .relaxed) }
          last[message.sender] = message.number
        }
      }
      if last != [1999, 1999, 1999, 1999] { inOrder.store(false, ordering: .relaxed) }
    } meanwhile: {
      withThreads(4, named: "sender") { sender in
        for number in 0..<2000 { mailbox.send((sender, number)) }
      }
      mailbox.close()
    }
    let wasInOrder = inOrder.load(ordering: .relaxed)
    #expect(wasInOrder)
  }
}

/// Runs `body` on `count` threads and `meanwhile` on this one; returns when all have ended.
private func withThreads(
  _ count: Int, named name: String, _ body: @escaping @Sendable (Int) -> Void, meanwhile: () -> Void = {}
) {
  let threads = (0..<count).map { number in WorkerThread(name: "\(name) \(number)") { body(number) } }
  meanwhile()
  for thread in threads { thread.join() }
}
