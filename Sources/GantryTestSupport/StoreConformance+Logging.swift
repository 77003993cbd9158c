import JobModel
import JobStore

extension StoreConformance {
  static let logging: [Case] = [
    Case("A log is read back page by page, whatever its bytes are") { bench in
      _ = try bench.noop()
      let claimed = try bench.claimOne()
      let text: [UInt8] = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      for start in stride(from: 0, to: text.count, by: 700) {
        try bench.log(claimed, Array(text[start..<min(start + 700, text.count)]))
      }
      var read: [UInt8] = []
      while read.count < text.count {
        let page = try bench.reader.log(of: claimed.job.id, from: read.count, limit: 999)
        try bench.equal(page.offset, read.count, "offset")
        try bench.equal(page.totalBytes, text.count, "total")
        try bench.equal(page.firstOffset, 0, "first")
        guard !page.bytes.isEmpty else { throw TestFailure("an empty page before the end") }
        read += page.bytes
      }
      try bench.equal(read, text, "log")
      let end = try bench.reader.log(of: claimed.job.id, from: 99_999, limit: 10)
      try bench.equal(end, LogPage(offset: 5000, bytes: [], firstOffset: 0, totalBytes: 5000), "behind the end")
    },
    Case("The end of a log is kept, and its offsets stay") { bench in
      _ = try bench.noop()
      let claimed = try bench.claimOne()
      for number in 0..<100 { try bench.log(claimed, Array("line \(100 + number)\n".utf8), limit: 300) }
      let page = try bench.reader.log(of: claimed.job.id, from: 0, limit: 1000)
      try bench.equal(page.totalBytes, 900, "total")
      try bench.equal(page.offset, page.firstOffset, "offset")
      try bench.equal(page.offset + page.bytes.count, 900, "end of the page")
      guard page.bytes.count <= 300, page.bytes.count >= 100 else {
        throw TestFailure("kept \(page.bytes.count) bytes")
      }
      try bench.equal(Array(page.bytes.suffix(9)), Array("line 199\n".utf8), "last line")
    },
    Case("One portion larger than a log may be keeps its end") { bench in
      _ = try bench.noop()
      let claimed = try bench.claimOne()
      try bench.log(claimed, Array("first".utf8), limit: 1000)
      try bench.log(claimed, [UInt8](repeating: 1, count: 5000) + [2], limit: 1000)
      let page = try bench.reader.log(of: claimed.job.id, from: 0, limit: 10_000)
      try bench.equal(page.totalBytes, 5006, "total")
      try bench.equal(page.bytes.last, 2, "last byte")
      try bench.equal(page.bytes.count, 1000, "kept")
    },
    Case("What was dropped on the way leaves a gap that no page hides") { bench in
      _ = try bench.noop()
      let claimed = try bench.claimOne()
      try bench.log(claimed, Array("before".utf8))
      try bench.log(claimed, Array("after".utf8), skipped: 1000)
      let one = try bench.reader.log(of: claimed.job.id, from: 0, limit: 100)
      try bench.equal(one, LogPage(offset: 0, bytes: Array("before".utf8), firstOffset: 0, totalBytes: 1011), "one")
      let other = try bench.reader.log(of: claimed.job.id, from: 6, limit: 2000)
      try bench.equal(
        other, LogPage(offset: 1006, bytes: Array("after".utf8), firstOffset: 0, totalBytes: 1011), "other")
    },
    Case("An attempt that is over adds nothing to the log, and the next goes on behind it") { bench in
      _ = try bench.noop()
      let old = try bench.claimOne()
      try bench.log(old, Array("one".utf8))
      try bench.apply(.release(old.job.id, old.token))
      try bench.log(old, Array("late".utf8))
      let new = try bench.claimOne()
      try bench.log(new, Array("two".utf8))
      let page = try bench.reader.log(of: new.job.id, from: 0, limit: 100)
      try bench.equal(page.bytes, Array("onetwo".utf8), "log")
      let other = try bench.noop()
      try bench.equal(try bench.reader.log(of: other, from: 0, limit: 100), LogPage(), "a job without a log")
    },
  ]
}

extension StoreBench {
  mutating func log(_ claimed: ClaimedJob, _ bytes: [UInt8], skipped: Int = 0, limit: Int = 1 << 20) throws {
    try apply(.log(claimed.job.id, claimed.token, LogAppend(bytes: bytes, skipped: skipped, limit: limit)))
  }
}
