// Data: names of Python's standard library that are as good as never used for anything else, from its documentation (3.13).

/// Names of Python's standard library, with the import that brings each.
enum StandardNames {
  /// The import that a name lacks: `OrderedDict` → `from collections import OrderedDict`, `asyncio.run` → `import asyncio`.
  ///
  /// A module is only recognised together with something that it holds, since `time` or `json` may be anybody's variable.
  static func missingImport(of name: String, attributes: [String]) -> (line: String, module: String)? {
    if let module = members[name] { return ("from \(module) import \(name)", module) }
    guard let known = modules[name], !attributes.isEmpty, attributes.allSatisfy(known.contains) else { return nil }
    return ("import \(name)", name)
  }

  private static let members: [String: String] = {
    var result: [String: String] = [:]
    for (module, names) in membersByModule { for name in names { result[name] = module } }
    return result
  }()

  private static let membersByModule: [String: [String]] = [
    "collections": ["OrderedDict", "defaultdict", "ChainMap", "namedtuple"],
    "concurrent.futures": ["ThreadPoolExecutor", "ProcessPoolExecutor", "as_completed"],
    "contextlib": ["contextmanager", "asynccontextmanager", "ExitStack", "AsyncExitStack", "nullcontext"],
    "dataclasses": ["dataclass"],
    "functools": ["lru_cache", "cached_property", "singledispatch", "total_ordering"],
    "types": ["SimpleNamespace", "MappingProxyType"],
    "typing": ["NamedTuple", "TypedDict"],
    "unittest.mock": ["MagicMock", "AsyncMock"],
    "weakref": ["WeakValueDictionary", "WeakKeyDictionary", "WeakSet"],
  ]

  private static let modules: [String: Set<String>] = [
    "asyncio": [
      "create_task", "ensure_future", "run", "gather", "wait", "wait_for", "sleep", "get_event_loop",
      "get_running_loop", "new_event_loop", "set_event_loop", "Queue", "Lock", "Event", "Semaphore",
      "BoundedSemaphore", "Condition", "Task", "TaskGroup", "timeout", "TimeoutError", "CancelledError", "shield",
      "to_thread", "as_completed", "open_connection", "start_server", "create_subprocess_exec",
      "create_subprocess_shell", "iscoroutinefunction", "current_task", "all_tasks", "Future",
      "run_coroutine_threadsafe",
    ],
    "collections": ["OrderedDict", "defaultdict", "deque", "Counter", "namedtuple", "ChainMap"],
    "datetime": ["datetime", "timedelta", "date", "timezone", "UTC"],
    "functools": ["partial", "wraps", "lru_cache", "cache", "reduce", "cached_property", "total_ordering"],
    "gc": ["collect", "get_objects", "get_referrers", "get_referents", "get_stats", "set_debug", "disable", "enable"],
    "hashlib": ["sha256", "sha1", "md5", "sha512", "new", "blake2b"],
    "itertools": ["chain", "islice", "groupby", "product", "combinations", "permutations", "count", "cycle", "repeat"],
    "json": ["dumps", "loads", "dump", "load", "JSONDecodeError", "JSONEncoder", "JSONDecoder"],
    "logging": [
      "getLogger", "basicConfig", "info", "debug", "warning", "error", "exception", "critical", "INFO", "DEBUG",
      "WARNING", "ERROR", "StreamHandler", "FileHandler", "Formatter", "Logger", "Handler", "Filter", "LoggerAdapter",
    ],
    "math": ["sqrt", "floor", "ceil", "log", "log2", "log10", "exp", "pi", "inf", "isclose", "isnan", "pow"],
    "multiprocessing": [
      "Process", "Pool", "Queue", "Manager", "Lock", "cpu_count", "Value", "Array", "set_start_method", "get_context",
    ],
    "os": [
      "environ", "getenv", "path", "listdir", "makedirs", "mkdir", "remove", "unlink", "getpid", "kill", "walk",
      "cpu_count", "fork", "rename", "replace", "stat", "scandir", "getcwd", "chdir", "fsync", "open", "close",
      "urandom",
      "system", "sep", "name",
    ],
    "random": [
      "random", "randint", "choice", "choices", "shuffle", "sample", "uniform", "seed", "randrange", "gauss", "Random",
      "expovariate", "normalvariate", "SystemRandom",
    ],
    "re": [
      "compile", "match", "search", "findall", "finditer", "sub", "split", "fullmatch", "escape", "IGNORECASE",
      "MULTILINE", "DOTALL", "VERBOSE",
    ],
    "shutil": ["copy", "copytree", "rmtree", "move", "which", "disk_usage", "copyfile"],
    "socket": [
      "socket", "AF_INET", "SOCK_STREAM", "SOCK_DGRAM", "create_connection", "gethostbyname", "getaddrinfo", "timeout",
      "setdefaulttimeout", "SO_REUSEADDR", "SOL_SOCKET",
    ],
    "sqlite3": ["connect", "Row", "OperationalError", "IntegrityError"],
    "subprocess": ["run", "Popen", "PIPE", "check_output", "check_call", "call", "CalledProcessError", "DEVNULL"],
    "sys": ["argv", "exit", "stdin", "stdout", "stderr", "path", "getsizeof", "version_info", "maxsize", "modules"],
    "tempfile": ["NamedTemporaryFile", "TemporaryDirectory", "mkdtemp", "mkstemp", "gettempdir"],
    "threading": [
      "Thread", "Lock", "RLock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier", "Timer", "local",
      "current_thread", "active_count", "enumerate", "main_thread",
    ],
    "time": ["time", "sleep", "perf_counter", "monotonic", "time_ns", "perf_counter_ns", "strftime", "process_time"],
    "traceback": ["print_exc", "format_exc", "print_stack", "format_stack", "print_exception"],
    "tracemalloc": ["start", "stop", "take_snapshot", "get_traced_memory", "reset_peak", "clear_traces"],
    "uuid": ["uuid4", "uuid1", "uuid5", "UUID"],
    "weakref": ["ref", "proxy", "WeakValueDictionary", "WeakKeyDictionary", "WeakSet", "finalize"],
  ]
}
