import CasebookModel
import CasebookSource

/// CB301: sizes in a unit that stands for 1000s or for 1024s, once a case.
struct AmbiguousUnitRule: DocumentRule {
  let description = RuleDescription(
    301, "ambiguous-unit", .info, basis: .heuristic,
    what: """
      A case compares sizes in KB, MB, GB or TB, which some tools count in 1000s and others in 1024s. It is reported once a \
      case, at the first of them; a case that also writes KiB, MiB or GiB tells the two apart and is left alone.
      """,
    why: """
      1GB is 7 per cent less than 1GiB, and 1TB is 10 per cent less than 1TiB. Who computes from a rate when the memory is \
      full, or looks for the size in another tool's output, is off by as much. Write MiB where 1024s are meant.
      """,
    triggering: [
      RuleExample(
        "two sizes",
        "# A\n\n**Problem**: grows\n\n## Symptoms\n- Memory grows ⟦100MB/hour⟧\n\n### 1. Findings\n\n- Size: 150MB\n")
    ],
    accepted: [
      RuleExample(
        "units of 1024s",
        "# A\n\n**Problem**: grows\n\n## Symptoms\n- Memory grows 100MiB/hour\n\n### 1. Findings\n\n- Size: 150MiB\n"),
      RuleExample(
        "both kinds, told apart",
        "# A\n\n**Problem**: grows\n\n## Symptoms\n- Disk sold as 500GB\n\n### 1. Findings\n\n- Disk has 465GiB\n"),
      RuleExample("one size, compared with nothing", "# A\n\n**Problem**: uploads of more than 50MB fail\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    context.figures.compactMap { item in
      let sizes = item.figures.filter { Self.isSize($0.quantity.dimension) }
      guard let first = sizes.first(where: { $0.quantity.isAmbiguous }),
        sizes.contains(where: { !$0.quantity.agrees(with: first.quantity) }),
        !sizes.contains(where: { !$0.quantity.isAmbiguous && $0.quantity.unit.utf8.contains(UInt8(ascii: "i")) })
      else { return nil }
      let unit = first.quantity.unit
      return finding(
        document.model.path, first.quantity.at,
        "a size must say whether it counts in 1000s or in 1024s; `\(unit)` may be either",
        explanation: "a case that says once how it counts is clear; MiB, GiB and so on always count in 1024s")
    }
  }

  private static func isSize(_ dimension: QuantityDimension) -> Bool {
    switch dimension {
    case .bytes, .bytesPerTime, .bytesPerCount: true
    case .time, .ratio, .count, .countPerTime, .ratioPerTime, .timePerCount, .dimensionless: false
    }
  }
}
