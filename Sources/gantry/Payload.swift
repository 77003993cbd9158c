import ArgumentParser
import JSON

/// The value of --payload.
enum Payload {
  /// - Throws: `ValidationError` for what is not a JSON object.
  static func object(_ text: String) throws -> RawJSON {
    let value: JSON
    do throws(JSONError) {
      value = try JSON.parse(Array(text.utf8))
    } catch {
      throw ValidationError("--payload is not JSON: \(error)")
    }
    guard value.objectValue != nil else {
      throw ValidationError("--payload must be a JSON object, such as '{\"n\": 1}'.")
    }
    return RawJSON(value)
  }
}
