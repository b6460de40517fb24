// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "shop-cases",
  dependencies: [.package(name: "casebook", path: "../../..")],
  targets: [
    .executableTarget(
      name: "shop-checks", dependencies: [.product(name: "CasebookChecks", package: "casebook")])
  ]
)
