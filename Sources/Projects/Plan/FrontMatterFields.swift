/// What front matter says about progress.
///
/// Read are the keys at the left margin and, below `todos:` or `tasks:`, a list of mappings, which is how tools write it.
/// The rest of YAML is passed over: anchors and tags of strangers have no meaning here.
struct FrontMatterFields {
  struct Todo {
    var text = ""
    var status = ""
    var line = 0
    /// Of the line.
    var offset = 0
  }

  /// Keys in lower case with their values, quotes removed; the first of each counts.
  private(set) var values: [String: String] = [:]
  private(set) var lines: [String: (number: Int, offset: Int)] = [:]
  private(set) var todos: [Todo] = []
  private var isInTodos = false
  /// Column of the dashes of the todos; deeper ones belong to lists inside.
  private var todoColumn = 0

  /// - Parameters:
  ///   - lines: the lines between the fences, with their numbers.
  init(_ bytes: [UInt8], lines: [(range: Range<Int>, number: Int)], maximumTodos: Int) {
    for (range, number) in lines {
      let content = BlockStart.trimmed(bytes, range.lowerBound, range.upperBound)
      guard !content.isEmpty, bytes[content.lowerBound] != 0x23 else { continue }
      let isAtMargin = content.lowerBound == range.lowerBound
      let isItem = bytes[content.lowerBound] == 0x2D && (content.count == 1 || bytes[content.lowerBound + 1] == 0x20)
      if isInTodos, isItem || !isAtMargin {
        let column = content.lowerBound - range.lowerBound
        if isItem, todos.isEmpty { todoColumn = column }
        if isItem, column > todoColumn { continue }
        readTodo(bytes, content, number, begins: isItem, maximum: maximumTodos)
        continue
      }
      isInTodos = false
      guard isAtMargin, let (key, value) = Self.pair(bytes, content) else { continue }
      if key == "todos" || key == "tasks", value.isEmpty {
        isInTodos = true
      } else if values[key] == nil {
        values[key] = value
        self.lines[key] = (number, content.lowerBound)
      }
    }
  }

  private mutating func readTodo(_ bytes: [UInt8], _ content: Range<Int>, _ number: Int, begins: Bool, maximum: Int) {
    var content = content
    if begins {
      guard todos.count < maximum else { return }
      todos.append(Todo(line: number, offset: content.lowerBound))
      content = BlockStart.trimmed(bytes, content.lowerBound + 1, content.upperBound)
    }
    guard let last = todos.indices.last, let (key, value) = Self.pair(bytes, content) else { return }
    switch key {
    case "content", "title", "text", "name", "description": if todos[last].text.isEmpty { todos[last].text = value }
    case "id": if todos[last].text.isEmpty { todos[last].text = "" }
    case "status", "state": todos[last].status = value
    case "done", "completed": todos[last].status = value == "true" ? "done" : "todo"
    default: break
    }
  }

  /// `key: value`, the value without quotes and comment.
  private static func pair(_ bytes: [UInt8], _ content: Range<Int>) -> (key: String, value: String)? {
    guard let colon = bytes[content].firstIndex(of: 0x3A), colon > content.lowerBound, colon - content.lowerBound <= 64,
      colon + 1 == content.upperBound || bytes[colon + 1].isSpaceOrTab
    else { return nil }
    let key = String(decoding: bytes[content.lowerBound..<colon].lazy.map(\.asciiLowercased), as: UTF8.self)
    var value = BlockStart.trimmed(bytes, colon + 1, content.upperBound)
    if value.count >= 2, let quote = bytes[value].first, quote == 0x22 || quote == 0x27 {
      let inner = value.lowerBound + 1
      let end = bytes[inner..<value.upperBound].lastIndex(of: quote) ?? value.upperBound
      value = inner..<end
    } else if let comment = bytes[value].indices.first(where: { index in
      bytes[index] == 0x23 && index > value.lowerBound && bytes[index - 1].isSpaceOrTab
    }) {
      value = BlockStart.trimmed(bytes, value.lowerBound, comment)
    }
    return (key, String(decoding: bytes[value.prefix(500)], as: UTF8.self))
  }
}
