import JobModel

/// Says in 32 digits what a reading depends on: as long as it stays the same, reading again finds the same.
///
/// It covers who reads, the project's own settings, HEAD with its branch and, for a working tree, the files as far as
/// the readers look into them.
enum Fingerprint {
  static func make(
    reader: String, project: Project, position: CommitPosition, tree: ContentDigest? = nil
  ) -> String {
    var digest = ContentDigest()
    digest.add(reader)
    digest.add(project.source)
    digest.add(project.planPath)
    digest.add(position.oid)
    digest.add(position.branch)
    if let tree { digest.add(tree) }
    return digest.text
  }
}
