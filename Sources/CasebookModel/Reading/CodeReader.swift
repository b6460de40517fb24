import CasebookMarkdown
import CasebookSource

/// Reads blocks of code of one case and gives those without an id of their own a name: `<case>.<role>`, then `-2`, `-3`.
struct CodeReader {
  let caseID: String
  /// Blocks so far by role; declared ones count, so that declaring one renames no other.
  private var ordinals = [Int](repeating: 0, count: CodeRole.allCases.count)

  init(caseID: String) { self.caseID = caseID }

  mutating func read(
    _ id: NodeID, in reader: inout BlockReader, step: StepKind
  ) -> CodeBlock {
    let info = InfoString(id, in: reader)
    var code = reader.literal(id)
    if code.byte(code.range.count - 1) == 0x0A { code.range = code.range.lowerBound..<code.range.upperBound - 1 }
    let isPlain = info.language == nil || info.language == "text"
    let (role, roleSource) = CodeRole.of(code: code, declared: info.role, hasLanguage: !isPlain, step: step)
    // A declared one counts as well.
    let implicit = nextID(role)
    return CodeBlock(
      id: info.id.map { Self.joined(caseID, $0.text) } ?? implicit, idSource: info.id == nil ? .implicit : .declared,
      idRange: info.id?.source.map { reader.place($0) }, language: info.language, infoString: reader.info(id).string,
      attributes: info.attributes, role: role, roleSource: roleSource, code: code.string,
      quantities: isPlain ? reader.quantities(in: reader.inside(id)).quantities : [], at: reader.place(id),
      block: reader.ref(id))
  }

  private mutating func nextID(_ role: CodeRole) -> String {
    let index = CodeRole.allCases.firstIndex(of: role) ?? 0
    ordinals[index] += 1
    let ordinal = ordinals[index]
    return Self.joined(caseID, ordinal == 1 ? role.rawValue : "\(role.rawValue)-\(ordinal)")
  }

  /// `case.name`, in one allocation.
  private static func joined(_ caseID: String, _ name: String) -> String {
    var (left, right) = (caseID, name)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        String(unsafeUninitializedCapacity: left.count + 1 + right.count) { id in
          _ = id.initialize(from: left)
          id[left.count] = UInt8(ascii: ".")
          _ = id[(left.count + 1)...].initialize(fromContentsOf: right)
          return left.count + 1 + right.count
        }
      }
    }
  }
}
