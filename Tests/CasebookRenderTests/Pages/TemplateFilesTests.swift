import Testing
import TestSupport

@testable import CasebookRender

@Suite("Built-in templates") struct TemplateFilesTests {
  @Test("The embedded copies are those of templates/: run `make templates`") func embedded() {
    let files = Repository.files(below: "templates").filter { file in
      [".mustache", ".css", ".svg"].contains { file.hasSuffix($0) }
    }
    #expect(files.map { $0.dropFirst("templates/".count) } == BuiltInTemplates.files.map { $0.path[...] })
    for (path, text) in BuiltInTemplates.files {
      let isSame = "\(text)" == Repository.text("templates/" + path)
      #expect(isSame, "\(path)")
    }
  }
}
