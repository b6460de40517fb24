import Glibc

/// Work on all processors in a few large chunks: ten thousand tasks cost a seventh more than two halves.
enum Threads {
  /// Processors this process may use.
  static let processors: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Maps consecutive chunks of `0..<count` on threads of their own; results in the order of the chunks.
  ///
  /// Few items stay on the calling thread, since starting a thread costs more than reading a document.
  static func mapChunks<Result: Sendable>(
    of count: Int, atLeast minimum: Int = 16, _ body: @escaping @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let chunks = max(1, min(processors, count / max(minimum, 1)))
    guard chunks > 1 else { return [body(0..<count)] }
    let jobs = (0..<chunks).map { index in
      Job(range: (count * index / chunks)..<(count * (index + 1) / chunks), body: body)
    }
    let threads = jobs.dropFirst().map { ($0, start($0)) }
    jobs[0].run()
    for (job, thread) in threads {
      if let thread { pthread_join(thread, nil) } else { job.run() }
    }
    return jobs.compactMap(\.result)
  }

  private static func start(_ job: AnyJob) -> pthread_t? {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(job)
    let code = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<AnyJob>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    if code == 0 { return thread }
    box.release()
    return nil
  }

  private class AnyJob { func run() {} }

  /// One chunk; its result is written by one thread and read after that thread was joined.
  private final class Job<Result: Sendable>: AnyJob {
    let range: Range<Int>
    let body: @Sendable (Range<Int>) -> Result
    private(set) var result: Result?

    init(range: Range<Int>, body: @escaping @Sendable (Range<Int>) -> Result) {
      self.range = range
      self.body = body
    }

    override func run() { result = body(range) }
  }
}
