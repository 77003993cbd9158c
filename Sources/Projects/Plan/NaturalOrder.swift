/// Orders names as people number them: `phase-2` before `phase-10`.
enum NaturalOrder {
  /// Compares bytes, and runs of digits by their value; a tie falls back to the bytes alone, so the order is total.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      if left[i].isASCIIDigit, right[j].isASCIIDigit {
        let first = digits(left, &i)
        let second = digits(right, &j)
        if first.count != second.count { return first.count < second.count }
        if first != second { return first.lexicographicallyPrecedes(second) }
      } else {
        if left[i] != right[j] { return left[i] < right[j] }
        i += 1
        j += 1
      }
    }
    if i < left.count || j < right.count { return j < right.count }
    return left.lexicographicallyPrecedes(right)
  }

  /// The run of digits at `position` without its leading zeros; `position` moves behind it.
  private static func digits(_ bytes: [UInt8], _ position: inout Int) -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
    return bytes[start..<position].drop { $0 == 0x30 }
  }
}
