import Glibc

/// Renders every page once and writes those that are not in the old site already.
struct NewPages {
  private let pages: SitePages
  private let folder: Root
  private let old: Root?

  init(_ pages: SitePages, folder: Root, old: Root?) {
    self.pages = pages
    self.folder = folder
    self.old = old
  }

  /// What a thread did: for each of its pages, whether the old site has it; or why it stopped.
  private enum Outcome: Sendable {
    case done([Bool])
    case failed(CommandFailure)
  }

  /// Says of each page whether the old site holds the same bytes.
  func write() throws(CommandFailure) -> [Bool] {
    let (pages, folder, old) = (pages, folder, old)
    let outcomes = Threads.mapChunks(of: pages.paths.count) { range in
      Self.write(pages, range, into: OutputFolder(folder), old: old.map(OutputFolder.init))
    }
    var isSame: [Bool] = []
    for outcome in outcomes {
      switch outcome {
      case .done(let part): isSame += part
      case .failed(let failure): throw failure
      }
    }
    return isSame
  }

  private static func write(
    _ pages: SitePages, _ range: Range<Int>, into new: OutputFolder, old: OutputFolder?
  ) -> Outcome {
    var isSame: [Bool] = []
    for index in range {
      let path = pages.paths[index]
      do {
        if pages.isKnown[index] {
          isSame.append(true)
          continue
        }
        if Interruption.isWanted { return .failed(CommandFailure("interrupted; the previous site is as it was")) }
        let bytes = try pages.bytes(at: index)
        let isOld = old?.holds(bytes, at: path) ?? false
        isSame.append(isOld)
        if !isOld { try new.create(bytes, at: path) }
      } catch let failure as CommandFailure {
        return .failed(failure)
      } catch let error as SystemError {
        return .failed(CommandFailure("\(path): \(error.message); the previous site is as it was"))
      } catch {
        return .failed(CommandFailure("\(path): \(error)"))
      }
    }
    return .done(isSame)
  }
}
