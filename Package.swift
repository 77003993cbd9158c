// swift-tools-version: 6.2
import PackageDescription

// Arrows point down only (see CONTRIBUTING.md): a target may name targets declared above it, never below.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Targets that live on the event loop: everything in them is `@MainActor` unless it says otherwise.
let onTheLoop: [SwiftSetting] = strict + [.defaultIsolation(MainActor.self)]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "gantry",
  products: [
    .executable(name: "gantryd", targets: ["gantryd"]),
    .executable(name: "gantry", targets: ["gantry"]),
    .library(name: "GantryClient", targets: ["GantryClient"]),
    // For tests, which preload it into the daemon; see Tests/Faults.
    .library(name: "gantryfaults", type: .dynamic, targets: ["Faults"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
  ],
  targets: [
    // System libraries.
    .systemLibrary(name: "CUV", pkgConfig: "libuv", providers: [.apt(["libuv1-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CLinux"),

    // The wire.
    .target(name: "JSON", swiftSettings: strict),
    .target(name: "JSONRPC", dependencies: ["JSON"], swiftSettings: strict),
    .target(name: "GantryProtocol", dependencies: ["JSONRPC", "JSON"], swiftSettings: strict),
    .target(name: "GantryPaths", swiftSettings: strict),

    // The queue.
    .target(name: "Threads", swiftSettings: strict),
    .target(name: "JobModel", swiftSettings: strict),
    .target(name: "Cron", dependencies: ["JobModel"], swiftSettings: strict),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
    .target(name: "JobStore", dependencies: ["CLinux", "SQLite", "JobModel", "Threads"], swiftSettings: strict),

    // Machinery.
    .target(name: "EventLoop", dependencies: ["CUV"], swiftSettings: onTheLoop),
    .target(name: "ChildProcess", dependencies: ["CLinux"], swiftSettings: strict),
    .target(name: "WorkerPool", dependencies: ["JobModel", "Threads"], swiftSettings: strict),

    // The built-in work.
    .target(
      name: "Projects",
      dependencies: [
        "JobModel", "JSON", "ChildProcess",
        .product(name: "TOMLKit", package: "TOMLKit"),
        .product(name: "Yams", package: "Yams"),
      ],
      // The tables behind the generated rules; read by people and by the test that compares the two.
      exclude: ["Skills/Rules"],
      swiftSettings: strict
    ),

    // Programs as job types.
    .target(name: "Commands", dependencies: ["JobModel", "JSON", "ChildProcess"], swiftSettings: strict),

    // The daemon.
    .target(
      name: "GantryServer",
      dependencies: [
        "JSON", "JSONRPC", "GantryProtocol", "GantryPaths", "JobModel", "JobStore", "EventLoop", "WorkerPool",
        "Projects", "Commands", "ChildProcess", "Cron",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: onTheLoop
    ),
    .executableTarget(
      name: "gantryd",
      dependencies: ["GantryServer", "GantryPaths", argumentParser, .product(name: "Logging", package: "swift-log")],
      swiftSettings: strict),

    // The clients.
    .target(
      name: "GantryClient",
      dependencies: ["GantryProtocol", "JSONRPC", "JSON", "GantryPaths", "Threads"],
      path: "clients/swift/GantryClient",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "gantry-client-example", dependencies: ["GantryClient"], path: "clients/swift/Example",
      swiftSettings: strict),
    .executableTarget(name: "gantry", dependencies: ["GantryClient", argumentParser], swiftSettings: strict),

    // Tools.
    .executableTarget(name: "protocolgen", dependencies: ["ProtocolGenerator"], swiftSettings: strict),
    .target(
      name: "ProtocolGenerator", dependencies: ["JSON"], path: "Sources/ProtocolGenerator", swiftSettings: strict),
    .executableTarget(
      name: "gantry-bench",
      dependencies: [
        "ChildProcess", "JSON", "JobModel", "JobStore", "SQLite", argumentParser,
        .product(name: "Histogram", package: "hdrhistogram-swift"),
      ],
      swiftSettings: strict
    ),

    // Tests.
    .target(name: "Faults", path: "Tests/Faults"),
    .target(
      name: "GantryTestSupport",
      dependencies: ["CLinux", "JSON", "JobModel", "SQLite", "JobStore", "ChildProcess", "Threads"],
      swiftSettings: strict),
    .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: strict),
    .testTarget(name: "JSONRPCTests", dependencies: ["JSONRPC", "JSON"], swiftSettings: strict),
    .testTarget(
      name: "GantryProtocolTests", dependencies: ["GantryProtocol", "ProtocolGenerator", "JSON", "JSONRPC"],
      swiftSettings: strict),
    .testTarget(name: "GantryPathsTests", dependencies: ["GantryPaths", "GantryTestSupport"], swiftSettings: strict),
    .testTarget(name: "ThreadsTests", dependencies: ["Threads"], swiftSettings: strict),
    .testTarget(name: "JobModelTests", dependencies: ["JobModel"], swiftSettings: strict),
    .testTarget(name: "CronTests", dependencies: ["Cron", "JobModel", "GantryTestSupport"], swiftSettings: strict),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite", "GantryTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "JobStoreTests", dependencies: ["JobStore", "JobModel", "SQLite", "GantryTestSupport"],
      swiftSettings: strict),
    .testTarget(name: "EventLoopTests", dependencies: ["EventLoop", "Threads"], swiftSettings: strict),
    .testTarget(name: "ChildProcessTests", dependencies: ["ChildProcess", "GantryTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "WorkerPoolTests", dependencies: ["WorkerPool", "JobModel", "Threads", "GantryTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ProjectsTests", dependencies: ["Projects", "ChildProcess", "JobModel", "JSON", "GantryTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandsTests", dependencies: ["Commands", "ChildProcess", "JobModel", "JSON", "GantryTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GantryServerTests",
      dependencies: [
        "GantryServer", "GantryTestSupport", "JobModel", "JobStore", "JSON", "SQLite", "Cron",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GantryClientTests", dependencies: ["GantryClient", "GantryTestSupport", "JSON"], swiftSettings: strict),
    .testTarget(name: "CommandLineTests", dependencies: ["gantry", "JSON"], swiftSettings: strict),
    .testTarget(
      name: "IntegrationTests",
      dependencies: [
        "GantryTestSupport", "GantryClient", "GantryProtocol", "ProtocolGenerator", "ChildProcess", "JSON", "JobModel",
        "SQLite", "Threads",
        "gantryd", "gantry",
        "gantry-client-example",
      ],
      swiftSettings: strict
    ),
  ]
)
