import Logging
import Testing

@testable import GantryServer

@Suite struct StderrLogHandlerTests {
  @Test func oneEventIsOneLineWhateverItHolds() {
    let line = StderrLogHandler.line(
      time: "T", level: .warning, message: "two\nlines \"quoted\"", metadata: ["b": "x y", "a": "1", "c": "q\"\n="])
    #expect(line == "T warning two\\nlines \"quoted\" a=1 b=\"x y\" c=\"q\\\"\\n=\"\n")
  }

  @Test func levelAndFormAreThoseOfAllCopies() {
    let handler = StderrLogHandler(level: .info)
    let copy = handler
    for level in Logger.Level.allCases {
      handler.logLevel = level
      #expect(copy.logLevel == level)
    }
    copy.format = .json
    #expect(handler.format == .json)
  }

  @Test func anEventIsOneJSONObjectWhereThatIsAskedFor() {
    let line = JSONLogLine.line(time: "T", level: .warning, message: "a\nb", metadata: ["b": "x \"y\"", "a": "1"])
    #expect(line == #"{"time":"T","level":"warning","message":"a\nb","a":"1","b":"x \"y\""}"# + "\n")
  }

  @Test func aLongLineOfJSONIsStillJSON() throws {
    let long = String(repeating: "\u{1}", count: 10_000)
    let line = JSONLogLine.line(time: "T", level: .info, message: long, metadata: ["a": "\(long)", "job": "x"])
    #expect(line.utf8.count < 4096)
    #expect(line.hasPrefix("{"))
    #expect(line.hasSuffix(#""job":"x"}"# + "\n"))
  }

  @Test func controlCharactersCannotReachATerminal() {
    let line = StderrLogHandler.line(time: "T", level: .info, message: "\u{1B}[2J", metadata: [:])
    #expect(line == "T info \\u{1b}[2J\n")
    let others = StderrLogHandler.line(time: "T", level: .info, message: "\u{9B}2J\u{85}\u{2028}é", metadata: [:])
    #expect(others == "T info \\u{9b}2J\\u{85}\\u{2028}é\n")
  }
}
