import Foundation
import Testing

@testable import casebook

@Suite("Documents are found and opened below their root") struct WalkTests {
  private func name(_ text: String) -> [DiskName] { DiskName.components(text) }

  @Test func pathsAreOrderedAsTextWithSlashes() {
    let paths = ["a", "a!/b", "a/b", "a/b/c", "a/b.md", "a0", "ab", "a-b/c", "b", "", "a/b/", "é/a"]
    for first in paths {
      for second in paths {
        let joined = [first, second].map { Array(name($0).map(\.text).joined(separator: "/").utf8) }
        #expect(
          DirectoryWalk.isBefore(name(first), name(second)) == joined[0].lexicographicallyPrecedes(joined[1]),
          "\(first) \(second)")
      }
    }
  }

  @Test func theFolderOfTheLastFileIsOnlyUsedForItsNeighbours() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.run(
      "mkdir -p x/a/b x/a/c; echo 1 > x/a/b/1.md; echo 2 > x/a/b/2.md; echo 3 > x/a/c/1.md; echo 4 > x/1.md; ln -s ../b/1.md x/a/c/l.md"
    )
    let root = try Root(sandbox.folder + "/x")
    let folder = NearbyFolder()
    func read(_ path: String) throws -> String {
      let descriptor = try folder.open(name(path), below: root)
      defer { close(descriptor) }
      return String(decoding: try SystemCall.readToEnd(descriptor, expected: 2, limit: 99, isSize: true), as: UTF8.self)
    }
    for (path, text) in [
      ("a/b/1.md", "1\n"), ("a/b/2.md", "2\n"), ("a/c/1.md", "3\n"), ("1.md", "4\n"), ("a/b/1.md", "1\n"),
    ] {
      #expect(try read(path) == text)
    }
    #expect(throws: SystemError.self) { try read("a/c/l.md") }
    #expect(throws: SystemError.self) { try read("a/d/1.md") }
    #expect(try read("a/c/1.md") == "3\n")
  }

  @Test(
    arguments: [
      ("/a/b", "/a", "b"), ("/a", "/a", ""), ("/ab", "/a", nil), ("/a/b", "/", "a/b"), ("/é/b", "/é", "b"),
      ("b", "a", nil),
      ("/a/b/c", "/a/", "b/c"),
    ] as [(String, String, String?)])
  func aPathBelowAFolder(path: String, folder: String, below: String?) {
    #expect(Paths.relative(path, to: folder) == below)
  }
}
