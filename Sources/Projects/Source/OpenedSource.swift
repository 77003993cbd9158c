/// A source tree, and what its reader should know about how it came.
struct OpenedSource {
  /// A repository with all its commits.
  struct Repository {
    var git: GitRunner
    var place: GitCall.Place
  }

  var tree: any SourceTree
  /// True for files in a directory, which change without a commit.
  var isWorkTree = false
  /// Where the past can be read; nil for a mirror, which holds one commit.
  var repository: Repository?
  /// Sentences for the result of the job.
  var warnings: [String]
}
