import Testing

@testable import Projects

/// What a reader finds in a manifest, one short line for each dependency: `name@line`, development ones in brackets,
/// transitive ones in parentheses.
private func found(_ reader: any ManifestReader.Type, _ text: String) throws -> [String] {
  try reader.dependencies(in: ManifestText(text)).map {
    switch $0.scope {
    case .direct: "\($0.name)@\($0.line)"
    case .development: "[\($0.name)@\($0.line)]"
    case .transitive: "(\($0.name)@\($0.line))"
    }
  }
}

@Suite struct ManifestTests {
  @Test func packageJSONGivesAllFourSections() throws {
    let text = """
      {
        "name": "react",
        "dependencies": { "react": "19", "next": "15" },
        "devDependencies": {
          "typescript": "5",
          "react": "19"
        },
        "peerDependencies": {"vue": "3"},
        "optionalDependencies": {"pg": "8"}
      }
      """
    #expect(
      try found(PackageJSON.self, text)
        == ["react@3", "next@3", "vue@8", "pg@9", "[typescript@5]", "[react@6]"])
  }

  @Test func packageJSONWithOddSectionsGivesNothing() throws {
    #expect(try found(PackageJSON.self, #"{"dependencies": ["react"], "devDependencies": "x"}"#).isEmpty)
  }

  @Test func composerJSONKeepsExtensions() throws {
    let text =
      "{\n\"require\": {\n\"php\": \">=8\",\n\"ext-pgsql\": \"*\"},\n\"require-dev\": {\"phpunit/phpunit\": \"11\"}}"
    #expect(try found(ComposerJSON.self, text) == ["php@3", "ext-pgsql@4", "[phpunit/phpunit@5]"])
  }

  @Test func pyprojectKnowsPEP621AndGroups() throws {
    let text = """
      [project]
      name = "app"
      dependencies = [
        "Django>=5",  # the framework
        'psycopg[binary] ; python_version > "3.9"',
      ]
      [project.optional-dependencies]
      test = ["pytest"]
      s3 = ["boto3"]
      [dependency-groups]
      dev = ["ruff", {include-group = "test"}]
      [build-system]
      requires = ["hatchling"]
      [tool.mypy]
      strict = true
      """
    #expect(
      try found(PyProject.self, text) == [
        "Django@4", "psycopg@5", "[pytest@8]", "boto3@9", "[ruff@11]", "[hatchling@13]", "[mypy@14]",
      ])
  }

  @Test func pyprojectKnowsPoetry() throws {
    let text = """
      [tool.poetry.dependencies]
      python = "^3.12"
      fastapi = {version = "*", extras = ["all"]}
      [tool.poetry.dependencies.redis]
      version = "5"
      [tool.poetry.group.dev.dependencies]
      black = "*"
      [tool.poetry.group.main.dependencies]
      celery = "*"
      [tool.uv]
      dev-dependencies = ["mypy"]
      """
    let names = Set(try found(PyProject.self, text))
    #expect(names.isSuperset(of: ["fastapi@3", "redis@4", "[black@7]", "celery@9", "[mypy@11]"]))
    #expect(!names.contains { $0.contains("python@") })
  }

  @Test func requirementsSkipWhatNamesNoPackage() throws {
    let text = """
      # comment
      django==5.0
      -r other.txt
      --index-url https://user:secret@example.org/simple
      ./local/dir
      https://example.org/x.whl
      uvicorn[standard] >= 0.30 ; sys_platform != 'win32'
      git+https://example.org/x.git
      name @ https://example.org/name.zip
      """
    #expect(try found(Requirements.self, text) == ["django@2", "uvicorn@7", "name@9"])
  }

  @Test(arguments: ["requirements-dev.txt", "test_requirements.txt", "requirements/docs.txt", "requirements-lint.in"])
  func requirementsForDevelopmentAreKnownByTheirName(_ path: String) throws {
    #expect(try Requirements.dependencies(in: ManifestText("ruff\n", path: path)).map(\.scope) == [.development])
  }

  @Test(arguments: ["requirements.txt", "requirements/prod.txt", "dev/requirements.txt"])
  func otherRequirementsAreDirect(_ path: String) throws {
    #expect(try Requirements.dependencies(in: ManifestText("ruff\n", path: path)).map(\.scope) == [.direct])
  }

  @Test func aTextThatOnlyLooksLikeRequirementsIsNone() throws {
    #expect(try found(Requirements.self, "The server must be fast.\nIt should scale\n").isEmpty)
  }

  @Test func pipfileKnowsBothTables() throws {
    #expect(
      try found(Pipfile.self, "[packages]\nflask = \"*\"\n[dev-packages]\npytest = {version=\"*\"}\n")
        == ["flask@2", "[pytest@4]"])
  }

  @Test func setupCfgReadsIndentedLists() throws {
    let text = """
      [metadata]
      name = x
      [options]
      install_requires =
          requests>=2
          numpy ; python_version > "3"
      [options.extras_require]
      test = pytest
      """
    #expect(try found(SetupCfg.self, text) == ["requests@5", "numpy@6", "[pytest@8]"])
  }

  @Test func goModTellsIndirectModulesApart() throws {
    let text = """
      module example.org/app
      go 1.24
      require github.com/spf13/cobra v1.8.0
      require (
      \tgithub.com/jackc/pgx/v5 v5.6.0
      \tgolang.org/x/sys v0.1.0 // indirect
      )
      tool github.com/sqlc-dev/sqlc/cmd/sqlc
      replace github.com/a/b => ../b
      """
    #expect(
      try found(GoMod.self, text) == [
        "github.com/spf13/cobra@3", "github.com/jackc/pgx/v5@5", "(golang.org/x/sys@6)",
        "[github.com/sqlc-dev/sqlc/cmd/sqlc@8]",
      ])
  }

  @Test func cargoKnowsTargetsWorkspacesAndRenames() throws {
    let text = """
      [package]
      name = "app"
      [dependencies]
      serde = { version = "1", features = ["derive"] }
      pg = { package = "tokio-postgres", version = "0.7" }
      log.workspace = true
      [dependencies.tokio]
      version = "1"
      features = ["full"]
      [dev-dependencies]
      criterion = "0.5"
      [target.'cfg(unix)'.dependencies]
      nix = "0.29"
      [workspace.dependencies]
      axum = "0.7"
      [build-dependencies.bindings]
      package = "bindgen"
      [features]
      default = ["dependencies"]
      """
    #expect(
      try found(CargoManifest.self, text) == [
        "serde@4", "tokio-postgres@5", "log@6", "tokio@7", "[criterion@11]", "nix@13", "axum@15", "[bindgen@16]",
      ])
  }

  @Test func gemfileFollowsGroups() throws {
    let text = """
      source "https://rubygems.org"
      gem "rails", "~> 8"
      gem 'pg' # database
      group :development, :test do
        gem "rspec"
      end
      gem("puma")
      gem "web-console", group: :development
      if ENV["X"]
        gem "sidekiq"
      end
      gemspec
      """
    #expect(
      try found(Gemfile.self, text)
        == ["rails@2", "pg@3", "[rspec@5]", "puma@7", "[web-console@8]", "sidekiq@10"])
  }

  @Test func gemspecsDeclareDependencies() throws {
    let text =
      "Gem::Specification.new do |s|\n  s.add_dependency \"rack\"\n  s.add_development_dependency 'rake', '1'\nend\n"
    #expect(try found(Gemfile.self, text) == ["rack@2", "[rake@3]"])
  }

  @Test func pomGivesCoordinatesAndScopes() throws {
    let text = """
      <?xml version="1.0"?>
      <project>
        <!-- <dependency><artifactId>commented</artifactId></dependency> -->
        <parent>
          <groupId>org.springframework.boot</groupId>
          <artifactId>spring-boot-starter-parent</artifactId>
        </parent>
        <dependencies>
          <dependency>
            <groupId>org.postgresql</groupId>
            <artifactId>postgresql</artifactId>
            <exclusions><exclusion><groupId>other</groupId><artifactId>x</artifactId></exclusion></exclusions>
          </dependency>
          <dependency>
            <groupId>junit</groupId>
            <artifactId>junit</artifactId>
            <scope>test</scope>
          </dependency>
        </dependencies>
        <build><plugins><plugin><artifactId>maven-jar-plugin</artifactId></plugin></plugins></build>
      </project>
      """
    #expect(
      try found(MavenPOM.self, text) == [
        "org.springframework.boot:spring-boot-starter-parent@6", "org.postgresql:postgresql@11", "[junit:junit@16]",
        "[org.apache.maven.plugins:maven-jar-plugin@20]",
      ])
  }

  @Test func gradleReadsLiteralCoordinates() throws {
    let text = """
      plugins {
        id 'org.springframework.boot' version '3.3.0'
        kotlin("jvm") version "2.0"
      }
      dependencies {
        implementation "io.ktor:ktor-server-core:$version"
        implementation(platform("com.google.firebase:firebase-bom:33.0.0"))
        testImplementation group: 'org.junit.jupiter', name: 'junit-jupiter', version: '5'
        // implementation "com.example:commented:1"
        implementation project(":core")
        api(libs.okhttp)
      }
      """
    #expect(
      try found(GradleBuild.self, text) == [
        "[org.springframework.boot:org.springframework.boot.gradle.plugin@2]",
        "[org.jetbrains.kotlin:kotlin-gradle-plugin@3]", "io.ktor:ktor-server-core@6",
        "com.google.firebase:firebase-bom@7", "[org.junit.jupiter:junit-jupiter@8]",
      ])
  }

  @Test func sbtReadsModuleIdentifiers() throws {
    let text =
      "libraryDependencies ++= Seq(\n  \"org.typelevel\" %% \"cats-core\" % \"2.12\",\n  \"org.scalatest\" %% \"scalatest\" % \"3.2\" % Test)\n"
    #expect(try found(GradleBuild.self, text) == ["org.typelevel:cats-core@2", "[org.scalatest:scalatest@3]"])
  }

  @Test func versionCataloguesNameLibrariesAndPlugins() throws {
    let text = """
      [versions]
      ktor = "3.0"
      [libraries]
      ktor = { module = "io.ktor:ktor-client", version.ref = "ktor" }
      room = { group = "androidx.room", name = "room-runtime", version = "2" }
      junit = "junit:junit:4.13"
      [plugins]
      android = { id = "com.android.application", version = "8" }
      """
    #expect(
      try found(GradleCatalog.self, text) == [
        "io.ktor:ktor-client@4", "androidx.room:room-runtime@5", "junit:junit@6",
        "[com.android.application:com.android.application.gradle.plugin@8]",
      ])
  }

  @Test func projectFilesOfDotNetNamePackages() throws {
    let text = """
      <Project Sdk="Microsoft.NET.Sdk.Web">
        <ItemGroup>
          <PackageReference Include="Npgsql" Version="8" />
          <PackageReference Version="1"
                            Include="xunit" />
          <PackageReference Include="StyleCop" PrivateAssets="all" />
        </ItemGroup>
      </Project>
      """
    #expect(
      try found(MSBuildProject.self, text)
        == ["Microsoft.AspNetCore.App@1", "Npgsql@3", "xunit@4", "[StyleCop@6]"])
  }

  @Test func packagesConfigIsRead() throws {
    #expect(
      try found(
        MSBuildProject.self,
        "<packages>\n<package id=\"NUnit\" version=\"3\" developmentDependency=\"true\" />\n</packages>")
        == ["[NUnit@2]"])
  }

  @Test func packageSwiftGivesAddressesAndIdentities() throws {
    let text = """
      // .package(url: "https://example.org/commented/out", from: "1.0.0")
      let package = Package(
        dependencies: [
          .package(url: "https://github.com/apple/swift-log.git", from: "1.0.0"),
          .package(
            name: "Vapor",
            url: "git@github.com:vapor/vapor.git", from: "4.0.0"),
          .package(id: "mona.LinkedList", from: "1.0.0"),
          .package(path: "../Local"),
        ],
        targets: [.target(dependencies: [.product(name: "Logging", package: "swift-log")])]
      )
      """
    #expect(
      try found(SwiftPackage.self, text) == [
        "https://github.com/apple/swift-log.git@4", "git@github.com:vapor/vapor.git@7", "mona/LinkedList@8",
      ])
  }

  @Test func pubspecNamesPackages() throws {
    let text =
      "name: x\ndependencies:\n  flutter:\n    sdk: flutter\n  dio: ^5\ndev_dependencies:\n  flutter_test:\n    sdk: flutter\n"
    #expect(try found(Pubspec.self, text) == ["flutter@3", "dio@5", "[flutter_test@7]"])
  }

  @Test func mixGivesTuples() throws {
    let text = """
      defp deps do
        [
          {:phoenix, "~> 1.7"},
          {:credo, "~> 1.7", only: [:dev, :test], runtime: false},
          # {:commented, "1.0"},
          {:my_lib, path: "../my_lib"}, {:ecto_sql, ">= 3.0"}
        ]
      end
      def handle, do: {:ok, result}
      def other, do: {:error, :reason}
      """
    #expect(try found(MixProject.self, text) == ["phoenix@3", "[credo@4]", "my_lib@6", "ecto_sql@6"])
  }

  @Test func podfileAndPodspecNamePods() throws {
    #expect(
      try found(Podfile.self, "pod 'Alamofire', '~> 5'\n# pod 'No'\n  pod \"Firebase/Auth\"\n") == [
        "Alamofire@1", "Firebase/Auth@3",
      ])
    #expect(try found(Podfile.self, "Pod::Spec.new do |s|\n  s.dependency 'SnapKit'\nend\n") == ["SnapKit@2"])
  }

  @Test func descriptionListsPackagesOfR() throws {
    let text =
      "Package: x\nDepends: R (>= 4.1)\nImports:\n    dplyr (>= 1.0),\n    ggplot2\nSuggests: testthat\nTitle: A, B\n"
    #expect(try found(RDescription.self, text) == ["dplyr@4", "ggplot2@5", "[testthat@6]"])
  }

  @Test func conanfileListsRequirements() throws {
    #expect(
      try found(
        Conanfile.self, "[requires]\nfmt/11.0@user/stable\n[tool_requires]\ncmake/3.30\n[options]\nfmt/*:shared=True\n")
        == ["fmt@2", "[cmake@4]"])
  }

  @Test func dockerfileNamesImagesNotStages() throws {
    let text = """
      ARG BASE=python:3.12-slim
      ARG VERSION
      FROM --platform=linux/amd64 node:20 AS build
      FROM build AS test
      FROM ${BASE}
      COPY --from=build /app /app
      COPY --from=nginx:1.27 /etc/nginx /etc/nginx
      COPY --from=0 /a /b
      FROM scratch
      FROM postgres:${VERSION}
      FROM $UNKNOWN
      from redis
      """
    #expect(
      try found(Dockerfile.self, text) == [
        "node:20@3", "python:3.12-slim@5", "nginx:1.27@7", "postgres@10", "redis@12",
      ])
  }

  @Test func composeFilesNameImages() throws {
    let text = """
      x-common: &common
        restart: always
      services:
        db:
          <<: *common
          image: postgres:${PG:-16}
        web:
          build: .
        cache: {image: "${REDIS_IMAGE:-redis}:7"}
      """
    #expect(
      try found(ComposeFile.self, text)
        == ["postgres:16@6", "redis:7@9"])
  }

  @Test func workflowsNameActionsAndImages() throws {
    let text = """
      on: push
      jobs:
        test:
          runs-on: ubuntu-latest
          container: swift:6.0
          services:
            db:
              image: postgres:16
          steps:
            - uses: actions/checkout@v4
            - uses: ./.github/actions/local
            - uses: docker://alpine:3
            - uses: actions/setup-node@v4
            - run: |
                image: not-one
      """
    #expect(
      try found(Workflow.self, text) == [
        "actions/checkout@v4@10", "alpine:3@12", "actions/setup-node@v4@13", "swift:6.0@5", "postgres:16@8",
      ])
  }

  @Test func terraformNamesProviders() throws {
    let text = """
      terraform {
        required_providers {
          aws = {
            source  = "hashicorp/aws"
            version = "~> 5.0"
          }
          cf = { source = "registry.terraform.io/cloudflare/cloudflare" }
        }
      }
      provider "google" {
        region = "x"
      }
      module "m" {
        source = "./modules/m"
      }
      """
    #expect(
      try found(TerraformModule.self, text) == ["hashicorp/aws@4", "cloudflare/cloudflare@7", "hashicorp/google@10"])
  }

  @Test func condaEnvironmentsHoldPipLists() throws {
    let text = "name: x\ndependencies:\n  - python=3.12\n  - conda-forge::numpy>=2\n  - pip:\n      - torch==2.4\n"
    #expect(
      try found(CondaEnvironment.self, text) == ["python@3", "python@3", "numpy@4", "numpy@4", "torch@6"])
  }

  @Test func everyReaderIsFoundByTheFilesItReads() {
    for (index, reader) in ManifestReaders.all.enumerated() {
      for pattern in reader.names + reader.paths {
        let path = PathName(pattern.replacing("**", with: "a/b").replacing("*", with: "x"))
        #expect(ManifestReaders.shared.readers(for: path).contains { $0 == reader }, "reader \(index): \(pattern)")
      }
    }
  }

  @Test func everyReaderSurvivesAnyFile() throws {
    let texts = [
      "", "\n", "\u{FEFF}", "{", "[", "<", "\"", "'", "a", "a:", "- ", "[[", "{{", "<a", "<!--", "= =", "${", "[a]\n[b",
    ]
    for reader in ManifestReaders.all {
      for text in texts {
        do {
          #expect(try reader.dependencies(in: ManifestText(text)).count <= 1)
        } catch {
          #expect(!error.reason.isEmpty)
        }
      }
    }
  }
}
