import JSON

/// Which changes in a repository make its watcher ask for a refresh.
public enum WatchInterest {
  /// Directories watched of one project at most.
  public static let maximumDirectories = 64

  /// True for a path, relative to the root, whose change may change the plan or the technologies: a file that may be
  /// the plan, a manifest, or the head of the repository.
  public static func includes(_ path: String, planPath: String?) -> Bool {
    if path == planPath || path == ".git/logs/HEAD" || path == ".gitattributes" { return true }
    let entry = TreeEntry(path: path, size: 1)
    return !PlanFinder.find(in: [entry]).isEmpty || !ManifestReaders.shared.readers(for: PathName(path)).isEmpty
  }

  /// The directories to watch, relative to the root, which is the empty text: those of the plan and the manifests that
  /// the last refresh has read, and those where a plan is looked for.
  ///
  /// - Parameters:
  ///   - reading: what the project's plan or skills were read from.
  public static func directories(planPath: String?, readings: [String?]) -> [String] {
    var directories = ["", ".git/logs", "docs"]
    func add(_ path: String) {
      let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
      if !directories.contains(directory), directories.count < maximumDirectories { directories.append(directory) }
    }
    if let planPath { add(planPath) }
    for reading in readings { Reading(reading)?.files.forEach(add) }
    return directories
  }
}
