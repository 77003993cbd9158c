/// Why a history does not reach back to the beginning of the plan, or has holes.
enum HistoryGap: Hashable {
  /// The clone is shallow: commits before its boundary are not here.
  case shallow
  /// Older versions were left out at a limit, which is named.
  case limit(String)
  /// Versions whose content is not in the repository, as in a partial clone.
  case missingContent(Int)

  /// Stable name.
  var kind: String {
    switch self {
    case .shallow: "shallow"
    case .limit: "limit"
    case .missingContent: "missing_content"
    }
  }

  /// A sentence.
  var message: String {
    switch self {
    case .shallow:
      "The clone is shallow, so the history begins at its oldest commit. Run 'git fetch --unshallow' there, and refresh."
    case .limit(let limit): "Older versions of the plan were left out: \(limit)."
    case .missingContent(let count):
      "\(count) versions of the plan are not in the repository, which is a partial clone, and were passed over."
    }
  }
}
