import GantryTestSupport
import Glibc
import SQLite
import Testing

/// The daemon dies at any moment, and everything it has said stays true. Arguments are seeds: a failure repeats.
@Suite struct CrashStormTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func nothingThatWasAcknowledgedIsLostByThirtyKills(seed: UInt64) throws {
    let storm = try CrashStorm(seed: seed)
    for _ in 0..<30 { try storm.round(answers: storm.random.pick(0..<60)) }
    try storm.finish()
    #expect(storm.acknowledged > 100)
    #expect(storm.refused == 0)
  }

  /// What was refused must not come back either: a commit whose fsync fails leaves all of its rows in the log.
  @Test(arguments: [11, 12, 13] as [UInt64])
  func whatIsRefusedByAFailingDiskDoesNotComeBackAndWhatIsAcceptedStays(seed: UInt64) throws {
    let faults = try Faults()
    let storm = try CrashStorm(seed: seed, faults: faults)
    for _ in 0..<12 {
      let answers = 10 + storm.random.pick(0..<40)
      try storm.round(answers: answers, hearsAll: storm.random.isOne(in: 2)) { answer in
        // Well for a while, then ill until the kill or the next change.
        guard answer > 0, answer.isMultiple(of: 8) else { return }
        faults.heal()
        switch storm.random.pick(0..<6) {
        case 0: faults.failSyncs(of: .log, count: 1 + storm.random.pick(0..<40))
        case 1: faults.failSyncs(of: [.log, .database])
        case 2: faults.failSyncs(of: .database, count: 3)
        case 3: faults.failWrites(to: .log, every: 1 + storm.random.pick(0..<30), with: ENOSPC)
        case 4: faults.failWrites(to: [.log, .database], every: 1 + storm.random.pick(0..<30), with: EIO)
        default: break
        }
      } afterKill: {
        faults.heal()
      }
    }
    try storm.finish()
    #expect(storm.acknowledged > 50)
    #expect(storm.refused > 20)
    #expect(faults.failures > 20)
  }

  /// Power goes: of what was never synced, any pages are on the disk and any are not.
  @Test(arguments: [21, 22] as [UInt64])
  func aPowerCutTakesNothingThatWasAcknowledged(seed: UInt64) throws {
    let faults = try Faults()
    faults.keepImages(of: [.log, .database])
    let storm = try CrashStorm(seed: seed, faults: faults)
    for _ in 0..<15 {
      try storm.round(answers: storm.random.pick(0..<60)) { _ in
      } afterKill: {
        for name in ["", "-wal"] {
          try PowerCut.happen(to: storm.databasePath + name, using: &storm.random)
        }
        unlink(storm.databasePath + "-shm")
      }
    }
    try storm.finish()
    #expect(storm.acknowledged > 50)
    #expect(faults.syncs > 100)
  }
}
