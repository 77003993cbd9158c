import JobModel

/// Puts the times of commits in the order of the commits, where clocks were wrong.
enum CommitTimes {
  /// Times that never go back, none after `limit`: as many as can be keep theirs (a longest non-decreasing subsequence);
  /// each of the others gets that of the last one before it which was kept, or the first one kept.
  ///
  /// - Parameter floor: what the first one follows.
  static func ordered(_ times: [Timestamp], floor: Timestamp?, limit: Timestamp) -> [Timestamp] {
    // For each length, the index of the smallest last element.
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: times.count)
    for index in times.indices where times[index] <= limit && times[index] >= (floor ?? times[index]) {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if times[tails[middle]] <= times[index] { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? tails[low - 1] : -1
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var isKept = [Bool](repeating: false, count: times.count)
    var index = tails.last ?? -1
    while index >= 0 {
      isKept[index] = true
      index = previous[index]
    }
    var last = floor ?? times.indices.first { isKept[$0] }.map { times[$0] } ?? limit
    return times.indices.map { index in
      if isKept[index] { last = times[index] }
      return last
    }
  }
}
