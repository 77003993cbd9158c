import Logging

/// What a reload does to the job types.
nonisolated struct JobTypeChanges {
  let added: [String]
  let removed: [String]
  let changed: [String]

  init(
    from old: [String: ServerConfiguration.JobTypeSettings], to new: [String: ServerConfiguration.JobTypeSettings]
  ) {
    added = new.keys.filter { old[$0] == nil }.sorted()
    removed = old.keys.filter { new[$0] == nil }.sorted()
    changed = new.keys.filter { old[$0] != nil && old[$0] != new[$0] }.sorted()
  }

  /// For the log, without what there is nothing of.
  var metadata: Logger.Metadata {
    var metadata: Logger.Metadata = [:]
    for (key, types) in [("types_added", added), ("types_removed", removed), ("types_changed", changed)]
    where !types.isEmpty {
      metadata[key] = "\(types.joined(separator: " "))"
    }
    return metadata
  }
}
