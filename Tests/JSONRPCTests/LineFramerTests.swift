import JSONRPC
import Testing

@Suite("Cutting a stream into lines")
struct LineFramerTests {
  /// Feeds the chunks and returns the frames as text; an oversize line shows as `>n`.
  private func frames(_ chunks: [[UInt8]], limit: Int = 1 << 20, finish: Bool = true) -> [String] {
    var framer = LineFramer(maximumLineBytes: limit)
    var seen: [String] = []
    func note(_ frame: LineFramer.Frame) {
      switch frame {
      case .line(let bytes): seen.append(String(decoding: bytes, as: UTF8.self))
      case .oversize(let count): seen.append(">\(count)")
      }
    }
    for chunk in chunks { chunk.withUnsafeBytes { framer.feed(chunk: $0, note) } }
    if finish { framer.finish(note) }
    return seen
  }

  private func frames(_ chunks: String..., limit: Int = 1 << 20, finish: Bool = true) -> [String] {
    frames(chunks.map { Array($0.utf8) }, limit: limit, finish: finish)
  }

  @Test("Two messages in one chunk are two lines")
  func twoInOne() {
    #expect(frames("one\ntwo\n") == ["one", "two"])
  }

  @Test("A message in many chunks is one line")
  func manyChunks() {
    #expect(frames("o", "n", "", "e\ntw", "o\n") == ["one", "two"])
  }

  @Test("Wherever a stream is cut in two, and also byte by byte, the same lines come out")
  func everyBoundary() {
    let stream = Array("\u{FEFF}{\"a\":1}\r\n\n  \t\r\n{\"b\":\"\u{E9}\"}\n123456789012345678901\n{}\r\nlast".utf8)
    let expected = ["{\"a\":1}", "{\"b\":\"\u{E9}\"}", "{}", "last"]
    func withoutSizes(_ seen: [String]) -> [String] {
      #expect(seen.count { $0.hasPrefix(">") } == 1)
      return seen.filter { !$0.hasPrefix(">") }
    }
    for cut in 0...stream.count {
      #expect(withoutSizes(frames([Array(stream[..<cut]), Array(stream[cut...])], limit: 16)) == expected)
    }
    #expect(withoutSizes(frames(stream.map { [$0] }, limit: 16)) == expected)
  }

  @Test("A line of exactly the limit passes, with either terminator, and one byte more does not")
  func limit() {
    for whole in [true, false] {
      func run(_ text: String) -> [String] {
        frames(whole ? [Array(text.utf8)] : text.utf8.map { [$0] }, limit: 4)
      }
      #expect(run("1234\nok\n") == ["1234", "ok"])
      #expect(run("1234\r\nok\n") == ["1234", "ok"])
      #expect(run("1234") == ["1234"])
      #expect(run("12345\nok\n") == [">5", "ok"])
      #expect(run("12345\r\nok\n").last == "ok")
      #expect(run("12345").count == 1)
    }
  }

  @Test("A line ten times too long is reported once, early, and the next line is read")
  func tenTimes() {
    let chunk = [UInt8](repeating: 0x78, count: 100)
    var framer = LineFramer(maximumLineBytes: 150)
    var reports: [Int] = []
    var lines = 0
    func note(_ frame: LineFramer.Frame) {
      if case .oversize(let count) = frame { reports.append(count) } else { lines += 1 }
    }
    for _ in 0..<15 { chunk.withUnsafeBytes { framer.feed(chunk: $0, note) } }
    #expect(reports == [200])
    #expect(framer.discardedBytes == 1500)
    #expect(framer.isInsideLine)
    Array("\n{}\n".utf8).withUnsafeBytes { framer.feed(chunk: $0, note) }
    #expect(reports == [200])
    #expect(lines == 1)
    #expect(!framer.isInsideLine)
  }

  @Test("The byte order mark is skipped before the first line only")
  func byteOrderMark() {
    #expect(frames("\u{FEFF}{}\n") == ["{}"])
    #expect(frames("\n\u{FEFF}{}\n") == ["\u{FEFF}{}"])
    #expect(frames("{}\n\u{FEFF}{}\n") == ["{}", "\u{FEFF}{}"])
    #expect(frames("\u{FEFF}\n{}\n") == ["{}"])
  }

  @Test("The last line needs no newline, and nothing more comes of an empty stream")
  func endOfStream() {
    #expect(frames("{}") == ["{}"])
    #expect(frames("{}", finish: false) == [])
    #expect(frames("") == [])
    #expect(frames("{}\n") == ["{}"])
    #expect(frames("12345", limit: 4) == [">5"])
  }

  @Test("Only blanks make a line blank")
  func blanks() {
    #expect(frames(" \t \r\n\u{C}\n\u{A0}\n") == ["\u{C}", "\u{A0}"])
  }
}
