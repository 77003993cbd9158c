/// Project files of .NET: `PackageReference`, central versions, the SDK, and the old `packages.config`.
enum MSBuildProject: ManifestReader {
  static let names = [
    "*.csproj", "*.fsproj", "*.vbproj", "Directory.Packages.props", "Directory.Build.props", "packages.config",
  ]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var scanner = MarkupScanner(text.bytes)
    var found: [Dependency] = []
    while let element = try scanner.next(in: text) {
      guard !element.isEnd else { continue }
      let line = text.lineNumber(at: element.offset)
      switch element.name {
      case "PackageReference", "PackageVersion", "GlobalPackageReference", "FrameworkReference":
        guard let name = element.attribute("Include") ?? element.attribute("Update") else { continue }
        let isPrivate = element.attribute("PrivateAssets") == "all" || element.attribute("PrivateAssets") == "All"
        found.append(Dependency(.nuget, name, isPrivate ? .development : .direct, line: line))
      case "package":
        guard let name = element.attribute("id") else { continue }
        let isDevelopment = element.attribute("developmentDependency") == "true"
        found.append(Dependency(.nuget, name, isDevelopment ? .development : .direct, line: line))
      case "Project":
        // `Microsoft.NET.Sdk.Web` brings ASP.NET Core without naming it.
        if element.attribute("Sdk") == "Microsoft.NET.Sdk.Web" {
          found.append(Dependency(.nuget, "Microsoft.AspNetCore.App", line: line))
        }
      default: break
      }
    }
    return found
  }
}
