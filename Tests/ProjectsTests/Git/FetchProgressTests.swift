import Testing

@testable import Projects

@Suite struct FetchProgressTests {
  static let output =
    "remote: Counting objects: 100% (3/3), done.\nReceiving objects:   0% (0/4)\rReceiving objects:  50% (2/4)\r"
    + "Receiving objects:  50% (2/4)\rReceiving objects: 100% (4/4), 1.2 MiB | 3 MiB/s, done.\n"
    + "Resolving deltas:  50% (1/2)\rResolving deltas: 100% (2/2), done.\nFrom file:///x\n * branch HEAD -> FETCH_HEAD\n"

  @Test(arguments: [1, 7, 4096])
  func `the share grows over both phases, however the bytes are cut`(portion: Int) {
    var progress = FetchProgress()
    var shares: [Double] = []
    var rest = Array(Self.output.utf8)[...]
    while !rest.isEmpty {
      progress.read(rest.prefix(portion)) { shares.append($0) }
      rest = rest.dropFirst(portion)
    }
    #expect(shares == [0, 0.4, 0.8, 0.9, 1])
  }

  @Test(arguments: [
    "Receiving objects: 101% (x)\r", "Receiving objects: %\r", "Receiving objects: 99999999999999999999%\r", "\n",
  ])
  func `other texts report nothing`(text: String) {
    var progress = FetchProgress()
    progress.read(text.utf8) { _ in Issue.record("reported") }
  }
}
