import CasebookMarkdown
package import CasebookSource

/// Reads a file of synonyms: issue type → a phrase or a list of them, with the place of every mistake.
///
/// ```
/// memory-leaks: [heap creep, pod restarts]
/// ```
package struct SynonymReader {
  /// Something in the file that is not as it should be.
  package struct Mistake: Hashable, Sendable {
    package var position: Position
    /// A sentence without a final stop.
    package var message: String
  }

  /// The phrases of a file, and where each issue type is named.
  package struct Result: Sendable {
    package var phrases: [String: [String]] = [:]
    package var places: [String: Position] = [:]
    package var mistakes: [Mistake] = []
  }

  /// Reads a file; what is wrong is told and left out.
  package static func read(_ bytes: [UInt8], path: String) -> Result {
    let text = RepairedText(SourceFile(path: path, bytes: bytes))
    var result = Result()
    func mistake(_ range: Range<Int>, _ message: String) {
      result.mistakes.append(Mistake(position: text.position(of: range.lowerBound), message: message))
    }
    let yaml = YAMLReader.read(text.bytes[...], limits: limits)
    for problem in yaml.problems where problem.isFatal { mistake(problem.range, problem.message) }
    guard let value = yaml.value, !isEmpty(text.bytes) else { return result }
    guard let entries = value.entries else {
      mistake(value.range, "a file of synonyms must be a map from issue type to phrases")
      return result
    }
    for entry in entries {
      guard let phrases = entry.value.texts, !phrases.isEmpty else {
        mistake(entry.value.range, "'\(entry.key)' takes a phrase or a list of phrases")
        continue
      }
      result.phrases[entry.key, default: []] += phrases
      result.places[entry.key] = text.position(of: entry.keyRange.lowerBound)
    }
    return result
  }

  /// Room for some thousand phrases.
  private static let limits: InputLimits = {
    var limits = InputLimits.standard
    limits.frontMatterBytes = 1 << 20
    limits.frontMatterEvents = 200_000
    return limits
  }()

  private static func isEmpty(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.split(separator: 0x0A).allSatisfy { line in
      let first = line.first { $0 > 0x20 }
      return first == nil || first == UInt8(ascii: "#")
    }
  }
}
