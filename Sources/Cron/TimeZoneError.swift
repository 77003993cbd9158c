/// A time zone cannot be used.
public enum TimeZoneError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name is not of the form that names of zones have.
  case badName(String)
  /// There is no such zone in this directory.
  case unknown(name: String, directory: String)
  /// The file of the zone cannot be read.
  case unreadable(name: String, path: String, errno: Int32)
  /// The file is no zone file, or a damaged one.
  case damaged(name: String, path: String, reason: String)

  public var description: String {
    switch self {
    case .badName(let name):
      "no time zone is called “\(Excerpt(name))”; give a name such as Europe/Berlin, or UTC, or local"
    case .unknown(let name, let directory):
      "no time zone is called “\(Excerpt(name))” in \(directory); give a name such as Europe/Berlin, or UTC, or local. "
        + "If that directory is empty, install the package tzdata"
    case .unreadable(let name, let path, let errno):
      "the time zone \(name) cannot be read from \(path) (errno \(errno)); check its permissions, or reinstall tzdata"
    case .damaged(let name, let path, let reason):
      "the time zone \(name) cannot be used: \(path) \(reason); reinstall the package tzdata"
    }
  }
}

/// Somebody's text, short enough and tame enough for an error message.
struct Excerpt: CustomStringConvertible {
  let description: String

  init(_ text: some StringProtocol) {
    let shown = text.unicodeScalars.prefix(40).map { (scalar: Unicode.Scalar) -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
      default: scalar
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: shown)
    description = String(view) + (text.unicodeScalars.dropFirst(40).isEmpty ? "" : "…")
  }
}
