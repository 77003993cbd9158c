import JSON
import Testing

@Suite("JSON numbers")
struct JSONNumberTests {
  @Test(
    "A literal survives reading and writing byte for byte",
    arguments: [
      "0", "-0", "-0.0", "1.0", "1e2", "1E400", "9007199254740993", "18446744073709551616", "1.5e-7", "1E+2",
      "123456789012345678901234567890",
    ])
  func literals(literal: String) throws {
    #expect(try JSON.parse(literal).description == literal)
  }

  @Test(
    "An integral value is an integer whatever its spelling, and anything else is not",
    arguments: [
      ("0", 0), ("-0", 0), ("10.0", 10), ("1e1", 10), ("1.5e1", 15), ("-120e-1", -12), ("0.00e5", 0),
      ("9223372036854775807", .max), ("-9223372036854775808", .min), ("-9.223372036854775808e18", .min),
      ("9223372036854775808", nil), ("-9223372036854775809", nil), ("9.223372036854775808e18", nil), ("1.5", nil),
      ("1e-1", nil), ("1e400", nil), ("1e99999999999999999999999", nil), ("0e99999999999999999999999", 0),
      ("0.001e3", 1), ("0.001e-99999999999999999999999", nil),
    ] as [(String, Int64?)])
  func int64(literal: String, expected: Int64?) throws {
    #expect(try JSON.parse(literal).intValue == expected)
  }

  @Test("A double is the nearest finite one, or none")
  func double() throws {
    #expect(try JSON.parse("0.1").doubleValue == 0.1)
    #expect(try JSON.parse("1e400").doubleValue == nil)
    #expect(try JSON.parse("1e-400").doubleValue == 0)
  }

  @Test("A double that is not finite becomes null")
  func notFinite() {
    #expect(JSON(Double.infinity) == .null)
    #expect([Double.nan, -Double.infinity, 0.5].serialized() == Array("[null,null,0.5]".utf8))
  }
}
