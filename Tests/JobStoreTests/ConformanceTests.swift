import GantryTestSupport
import JobModel
import JobStore
import Testing

@Suite struct ConformanceTests {
  @Test("The SQLite store keeps every promise", arguments: StoreConformance.cases)
  func sqlite(_ promise: StoreConformance.Case) throws {
    let directory = try TemporaryDirectory()
    let path = directory.appending("queue.db")
    let store = try SQLiteStore.open(path: path)
    var bench = StoreBench(store: store, reader: try SQLiteReader.open(path: path))
    try promise.check(&bench)
    // Whatever a case did, the kept counts and the gates must be right afterwards.
    try DatabaseInvariants.check(path, now: bench.now)
    bench.reader.close()
    try bench.store.close()
  }

  @Test("The store of the tests keeps every promise", arguments: StoreConformance.cases)
  func inMemory(_ promise: StoreConformance.Case) throws {
    let store = InMemoryStore()
    var bench = StoreBench(store: store, reader: store.reader())
    try promise.check(&bench)
  }
}
