import ArgumentParser
import CasebookRender
import Glibc

/// What places in a report lead to where a terminal knows links: nothing, the file, an editor, or a template's address.
enum HyperlinkChoice: ExpressibleByArgument {
  case auto, never, file, vscode
  case template(LinkTemplate)

  init?(argument: String) {
    switch argument {
    case "auto": self = .auto
    case "never": self = .never
    case "file": self = .file
    case "vscode": self = .vscode
    default:
      guard let template = LinkTemplate(argument) else { return nil }
      self = .template(template)
    }
  }

  var defaultValueDescription: String { "auto" }

  static var allValueStrings: [String] {
    ["auto", "never", "file", "vscode", "TEMPLATE with {path}, {line}, {column}"]
  }

  /// The address to link to; `nil` where no links are wanted or standard output is no terminal that takes them.
  ///
  /// `auto` is VS Code inside its own terminal, else the file. Where colour is forced, a link that was asked for is as well.
  var wanted: LinkTemplate? {
    let term = Environment.value("TERM")
    let isTerminal = Terminal.isTerminal(.output) && term != "dumb" && term != "linux"
    switch self {
    case .never: return nil
    case .auto:
      guard isTerminal else { return nil }
      return Environment.value("TERM_PROGRAM") == "vscode" ? Self.editor : Self.files
    case .file: return isTerminal || Terminal.choice == .always ? Self.files : nil
    case .vscode: return isTerminal || Terminal.choice == .always ? Self.editor : nil
    case .template(let template): return isTerminal || Terminal.choice == .always ? template : nil
    }
  }

  private static var editor: LinkTemplate? { LinkTemplate("vscode://file{path}:{line}:{column}") }

  /// The name of this machine is part of a file's address, so that a terminal elsewhere does not open a file of its own.
  private static var files: LinkTemplate? { LinkTemplate("file://\(hostName){path}") }

  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let isPlain = bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }
    return isPlain ? String(decoding: bytes, as: UTF8.self) : ""
  }
}
