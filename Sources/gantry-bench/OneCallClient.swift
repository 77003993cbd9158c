import Glibc
import JSON

/// One request at a time, for what surrounds a measurement.
struct OneCallClient {
  private let descriptor: Int32
  private var number = 0

  init(socketPath: String) throws(BenchError) {
    descriptor = try LoadGenerator.connect(socketPath)
  }

  /// Sends a request, whose members besides `jsonrpc` and `id` are given, and returns its result.
  mutating func call(_ members: String) throws -> JSON {
    number += 1
    let line = Array("{\"jsonrpc\":\"2.0\",\"id\":\(number),\(members)}\n".utf8)
    guard write(descriptor, line, line.count) == line.count else { throw BenchError("a request could not be sent") }
    let reply = try JSON.parse(try readLine())
    guard let result = reply["result"] else { throw BenchError("a request was refused: \(reply)") }
    return result
  }

  mutating func completedJobs() throws -> Int {
    let status = try call(#""method":"queueStatus""#)
    guard let completed = status["completed"]?.intValue else {
      throw BenchError("queueStatus gave no count: \(status)")
    }
    return Int(completed)
  }

  /// Leaves the processors to the daemon for a moment.
  func pause() {
    poll(nil, 0, 2)
  }

  func close() {
    Glibc.close(descriptor)
  }

  private func readLine() throws(BenchError) -> [UInt8] {
    var line: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 60_000) > 0 else { throw BenchError("the daemon gave no answer for 60 s") }
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { throw BenchError("the daemon closed the connection") }
      line += chunk[..<count]
      if line.last == UInt8(ascii: "\n") { return line }
    }
  }
}
