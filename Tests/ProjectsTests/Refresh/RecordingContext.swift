import JobModel
import Synchronization

/// A job's line to the daemon that keeps what it is told, and can cancel the job when a stage begins.
final class RecordingContext: JobContext {
  private let reports = Mutex<[JobProgress]>([])
  private let logged = Mutex<[UInt8]>([])
  private let cancelsAt: String?

  init(cancelAt stage: String? = nil) {
    cancelsAt = stage
  }

  var isCancelled: Bool {
    guard let cancelsAt else { return false }
    return reports.withLock { $0.contains { $0.stage == cancelsAt } }
  }

  func report(_ progress: JobProgress) {
    reports.withLock { $0.append(progress) }
  }

  func log(_ text: [UInt8]) { logged.withLock { $0 += text } }

  /// Everything logged.
  var text: String { String(decoding: logged.withLock { $0 }, as: UTF8.self) }

  var fractions: [Double] { reports.withLock { $0.map(\.fraction) } }

  /// The stages in their order, each once.
  var stages: [String] {
    reports.withLock { reports in
      reports.map(\.stage).reduce(into: []) { stages, stage in
        if stages.last != stage { stages.append(stage) }
      }
    }
  }
}
