/// The ids git gives to blobs: the hash of `blob SIZE`, a zero byte and the content (gitformat-pack, SHA-1 and SHA-256 as
/// in FIPS 180-4).
enum ObjectHash {
  static func sha1(blob content: [UInt8]) -> String {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    var words = [UInt32](repeating: 0, count: 80)
    forEachBlock(content) { block in
      for index in 0..<16 { words[index] = word(block, index) }
      for index in 16..<80 {
        words[index] = rotated(
          words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], left: 1)
      }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for index in 0..<80 {
        let mixed: UInt32
        switch index {
        case 0..<20: mixed = ((b & c) | (~b & d)) &+ 0x5A82_7999
        case 20..<40: mixed = (b ^ c ^ d) &+ 0x6ED9_EBA1
        case 40..<60: mixed = ((b & c) | (b & d) | (c & d)) &+ 0x8F1B_BCDC
        default: mixed = (b ^ c ^ d) &+ 0xCA62_C1D6
        }
        let next = rotated(a, left: 5) &+ mixed &+ e &+ words[index]
        (e, d, c, b, a) = (d, c, rotated(b, left: 30), a, next)
      }
      state[0] &+= a
      state[1] &+= b
      state[2] &+= c
      state[3] &+= d
      state[4] &+= e
    }
    return hexadecimal(state)
  }

  static func sha256(blob content: [UInt8]) -> String {
    var state: [UInt32] = [
      0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
    ]
    var words = [UInt32](repeating: 0, count: 64)
    forEachBlock(content) { block in
      for index in 0..<16 { words[index] = word(block, index) }
      for index in 16..<64 {
        let (early, late) = (words[index - 15], words[index - 2])
        let first = rotated(early, left: 25) ^ rotated(early, left: 14) ^ (early >> 3)
        let second = rotated(late, left: 15) ^ rotated(late, left: 13) ^ (late >> 10)
        words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
      }
      var v = state
      for index in 0..<64 {
        let first = rotated(v[4], left: 26) ^ rotated(v[4], left: 21) ^ rotated(v[4], left: 7)
        let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
        let add = v[7] &+ first &+ choice &+ roundConstants[index] &+ words[index]
        let second = rotated(v[0], left: 30) ^ rotated(v[0], left: 19) ^ rotated(v[0], left: 10)
        let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
        for place in stride(from: 7, to: 0, by: -1) { v[place] = v[place - 1] }
        v[4] &+= add
        v[0] = add &+ second &+ majority
      }
      for index in 0..<8 { state[index] &+= v[index] }
    }
    return hexadecimal(state)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let roundConstants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
    0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
    0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
    0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
    0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
    0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
    0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
  ]

  /// The header and the content, padded, in blocks of 64 bytes.
  private static func forEachBlock(_ content: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
    var message = Array("blob \(content.count)".utf8) + [0]
    message.reserveCapacity(message.count + content.count + 72)
    message += content
    let bits = UInt64(message.count) * 8
    message.append(0x80)
    while message.count % 64 != 56 { message.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      message.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    for start in stride(from: 0, to: message.count, by: 64) { body(message[start..<(start + 64)]) }
  }

  private static func word(_ block: ArraySlice<UInt8>, _ index: Int) -> UInt32 {
    let start = block.startIndex + index * 4
    return UInt32(block[start]) << 24 | UInt32(block[start + 1]) << 16 | UInt32(block[start + 2]) << 8
      | UInt32(block[start + 3])
  }

  private static func rotated(_ value: UInt32, left count: UInt32) -> UInt32 {
    value << count | value >> (32 - count)
  }

  private static func hexadecimal(_ state: [UInt32]) -> String {
    state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }
}
