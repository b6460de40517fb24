import Foundation
import TestSupport
import Testing

@testable import CasebookRender

@Suite("Built-in templates") struct TemplateFilesTests {
  @Test("The embedded copies are those of templates/: run `make templates`") func embedded() {
    let files = Repository.files(below: "templates").filter { file in
      [".mustache", ".css", ".js", ".svg"].contains { file.hasSuffix($0) }
    }
    #expect(files.map { $0.dropFirst("templates/".count) } == BuiltInTemplates.files.map { $0.path[...] })
    for (path, text) in BuiltInTemplates.files {
      let isSame = "\(text)" == Repository.text("templates/" + path)
      #expect(isSame, "\(path)")
    }
  }

  @Test("templates/README.md documents every name that a template may use") func reference() throws {
    let text = TemplateReference.markdown()
    if ProcessInfo.processInfo.environment["RECORD_EXPECTATIONS"] == "1" {
      try Data(text.utf8).write(to: URL(fileURLWithPath: Repository.root + "/templates/README.md"))
      Issue.record("recorded templates/README.md; run again without RECORD_EXPECTATIONS")
      return
    }
    #expect(Repository.text("templates/README.md") == text)
  }
}
