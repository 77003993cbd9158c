/// Whether the disk of the state directory has room.
nonisolated enum DiskCheck {
  /// Less room than that needs attention, in bytes, or on a small disk less than a tenth of it.
  static let leastBytes: Int64 = 256 << 20

  /// - Parameter space: bytes that can be written, and bytes of the whole disk; nil when the system does not tell.
  static func check(_ space: (free: Int64, total: Int64)?, directory: String) -> (HealthReport.Level, String) {
    guard let space else {
      return (.degraded, "The disk of '\(directory)' does not tell how much room it has. Check that it is mounted.")
    }
    let text = "\(space.free >> 20) MiB of \(space.total >> 20) MiB are free on the disk of '\(directory)'."
    if space.free < min(leastBytes, space.total / 10) {
      return (.degraded, text + " Make room: when it is full, no change can be stored.")
    }
    return (.healthy, text)
  }
}
