import ArgumentParser
import GantryPaths
import Glibc

/// Ids as people type them. What cannot be one is wrong usage, and is said before anything is connected to.
enum Identifier {
  /// What every id looks like.
  static let example = "0193a5b0-1234-7000-8000-0123456789ab"

  /// The id of a job, for an argument or option.
  static func job(_ text: String) throws -> String {
    guard isUUID(text) else {
      throw ValidationError("a job's id looks like \(example). The ids of all jobs: gantry jobs")
    }
    return text
  }

  /// The id of a schedule, for an argument or option.
  static func schedule(_ text: String) throws -> String {
    guard isUUID(text) else {
      throw ValidationError("a schedule's id looks like \(example). The ids of all schedules: gantry schedule list")
    }
    return text
  }

  /// The id, directory or address of a project, for an argument or option: what all but is an id, and no directory
  /// either, was copied badly.
  static func project(_ text: String) throws -> String {
    // An unset variable of a script; the current directory is asked for by saying nothing.
    guard !text.isEmpty else {
      throw ValidationError(
        "a project is a directory, an address or an id, and not empty. All projects: gantry projects")
    }
    guard looksLikeID(text), !isUUID(text), access(PathEnvironment.current().absolute(text), F_OK) != 0 else {
      return text
    }
    throw ValidationError(
      "there is no such directory, and a project's id looks like \(example). The ids of all projects: gantry projects")
  }

  /// Groups of 8, 4, 4, 4 and 12 hexadecimal digits.
  static func isUUID(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: dash, omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(isHexadecimal) }
  }

  /// Long, and nothing but hexadecimal digits and dashes. A date is shorter.
  private static func looksLikeID(_ text: String) -> Bool {
    text.utf8.count >= 12 && text.utf8.contains(dash) && text.utf8.allSatisfy { $0 == dash || isHexadecimal($0) }
  }

  private static let dash = UInt8(ascii: "-")

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
