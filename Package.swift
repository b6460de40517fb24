// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target of ours; dependencies keep their own.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library target of ours: dependencies point inwards, and `ArchitectureTests` holds the table in Sources/README.md.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let package = Package(
  name: "casebook",
  products: [
    // The kit with which a knowledge base writes its checks.
    .library(name: "CasebookChecks", targets: ["CasebookChecks"]),
    .executable(name: "casebook-checks", targets: ["CasebookScenarios"]),
    .executable(name: "casebook", targets: ["casebook"]),
    .executable(name: "casebook-bench", targets: ["casebook-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // The preview's server, and what its own interface shows of the packages below it.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
  ],
  targets: [
    // C libraries, each imported by one file.
    .systemLibrary(name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

    // The flow: bytes → repaired text → blocks → typed model.
    stage("CasebookSource"),
    stage("CasebookRepair", ["CasebookSource"]),
    stage("CasebookMarkdown", ["CasebookSource", "CCommonMark", "CYAML"]),
    .target(
      name: "CasebookModel", dependencies: ["CasebookSource", "CasebookRepair", "CasebookMarkdown"],
      exclude: ["Tools/tools.yml"], swiftSettings: strict),

    // The leaves: none imports another.
    stage("CasebookRules", ["CasebookSource", "CasebookMarkdown", "CasebookModel"]),
    stage("CasebookSearch", ["CasebookSource", "CasebookMarkdown", "CasebookModel"]),
    stage(
      "CasebookRender",
      [
        "CasebookSource", "CasebookMarkdown", "CasebookModel",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),

    stage(
      "CasebookServe",
      [
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]),

    // The kit, which imports nothing of ours, and the checks of the shipped cases.
    .target(name: "CCheckSupport"),
    .target(
      name: "CasebookChecks", dependencies: ["CCheckSupport"], exclude: ["README.md"], swiftSettings: strict),
    .target(name: "CSystemCalls"),
    .executableTarget(
      name: "CasebookScenarios", dependencies: ["CasebookChecks", "CSQLite", "CSystemCalls"], swiftSettings: strict),

    // The edge: options, disk, terminal.
    .executableTarget(
      name: "casebook",
      dependencies: [
        "CasebookSource", "CasebookRepair", "CasebookMarkdown", "CasebookModel",
        "CasebookRules", "CasebookSearch", "CasebookRender", "CasebookServe",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "casebook-bench",
      dependencies: [
        "CasebookSource", "CasebookRepair", "CasebookMarkdown", "CasebookModel", "CasebookSearch", "CasebookRender",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["CasebookSource"], path: "Tests/Support", swiftSettings: strict),
    tests("CasebookSourceTests", ["CasebookSource"]),
    .testTarget(
      name: "CasebookRepairTests", dependencies: ["CasebookSource", "CasebookRepair", "TestSupport"],
      exclude: ["Encoding/Cases"], swiftSettings: strict),
    tests("CasebookMarkdownTests", ["CasebookSource", "CasebookMarkdown"]),
    tests("CasebookModelTests", ["CasebookSource", "CasebookRepair", "CasebookMarkdown", "CasebookModel"]),
    tests("CasebookRulesTests", ["CasebookSource", "CasebookMarkdown", "CasebookModel", "CasebookRules"]),
    tests("CasebookSearchTests", ["CasebookSource", "CasebookModel", "CasebookSearch"]),
    tests("CasebookRenderTests", ["CasebookSource", "CasebookMarkdown", "CasebookModel", "CasebookRender"]),
    .testTarget(name: "CasebookServeTests", dependencies: ["CasebookServe"], swiftSettings: strict),
    .executableTarget(
      name: "EvilChecks", dependencies: ["CasebookChecks"], path: "Tests/Fixtures/EvilChecks", swiftSettings: strict),
    .testTarget(
      name: "CasebookChecksTests", dependencies: ["CasebookChecks", "CasebookScenarios", "EvilChecks"],
      swiftSettings: strict),
    tests("ArchitectureTests", ["CasebookSource"]),
    .testTarget(
      name: "CommandTests", dependencies: ["casebook", "TestSupport"], exclude: ["Transcripts"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
