import EventLoop
import Glibc
import Testing
import Threads

/// The loop belongs to the main thread, so these tests run one after another.
@MainActor @Suite(.serialized) struct LoopTests {
  @Test func aTimerFiresOnceAndLetsTheLoopEnd() throws {
    let loop = try Loop()
    let timer = try LoopTimer(loop: loop)
    var fired = 0
    timer.arm(afterMilliseconds: 1) {
      fired += 1
      timer.close()
    }
    loop.run()
    #expect(fired == 1)
    try loop.close()
  }

  @Test func aDisarmedTimerNeverFires() throws {
    let loop = try Loop()
    let silent = try LoopTimer(loop: loop)
    let later = try LoopTimer(loop: loop)
    var fired: [String] = []
    silent.arm(afterMilliseconds: 1) { fired.append("silent") }
    silent.disarm()
    later.arm(afterMilliseconds: 5) {
      fired.append("later")
      silent.close()
      later.close()
    }
    loop.run()
    #expect(fired == ["later"])
    try loop.close()
  }

  @Test func messagesOfManyThreadsArriveAllAndInTheOrderOfEachThread() throws {
    let loop = try Loop()
    let threads = 4
    let each = 5_000
    var received: [[Int]] = Array(repeating: [], count: threads)
    var count = 0
    var close: () -> Void = {}
    let mailbox = try Mailbox<(Int, Int)>(loop: loop) { messages in
      for (thread, number) in messages { received[thread].append(number) }
      count += messages.count
      if count == threads * each { close() }
    }
    close = { mailbox.close() }
    let sender = mailbox.sender
    let senders = (0..<threads).map { thread in
      WorkerThread(name: "sender") { for number in 0..<each { sender.send((thread, number)) } }
    }
    loop.run()
    for sender in senders { sender.join() }
    for numbers in received { #expect(numbers == Array(0..<each)) }
    try loop.close()
  }

  @Test func aMessageSentAfterTheCloseIsDropped() throws {
    let loop = try Loop()
    var received: [Int] = []
    let mailbox = try Mailbox<Int>(loop: loop) { received += $0 }
    mailbox.sender.send(1)
    mailbox.close()
    mailbox.sender.send(2)
    loop.run()
    #expect(received == [1])
    try loop.close()
  }

  @Test func aSignalArrivesOnTheLoop() throws {
    let loop = try Loop()
    let guardTimer = try LoopTimer(loop: loop)
    var arrived = 0
    var watcher: SignalWatcher?
    watcher = try SignalWatcher(loop: loop, signal: SIGUSR1) {
      arrived += 1
      watcher?.close()
      guardTimer.close()
    }
    // Keeps the loop alive until the signal comes; the watcher alone does not.
    guardTimer.arm(afterMilliseconds: 60_000) { watcher?.close() }
    kill(getpid(), SIGUSR1)
    loop.run()
    #expect(arrived == 1)
    try loop.close()
  }
}
