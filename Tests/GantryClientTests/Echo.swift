import JSON
import JSONRPC

/// A method for tests, written the way the generated ones are.
enum Echo: RPCMethod {
  static let name = "echo"

  struct Params: RPCParams {
    static let parameterNames = ["text"]
    static let requiredCount = 1
    var text: String

    init(text: String) { self.text = text }
    init(members: JSONObject) throws(JSONDecodingError) { text = try members.required("text") }

    func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("text", text)
      writer.endObject()
    }
  }

  struct Result: JSONEncodable, JSONDecodable, Sendable {
    var text: String

    init(json: JSON) throws(JSONDecodingError) { text = try JSONObject(json: json).required("text") }

    func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("text", text)
      writer.endObject()
    }
  }
}
