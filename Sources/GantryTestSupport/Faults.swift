import Glibc
import Synchronization

/// Makes the disk and the clock of a daemon misbehave, through a library that is preloaded into it (`Tests/Faults`).
///
/// Everything can be changed while the daemon runs, and holds for its next start as well. Used by one thread at a time.
public final class Faults {
  /// The files whose writes and syncs are meant.
  public struct Files: OptionSet, Sendable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// The database itself.
    public static let database = Files(rawValue: 1)
    /// Its write-ahead log.
    public static let log = Files(rawValue: 2)
  }

  /// The members of `struct gantry_faults`, in its order.
  private enum Field: Int, CaseIterable {
    case files, failingSyncs, syncError, holdsSyncs, failingWriteInterval, writeError, clockOffset, keepsImages, syncs
    case writes, failures
  }

  /// Readies a daemon's environment for faults; none happens before it is asked for.
  public let environment: [String: String]
  private let directory: TemporaryDirectory
  private let fields: UnsafeMutablePointer<Atomic<Int64>>
  private static var bytes: Int { Field.allCases.count * MemoryLayout<Int64>.size }

  public init() throws(TestFailure) {
    directory = try TemporaryDirectory()
    let path = try directory.write("faults", [UInt8](repeating: 0, count: Self.bytes))
    environment = ["LD_PRELOAD": try Programs.path("libgantryfaults.so"), "GANTRY_FAULTS": path]
    let file = open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { throw TestFailure("opening \(path)", errno: errno) }
    defer { close(file) }
    let map = mmap(nil, Self.bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
    guard let map, map != MAP_FAILED else { throw TestFailure("mmap \(path)", errno: errno) }
    fields = map.bindMemory(to: Atomic<Int64>.self, capacity: Field.allCases.count)
  }

  deinit { munmap(fields, Self.bytes) }

  private subscript(field: Field) -> Int64 {
    get { fields[field.rawValue].load(ordering: .sequentiallyConsistent) }
    set { fields[field.rawValue].store(newValue, ordering: .sequentiallyConsistent) }
  }

  /// Lets the next `count` syncs of these files fail with EIO; all until `heal` when nil.
  public func failSyncs(of files: Files, count: Int? = nil) {
    self[.syncError] = Int64(EIO)
    self[.files] = files.rawValue
    self[.failingSyncs] = count.map { Int64($0) } ?? -1
  }

  /// Keeps whoever syncs these files waiting until `heal`.
  public func holdSyncs(of files: Files) {
    self[.files] = files.rawValue
    self[.holdsSyncs] = 1
  }

  /// Lets every so many-th write to these files fail with the `errno` value.
  public func failWrites(to files: Files, every interval: Int, with error: Int32) {
    self[.writeError] = Int64(error)
    self[.files] = files.rawValue
    self[.failingWriteInterval] = Int64(interval)
  }

  /// Lets everything go well again.
  public func heal() {
    self[.failingSyncs] = 0
    self[.holdsSyncs] = 0
    self[.failingWriteInterval] = 0
  }

  /// Copies each file to `NAME.synced` whenever it was synced: what a power cut leaves of it.
  public func keepImages(of files: Files) {
    self[.files] = files.rawValue
    self[.keepsImages] = 1
  }

  /// How far the daemon's time of day is off.
  public var clockOffsetMilliseconds: Int64 {
    get { self[.clockOffset] }
    set { self[.clockOffset] = newValue }
  }

  /// Syncs of the files that are meant, those that failed included.
  public var syncs: Int64 { self[.syncs] }

  /// Syncs and writes that were made to fail.
  public var failures: Int64 { self[.failures] }
}
