import Foundation
import Testing

@testable import casebook

/// A folder with a `site` and a `.site.next`, each holding one file.
private final class SwapFolder {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("casebook-swap-\(UUID().uuidString)").path

  init() throws {
    for (name, text) in [("site", "old"), (".site.next", "new")] {
      try FileManager.default.createDirectory(atPath: "\(path)/\(name)/deep", withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)/deep/index.html"))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func swap(exchanges: Bool) throws -> [String] {
    var notes: [String] = []
    let swap = SiteSwap(
      parent: try Root(path), name: DiskName(text: "site"), next: DiskName(text: ".site.next"), exchanges: exchanges)
    try swap.swap(hasOld: true, notes: &notes)
    return notes
  }

  var text: String? {
    FileManager.default.contents(atPath: path + "/site/deep/index.html").map { String(decoding: $0, as: UTF8.self) }
  }
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}

@Suite("A new folder takes the place of an old one") struct SiteSwapTests {
  @Test func inOneExchange() throws {
    let folder = try SwapFolder()
    #expect(try folder.swap(exchanges: true) == [])
    #expect(folder.text == "new")
    #expect(folder.names == ["site"])
  }

  @Test func inTwoRenamesWhereThereIsNoExchange() throws {
    let folder = try SwapFolder()
    let notes = try folder.swap(exchanges: false)
    #expect(notes.count == 1 && notes[0].contains("two renames"))
    #expect(folder.text == "new")
    #expect(folder.names == ["site"])
  }

  @Test func betweenTwoRenamesTheNextBuildMendsIt() throws {
    let folder = try SwapFolder()
    try FileManager.default.moveItem(atPath: folder.path + "/site", toPath: folder.path + "/.site.old")
    SiteLeftovers(parent: try Root(folder.path), name: DiskName(text: "site")).tidy()
    #expect(folder.text == "old")
  }

  @Test func aFolderIsRemovedWithAllThatIsInItAndNothingElse() throws {
    let folder = try SwapFolder()
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder.path + "/outside", withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/outside/kept"))
    try manager.createSymbolicLink(atPath: folder.path + "/site/link", withDestinationPath: "../outside")
    for index in 0..<40 {
      try manager.createDirectory(atPath: folder.path + "/site/a/b\(index)/c", withIntermediateDirectories: true)
    }
    FolderRemoval.remove(DiskName(text: "site"), in: try Root(folder.path))
    #expect(folder.names == [".site.next", "outside"])
    #expect(manager.fileExists(atPath: folder.path + "/outside/kept"))
  }
}
