/// What the content of one file says about its language: all that counting it again needs, without reading it again.
///
/// It depends on the file's path, content and permissions, on the rules, and on the `.gitattributes` of the tree.
enum LanguageFinding: Hashable, Sendable {
  /// It counts for no language.
  case nothing
  /// It counts for one.
  case counted(language: Int, kind: SkillEvidence.Kind, what: String, line: Int?)
  /// The first `skipped` meanings of its extension are ruled out; the others depend on the languages of the whole tree.
  case undecided(skipped: Int)
}
