/// What the blocks of a plan hold besides boxes; it is looked at when there are none.
struct PlanLeads {
  /// A line with the section it stands in.
  struct Line {
    let range: Range<Int>
    let number: Int
    let section: Int?
  }

  struct Table {
    let header: Range<Int>
    let section: Int?
    var rows: [Line] = []
  }

  /// Rows of all tables and items with a word in front that are kept at most; there is no plan beyond.
  static let maximum = 20_000

  var tables: [Table] = []
  var rowsCount = 0
  /// First lines of list items that begin or end with a word or sign of state.
  var items: [Line] = []
  var frontMatter: FrontMatterFields?
}
