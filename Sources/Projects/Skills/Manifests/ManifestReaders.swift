/// All readers of manifests, by the files they read.
struct ManifestReaders: Sendable {
  static let all: [any ManifestReader.Type] = [
    PackageJSON.self, PyProject.self, Requirements.self, Pipfile.self, SetupCfg.self, CondaEnvironment.self,
    GoMod.self, CargoManifest.self, Gemfile.self, ComposerJSON.self, MavenPOM.self, GradleBuild.self,
    GradleCatalog.self, MSBuildProject.self, SwiftPackage.self, Pubspec.self, MixProject.self, Podfile.self,
    RDescription.self, Conanfile.self, Dockerfile.self, ComposeFile.self, Workflow.self, TerraformModule.self,
    GitLabCI.self, SetupPy.self, DenoManifest.self, VcpkgManifest.self, Cartfile.self, DotEnv.self,
    NPMLock.self, YarnLock.self, PNPMLock.self, BunLock.self, CargoLock.self, PythonLock.self, PipfileLock.self,
    GemfileLock.self, ComposerLock.self, SwiftPackageLock.self, PubspecLock.self, MixLock.self, PodfileLock.self,
    NuGetLock.self, GradleLock.self, ConanLock.self, RenvLock.self, TerraformLock.self,
  ]

  static let shared = ManifestReaders()

  private var names = NameTable()
  private var paths: [(glob: Glob, reader: Int)] = []

  private init() {
    for (index, reader) in Self.all.enumerated() {
      for name in reader.names { names.add(name, rule: index) }
      for path in reader.paths { paths.append((Glob(path), index)) }
    }
  }

  /// The readers of a file; more than one for a name that two tools share.
  func readers(for path: PathName) -> [any ManifestReader.Type] {
    var found: [Int] = []
    for reader in names.rules(for: path.name) where !found.contains(reader) { found.append(reader) }
    for rule in paths where !found.contains(rule.reader) && rule.glob.matches(components: path.components) {
      found.append(rule.reader)
    }
    return found.map { Self.all[$0] }
  }
}
