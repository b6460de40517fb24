import Glibc

/// Calls of Linux that Swift's Glibc module does not show, found by their names; each has a way to do without.
enum LinuxCalls {
  private static func find<Call>(_ name: String, _: Call.Type) -> Call? {
    dlsym(nil, name).map { unsafeBitCast($0, to: Call.self) }
  }

  /// A file in memory, without a name; -1 where there is no such call.
  static func memoryFile(_ name: String) -> Int32 {
    typealias Call = @convention(c) (UnsafePointer<CChar>, UInt32) -> Int32
    let closesOnExec: UInt32 = 1
    return find("memfd_create", Call.self)?(name, closesOnExec) ?? -1
  }

  /// Sets a limit of another process, hard and soft.
  static func limit(_ process: pid_t, _ resource: __rlimit_resource, _ value: Int) {
    typealias Call = @convention(c) (pid_t, UInt32, UnsafePointer<rlimit>, UnsafeMutablePointer<rlimit>?) -> Int32
    var bounds = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    _ = find("prlimit", Call.self)?(process, resource.rawValue, &bounds, nil)
  }

  /// Lets a child begin in a folder; says whether it will.
  static func begin(_ actions: inout posix_spawn_file_actions_t, in folder: String) -> Bool {
    typealias Call = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, UnsafePointer<CChar>) -> Int32
    return find("posix_spawn_file_actions_addchdir_np", Call.self)?(&actions, folder) == 0
  }

  /// Closes a child's descriptors from a number on; without it those of ours still close, which are all marked so.
  static func close(_ actions: inout posix_spawn_file_actions_t, from first: Int32) {
    typealias Call = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32
    _ = find("posix_spawn_file_actions_addclosefrom_np", Call.self)?(&actions, first)
  }

  /// Lets processes that lose their parents come to this one, or no longer.
  static func adoptOrphans(_ wanted: Bool) {
    typealias Call = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
    let setsChildSubreaper: Int32 = 36
    _ = find("prctl", Call.self)?(setsChildSubreaper, wanted ? 1 : 0, 0, 0, 0)
  }
}
