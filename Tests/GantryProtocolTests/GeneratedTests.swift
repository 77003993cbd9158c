import GantryProtocol
import JSON
import JSONRPC
import ProtocolGenerator
import Testing

/// What is generated is part of the contract: other programs are compiled against it.
@Suite("What is generated from the document")
struct GeneratedTests {
  @Test("Generating again changes nothing")
  func isFresh() throws {
    let (changed, leftover) = try TheDocument.files.outdated()
    #expect(changed.keys.sorted() == [], "run `make generate`")
    #expect(leftover == [], "run `make generate`")
  }

  @Test("The document inside is the document on disk, on one line")
  func embedded() throws {
    #expect(try GantryProtocolInfo.document.parsed() == TheDocument.root())
    #expect(!GantryProtocolInfo.document.bytes.contains(0x0A))
    #expect(try GantryProtocolInfo.version == TheDocument.read().version)
  }

  @Test("The errors are those of the catalogue")
  func errors() throws {
    let wanted = try TheDocument.read().errors
    #expect(GantryErrors.catalogue.map(\.kind) == wanted.map(\.kind))
    #expect(GantryErrors.catalogue.map(\.code) == wanted.map { Int($0.code) })
    #expect(GantryErrors.catalogue.map(\.isRetryable) == wanted.map(\.isRetryable))
  }

  @Test("The methods are those of the document that are answered")
  func methods() throws {
    let wanted = try TheDocument.read().methods.filter { $0.result != nil }.map(\.name)
    #expect(GantryMethods.names == wanted)
    #expect(allMethods.map { $0.name } == wanted)
  }

  @Test("The parameters have the order of the document", arguments: allMethods.indices)
  func parameters(index: Int) throws {
    let method = allMethods[index]
    let described = try #require(try TheDocument.read().methods.first { $0.name == method.name })
    #expect(method.parameterNames == described.parameters.map(\.name))
    #expect(method.requiredCount == described.parameters.count { $0.isRequired })
  }

  @Test("Every example survives the generated types", arguments: allMethods.indices)
  func roundTrip(index: Int) throws {
    let method = allMethods[index]
    let document = try TheDocument.read()
    let described = try #require(document.methods.first { $0.name == method.name })
    for example in described.examples {
      let params = JSON.object(TheDocument.parameters(of: example, in: document))
      #expect(try method.passThrough(params: params).canonical == params.canonical, "\(example.name)")
      let result = try #require(example.result)
      #expect(try method.passThrough(result: result).canonical == result.canonical, "\(example.name)")
    }
  }

  @Test("Params by position are those by name", arguments: allMethods.indices)
  func byPosition(index: Int) throws {
    let method = allMethods[index]
    let document = try TheDocument.read()
    let described = try #require(document.methods.first { $0.name == method.name })
    for example in described.examples {
      let byName = TheDocument.parameters(of: example, in: document)
      let byPosition = JSON.array(method.parameterNames.map { byName[$0] ?? .null })
      #expect(try method.passThrough(params: byPosition).canonical == JSON.object(byName).canonical)
    }
    let tooMany = JSON.array(Array(repeating: .null, count: method.parameterNames.count + 1))
    let refusal = method.refusal(of: tooMany)
    #expect(refusal?.kind == "invalidParams")
    #expect(refusal?.data["received"]?.intValue == Int64(method.parameterNames.count + 1))
  }

  @Test("Members that a newer daemon adds, and names it has invented, do no harm", arguments: allMethods.indices)
  func lenient(index: Int) throws {
    let method = allMethods[index]
    let described = try #require(try TheDocument.read().methods.first { $0.name == method.name })
    for example in described.examples {
      guard case .object(var members)? = example.result else { continue }
      members.append("of_a_later_version", ["x": 1])
      if members.contains("status") { members["status"] = "hibernating" }
      let again = try method.passThrough(result: .object(members))
      if members.contains("status") { #expect(again["status"] == "hibernating") }
    }
  }
}
