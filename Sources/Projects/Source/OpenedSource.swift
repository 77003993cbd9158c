/// A source tree, and what its reader should know about how it came.
struct OpenedSource {
  var tree: any SourceTree
  /// True for files in a directory, which change without a commit.
  var isWorkTree = false
  /// Sentences for the result of the job.
  var warnings: [String]
}
