import Glibc

/// One line on standard error that is drawn over while a person waits; nothing when nobody watches.
final class ProgressLine {
  private let terminal: Terminal
  private var isDrawn = false

  init(_ terminal: Terminal) { self.terminal = terminal }

  /// Whether drawing has any effect, and asking for progress is worth the trouble.
  var isVisible: Bool { terminal.errorIsTerminal }

  /// Shows `text` in place of what was shown before.
  func draw(_ text: String) {
    guard isVisible else { return }
    let text = DisplayWidth.fitting(printable(text), into: (terminal.columns ?? 80) - 1)
    Terminal.write("\r\u{1B}[K" + text, to: STDERR_FILENO)
    isDrawn = true
  }

  /// Removes the line.
  func clear() {
    guard isDrawn else { return }
    Terminal.write("\r\u{1B}[K", to: STDERR_FILENO)
    isDrawn = false
  }
}
