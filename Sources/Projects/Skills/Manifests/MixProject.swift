/// `mix.exs` of Elixir: tuples such as `{:phoenix, "~> 1.7"}` inside the function that lists the dependencies.
enum MixProject: ManifestReader {
  static let names = ["mix.exs"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    for line in text.linesWithoutComments() {
      var rest = line.bytes
      while let open = rest.firstRange(of: Array("{:".utf8)) {
        let name = rest[(open + 2)...].prefix(while: Bytes.isWord)
        rest = rest[(open + 2 + name.count)...]
        // A dependency has a requirement or an option after its name: `, "` or `, git:`.
        let next = rest.drop(while: Bytes.isBlank)
        guard !name.isEmpty, next.first == UInt8(ascii: ",") else { continue }
        let argument = next.dropFirst().drop(while: Bytes.isBlank)
        let isRequirement = argument.first == Bytes.quote
        let isOption = ["git:", "github:", "path:", "in_umbrella:", "only:", "hex:"].contains {
          argument.hasPrefix($0.utf8)
        }
        guard isRequirement || isOption else { continue }
        let development = ["only: :dev", "only: :test", "only: [:dev", "only: [:test"]
        let isDevelopment = development.contains { line.bytes.contains(Array($0.utf8)) }
        found.append(Dependency(.hex, name.text, isDevelopment ? .development : .direct, line: line.number))
      }
    }
    return found
  }
}
