/// Whether the disk of the state directory has room.
nonisolated enum DiskCheck {
  /// Less room than that needs attention: 256 MiB.
  static let leastBytes: Int64 = 256 << 20
  /// And less than that share of the disk.
  static let leastShare = 0.01

  /// - Parameter space: bytes that can be written, and bytes of the whole disk; nil when the system does not tell.
  static func check(_ space: (free: Int64, total: Int64)?, directory: String) -> (HealthReport.Level, String) {
    guard let space else {
      return (.degraded, "The disk of '\(directory)' does not tell how much room it has. Check that it is mounted.")
    }
    let share = Double(space.free) / Double(max(space.total, 1))
    let text = "\(space.free >> 20) MiB of \(space.total >> 20) MiB are free on the disk of '\(directory)'."
    if space.free < leastBytes || share < leastShare {
      return (.degraded, text + " Make room: when it is full, no change can be stored.")
    }
    return (.healthy, text)
  }
}
