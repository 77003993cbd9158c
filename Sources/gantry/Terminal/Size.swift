/// Amounts of bytes for people.
enum Size {
  /// In one binary unit: `512 B`, `4.0 KiB`, `1.2 GiB`.
  static func short(_ bytes: Int64) -> String {
    guard bytes >= 1024 else { return "\(bytes) B" }
    var value = Double(bytes) / 1024
    for unit in ["KiB", "MiB", "GiB"] {
      // What would be shown as 1024 belongs to the next unit.
      if value < 1023.95 { return "\(tenths(value)) \(unit)" }
      value /= 1024
    }
    return "\(tenths(value)) TiB"
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int64((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
