/// Why a history does not reach back to the beginning of the plan, or has holes.
enum HistoryGap: Hashable {
  /// The clone is shallow: commits before its boundary are not here.
  case shallow
  /// Older versions were left out at a limit, which is named.
  case limit(String)
  /// Versions whose content is not in the repository, as in a partial clone.
  case missingContent(Int)
  /// The mirror of a remote holds one commit.
  case mirror
  /// The plan is merged from several files, whose pasts are not put together.
  case severalFiles(Int)
  /// Git could not read it, for the reason it gave.
  case unreadable(String)
  /// As an earlier reading told it.
  case told(kind: String, message: String)

  /// Stable name.
  var kind: String {
    switch self {
    case .shallow: "shallow"
    case .limit: "limit"
    case .missingContent: "missing_content"
    case .mirror: "mirror"
    case .severalFiles: "several_files"
    case .unreadable: "unreadable"
    case .told(let kind, _): kind
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
    case .mirror:
      "Of a remote repository only the newest commit is fetched, so the history has what refreshes found. "
        + "A local clone has all of it."
    case .severalFiles(let count):
      "The plan is made of \(count) files, so the history has what refreshes found. To follow one of them, set plan_path."
    case .unreadable(let reason): "Git could not read the history: \(reason)"
    case .told(_, let message): message
    }
  }
}
