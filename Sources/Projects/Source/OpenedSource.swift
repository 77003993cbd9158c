/// A source tree, and what its reader should know about how it came.
struct OpenedSource {
  var tree: any SourceTree
  /// Sentences for the result of the job.
  var warnings: [String]
}
