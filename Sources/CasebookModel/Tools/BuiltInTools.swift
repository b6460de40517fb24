// Data: tools.yml, written by `make templates`; edit that and run it.

/// The registry of tools that needs no file beside the program: the text of `tools.yml`.
enum BuiltInTools {
  static let text: StaticString = #"""
    # The tools that casebook knows: id → entry. `make templates` embeds this file; `casebook schema tools` is its form.
    # A knowledge base adds to it, or overrides single fields, by files of the same form that `tools:` in casebook.yml names.
    #
    #   name         as it is written; the id where it is left out       effects   executes, stops, slows
    #   aliases      other spellings that are right                      live      true: it is turned on a running service
    #   summary      what it shows, one sentence                         caution   what it costs, in words
    #   issue-types  kinds of problem that it serves                     status    maintained or deprecated
    #   languages    those it sees; left out, any                        successor what took its place
    #   install      apt, pip, npm, go, go-module, cargo, crate, web, builtin → what
    #   executable   its program, the first that is there; version asks it, module asks Python's package of that name
    #   first        commands to begin with
    #   output       form: a line of it; has: parts that it always has; claims: words by which a text says that it is one
    #   only-in-code true: a common word, a mention only where it stands in code

    # Memory

    tracemalloc:
      summary: Tells which lines of Python hold the memory allocated since it was started.
      issue-types: [memory-leaks]
      languages: [python]
      effects: [slows]
      caution: It records every allocation from its start on, which costs CPU and memory; it sees nothing that was there before, and no memory of C libraries.
      install: {builtin: Python 3.4 and later}
      executable: python3
      version: [--version]
      first:
        - 'python3 -X tracemalloc=25 app.py   # 25 frames an allocation'
        - 'tracemalloc.take_snapshot().compare_to(before, "lineno")   # what grew between two snapshots'
      output:
        form: 'app/cache.py:45: size=4883 KiB, count=5000, average=1000 B'
        has: [size=, count=]
        claims: [size, count]

    memray:
      summary: Records every allocation of a Python program, native ones too, and draws what holds the memory.
      issue-types: [memory-leaks]
      languages: [python, c, cpp, rust]
      effects: [slows]
      caution: It slows a program that allocates much, and its file grows fast; attaching to a process needs gdb or lldb.
      install: {pip: memray}
      executable: memray
      version: [--version]
      first:
        - 'memray run -o app.bin app.py'
        - 'memray flamegraph --leaks app.bin   # what was never freed'
        - 'memray attach PID'

    memory_profiler:
      aliases: [memory-profiler, mprof]
      summary: Prints the memory of a Python process line by line, and over time with mprof.
      issue-types: [memory-leaks]
      languages: [python]
      effects: [slows]
      caution: It asks for the memory of the process after every line of a decorated function.
      status: deprecated
      successor: memray
      install: {pip: memory-profiler, apt: python3-memory-profiler}
      executable: python3
      module: memory-profiler
      first:
        - 'mprof run app.py && mprof plot'
      output:
        form: 'Line #    Mem usage    Increment  Occurrences   Line Contents'
        has: [Mem usage]
        claims: [increment, 'line #']

    pympler:
      aliases: [Pympler]
      summary: Counts the objects of a Python process by type, and tells what was added between two moments.
      issue-types: [memory-leaks]
      languages: [python]
      effects: [slows]
      caution: It walks every object that the collector knows, and the service waits meanwhile.
      install: {pip: pympler}
      executable: python3
      module: pympler
      first:
        - 'tracker = pympler.tracker.SummaryTracker(); tracker.print_diff()'

    objgraph:
      summary: Shows which Python objects grow in number, and the references that keep one alive.
      issue-types: [memory-leaks]
      languages: [python]
      effects: [slows]
      caution: It walks every object that the collector knows; pictures need Graphviz.
      install: {pip: objgraph, apt: python3-objgraph}
      executable: python3
      module: objgraph
      first:
        - 'objgraph.show_growth(limit=10)   # twice, with work between'
        - 'objgraph.show_backrefs(objgraph.by_type("Session")[:1], filename="why.png")'

    heaptrack:
      summary: Records every heap allocation of a native program with its stack, and shows leaks and peaks.
      issue-types: [memory-leaks]
      languages: [c, cpp, rust, swift]
      effects: [slows]
      caution: Every allocation is recorded with a stack; attaching with --pid is done by gdb.
      install: {apt: heaptrack}
      executable: heaptrack
      version: [--version]
      first:
        - 'heaptrack ./app'
        - 'heaptrack_print heaptrack.app.*.zst | less'

    valgrind:
      name: Valgrind
      aliases: [valgrind, memcheck, Memcheck]
      summary: Runs a native program on a simulated processor and reports leaks, invalid reads and uninitialised values.
      issue-types: [memory-leaks]
      languages: [c, cpp, rust, swift]
      effects: [slows]
      caution: The program runs ten to thirty times slower and on one core at a time; it is for tests, not for production.
      install: {apt: valgrind}
      executable: valgrind
      version: [--version]
      first:
        - 'valgrind --leak-check=full --show-leak-kinds=definite,possible ./app'
      output:
        form: '==4242== 72 bytes in 1 blocks are definitely lost in loss record 1 of 2'
        has: ['==']
        claims: [definitely lost]

    massif:
      name: Massif
      aliases: [massif]
      summary: Draws the heap of a native program over time, and what it consisted of at its peak.
      issue-types: [memory-leaks]
      languages: [c, cpp, rust, swift]
      effects: [slows]
      caution: A tool of Valgrind, with its slowness; for tests, not for production.
      install: {apt: valgrind}
      executable: valgrind
      version: [--version]
      first:
        - 'valgrind --tool=massif ./app && ms_print massif.out.*'

    address-sanitizer:
      name: AddressSanitizer
      aliases: [ASan, asan]
      summary: Stops a native program at the first use of memory that is freed or out of bounds, with both stacks.
      issue-types: [memory-leaks]
      languages: [c, cpp, rust, swift]
      effects: [slows]
      caution: The program is built anew, runs about twice as slow, takes two to three times the memory, and aborts at the first fault.
      install: {builtin: 'GCC, Clang, Swift and nightly Rust', apt: clang}
      executable: [clang, gcc, swiftc]
      version: [--version]
      first:
        - 'clang -g -fsanitize=address -fno-omit-frame-pointer app.c && ./a.out'
        - 'swift test --sanitize=address'
      output:
        form: '==4242==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000010'
        has: [AddressSanitizer]
        claims: [heap-use-after-free]

    leak-sanitizer:
      name: LeakSanitizer
      aliases: [LSan, lsan]
      summary: Lists at the end of a native program the memory that nothing points to any more, by stack.
      issue-types: [memory-leaks]
      languages: [c, cpp, rust, swift]
      caution: It reports when the program ends, so a service must be shut down cleanly; it cannot run under a debugger.
      install: {builtin: 'GCC and Clang, within AddressSanitizer', apt: clang}
      executable: [clang, gcc]
      version: [--version]
      first:
        - 'clang -g -fsanitize=leak app.c && ./a.out'
      output:
        form: 'ERROR: LeakSanitizer: detected memory leaks'
        has: [LeakSanitizer]
        claims: [direct leak of]

    gperftools:
      aliases: [tcmalloc]
      summary: Samples heap and CPU of a native program through its own allocator.
      issue-types: [memory-leaks, high-cpu]
      languages: [c, cpp]
      install: {apt: google-perftools}
      executable: [google-pprof, pprof]
      version: [--version]
      first:
        - 'LD_PRELOAD=libtcmalloc.so.4 HEAPPROFILE=/tmp/app ./app'
        - 'google-pprof --text ./app /tmp/app.0001.heap'

    jemalloc:
      aliases: [jeprof]
      summary: An allocator that samples where a native program's memory comes from while it serves.
      issue-types: [memory-leaks]
      languages: [c, cpp, rust]
      caution: Only a jemalloc that was built with --enable-prof takes samples.
      install: {apt: libjemalloc-dev}
      executable: jeprof
      version: [--version]
      first:
        - 'MALLOC_CONF=prof:true,lg_prof_interval:30 LD_PRELOAD=libjemalloc.so.2 ./app'
        - 'jeprof --text ./app jeprof.*.heap'

    memleak:
      aliases: [memleak-bpfcc]
      summary: Lists allocations of a running native process, or of the kernel, that were not freed, by stack.
      issue-types: [memory-leaks]
      languages: [c, cpp, rust, swift]
      effects: [slows]
      live: true
      caution: Every allocation is traced, which a busy allocator feels; sample with -s, and end it after a minute.
      install: {apt: bpfcc-tools}
      executable: memleak-bpfcc
      first:
        - 'memleak-bpfcc -p PID -s 100 -a 10'

    smem:
      summary: Reports memory a process with shared pages divided among those who share them.
      issue-types: [memory-leaks]
      install: {apt: smem}
      executable: smem
      version: [--version]
      first:
        - 'smem -t -k -P app   # PSS is the fair share, USS what its end would free'

    pmap:
      summary: Lists the memory maps of a process, so that heap, stacks and mapped files can be told apart.
      issue-types: [memory-leaks]
      caution: Reading the maps of a very large process holds its memory lock for a moment.
      install: {apt: procps}
      executable: pmap
      version: [--version]
      first:
        - 'pmap -x PID | sort -n -k3 | tail'

    free:
      summary: Shows how much memory the machine has left, the cache told apart from what is used.
      issue-types: [memory-leaks]
      only-in-code: true
      install: {apt: procps}
      executable: free
      version: [--version]
      first:
        - 'free -h -s 5   # "available" is what a new program could get'

    journalctl:
      aliases: [dmesg]
      summary: Prints the kernel's and the services' messages, those of the out-of-memory killer among them.
      issue-types: [memory-leaks, disk-io, network-issues]
      install: {apt: systemd}
      executable: [journalctl, dmesg]
      version: [--version]
      first:
        - 'journalctl -k --since "1 hour ago" | grep -i -E "out of memory|oom|I/O error"'

    heapsnapshot:
      name: heap snapshot
      aliases: [heapsnapshot, heap snapshots, v8.writeHeapSnapshot]
      summary: Writes every object of a Node.js process to a file that Chrome's developer tools compare and search.
      issue-types: [memory-leaks]
      languages: [javascript]
      effects: [stops]
      live: true
      caution: The process stops while it writes and needs about twice the memory of its heap; take the instance out of service first.
      install: {builtin: Node.js 12 and later}
      executable: node
      version: [--version]
      first:
        - 'node --heapsnapshot-signal=SIGUSR2 server.js   # then: kill -USR2 PID'

    memlab:
      name: MemLab
      aliases: [memlab]
      summary: Finds leaked objects in JavaScript heap snapshots, and drives a browser page to make them.
      issue-types: [memory-leaks]
      languages: [javascript]
      install: {npm: memlab}
      executable: memlab
      version: [version]
      first:
        - 'memlab find-leaks --baseline a.heapsnapshot --target b.heapsnapshot --final c.heapsnapshot'

    node-inspector:
      name: node --inspect
      aliases: [Chrome DevTools, node inspector, 'node --inspect']
      summary: Opens a Node.js process to Chrome's developer tools; heap, CPU profile and breakpoints.
      issue-types: [memory-leaks, high-cpu]
      languages: [javascript]
      effects: [stops]
      live: true
      caution: Whoever reaches the port runs code in the process, and a breakpoint stops it; bind it to 127.0.0.1 and tunnel.
      install: {builtin: Node.js}
      executable: node
      version: [--version]
      first:
        - 'kill -USR1 PID   # opens 127.0.0.1:9229 in a running process; then chrome://inspect'

    jmap:
      summary: Counts the objects of a JVM by class, or dumps its heap; jcmd does both and is the one that is supported.
      issue-types: [memory-leaks]
      languages: [jvm]
      effects: [stops]
      live: true
      caution: The JVM stops while a histogram of live objects or a dump is made, for seconds on a large heap.
      install: {apt: default-jdk-headless}
      executable: jmap
      first:
        - 'jmap -histo:live PID | head -20'

    jcmd:
      summary: Asks a running JVM for its threads, class histogram, heap dump, native memory or flight recording.
      issue-types: [memory-leaks, high-cpu, race-conditions, latency-regressions]
      languages: [jvm]
      effects: [stops]
      live: true
      caution: GC.heap_dump and GC.class_histogram run a full collection and stop the JVM meanwhile; Thread.print stops it for an instant.
      install: {apt: default-jdk-headless}
      executable: jcmd
      first:
        - 'jcmd PID GC.class_histogram | head -20'
        - 'jcmd PID Thread.print -l   # deadlocks are named at the end'
        - 'jcmd PID VM.native_memory summary   # needs -XX:NativeMemoryTracking=summary'

    jstat:
      summary: Prints a JVM's heap generations and collection times at an interval.
      issue-types: [memory-leaks, latency-regressions]
      languages: [jvm]
      install: {apt: default-jdk-headless}
      executable: jstat
      first:
        - 'jstat -gcutil PID 1000   # O that only grows after each FGC is a leak'

    eclipse-mat:
      name: Eclipse MAT
      aliases: [Memory Analyzer, MAT]
      summary: Reads a JVM heap dump and names the objects that retain most of it.
      issue-types: [memory-leaks]
      languages: [jvm]
      install: {web: 'https://eclipse.dev/mat/'}
      executable: [ParseHeapDump.sh, MemoryAnalyzer]
      first:
        - 'ParseHeapDump.sh heap.hprof org.eclipse.mat.api:suspects'

    jhat:
      summary: Served a JVM heap dump as web pages; it left the JDK with version 9.
      issue-types: [memory-leaks]
      languages: [jvm]
      status: deprecated
      successor: Eclipse MAT
      install: {builtin: JDK 8 and earlier}
      executable: jhat
      first:
        - 'jhat heap.hprof'

    goleak:
      summary: Fails a Go test that leaves goroutines behind.
      issue-types: [memory-leaks, race-conditions]
      languages: [go]
      install: {go-module: go.uber.org/goleak}
      executable: go
      version: [version]
      first:
        - 'func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }'

    pprof:
      name: pprof
      aliases: [go tool pprof, net/http/pprof]
      summary: Reads CPU, heap, goroutine, mutex and block profiles of a Go service, live or from a file.
      issue-types: [memory-leaks, high-cpu, race-conditions, latency-regressions]
      languages: [go]
      caution: A CPU profile costs a few per cent while it runs; never open /debug/pprof to the outside.
      install: {builtin: 'Go, as go tool pprof', apt: golang-go}
      executable: go
      version: [version]
      first:
        - 'go tool pprof -top "http://localhost:6060/debug/pprof/heap"'
        - 'go tool pprof -http=: "http://localhost:6060/debug/pprof/profile?seconds=30"'
        - 'curl -s "http://localhost:6060/debug/pprof/goroutine?debug=2"   # every goroutine with its stack'

    # CPU

    cprofile:
      name: cProfile
      summary: Counts calls and times of every Python function from the program's start to its end.
      issue-types: [high-cpu, latency-regressions]
      languages: [python]
      effects: [slows]
      caution: Every call is traced, so that small functions look dearer than they are; it cannot attach to a running process.
      install: {builtin: Python}
      executable: python3
      version: [--version]
      first:
        - 'python3 -m cProfile -s cumulative app.py | head -40'
        - 'python3 -m cProfile -o app.prof app.py && python3 -m pstats app.prof'

    py-spy:
      summary: Samples the stacks of a running Python process from outside, without a restart.
      issue-types: [high-cpu, latency-regressions, race-conditions]
      languages: [python]
      caution: It pauses the process for each sample; --nonblocking does not, and is less exact. It needs ptrace rights, in a container SYS_PTRACE.
      install: {pip: py-spy}
      executable: py-spy
      version: [--version]
      first:
        - 'py-spy top --pid PID'
        - 'py-spy record --pid PID --duration 30 -o profile.svg'
        - 'py-spy dump --pid PID   # what every thread does now; who waits for the lock'

    pyflame:
      summary: Sampled stacks of a running Python process; archived by its makers.
      issue-types: [high-cpu]
      languages: [python]
      status: deprecated
      successor: py-spy
      executable: pyflame
      first:
        - 'pyflame -p PID'

    line_profiler:
      aliases: [line-profiler, kernprof]
      summary: Times every line of the Python functions that are decorated with @profile.
      issue-types: [high-cpu, latency-regressions]
      languages: [python]
      effects: [slows]
      caution: Decorated functions run several times slower; find the function with a sampler first.
      install: {pip: line-profiler, apt: python3-line-profiler}
      executable: python3
      module: line-profiler
      first:
        - 'kernprof -l -v app.py'

    pyinstrument:
      summary: Samples a Python program and prints the call tree that took the time, waiting included.
      issue-types: [high-cpu, latency-regressions]
      languages: [python]
      install: {pip: pyinstrument}
      executable: pyinstrument
      version: [--version]
      first:
        - 'pyinstrument app.py'

    scalene:
      name: Scalene
      aliases: [scalene]
      summary: Samples CPU, memory and copying of a Python program by line, Python told apart from native code.
      issue-types: [high-cpu, memory-leaks]
      languages: [python]
      install: {pip: scalene}
      executable: scalene
      version: [--version]
      first:
        - 'scalene app.py'

    austin:
      name: Austin
      aliases: [austin]
      summary: Samples the stacks of a running CPython process from outside, with very little cost.
      issue-types: [high-cpu, latency-regressions]
      languages: [python]
      only-in-code: true
      caution: It reads the memory of the process, which needs ptrace rights.
      install: {apt: austin, pip: austin-dist}
      executable: austin
      version: [--version]
      first:
        - 'austin -i 10ms -x 30 -p PID > stacks.txt'

    perf:
      name: perf
      aliases: [linux-perf, perf_events]
      summary: Samples where the processors spend their time, kernel included, and counts hardware events.
      issue-types: [high-cpu, latency-regressions]
      only-in-code: true
      caution: Sampling at 99 Hz costs next to nothing; perf trace and tracepoints that fire often do not. Needs perf_event_paranoid or root.
      install: {apt: linux-perf}
      executable: perf
      version: [--version]
      first:
        - 'perf top -g -p PID'
        - 'perf record -F 99 -g -p PID -- sleep 30 && perf report --stdio | head -60'
        - 'perf stat -p PID -- sleep 10'

    flamegraph:
      name: FlameGraph
      aliases: [flame graph, flame graphs, flamegraph]
      summary: Draws sampled stacks as one picture; the wider, the more time.
      issue-types: [high-cpu, latency-regressions]
      install: {cargo: inferno}
      executable: [inferno-flamegraph, flamegraph.pl]
      first:
        - 'perf script | inferno-collapse-perf | inferno-flamegraph > cpu.svg'

    hotspot:
      name: Hotspot
      summary: Shows a recording of perf as call trees, flame graph and time line.
      issue-types: [high-cpu, latency-regressions]
      only-in-code: true
      install: {apt: hotspot}
      executable: hotspot
      first:
        - 'perf record --call-graph dwarf ./app && hotspot perf.data'

    top:
      aliases: [htop, atop]
      summary: Shows the busiest processes, and with -H the busiest threads.
      issue-types: [high-cpu, memory-leaks]
      only-in-code: true
      install: {apt: procps}
      executable: [htop, top]
      version: [-V]
      first:
        - 'top -H -p PID'

    pidstat:
      summary: Reports CPU, memory, disk or context switches of processes and threads at an interval.
      issue-types: [high-cpu, memory-leaks, disk-io]
      install: {apt: sysstat}
      executable: pidstat
      version: [-V]
      first:
        - 'pidstat -u -t -p PID 1   # CPU by thread'
        - 'pidstat -d 1   # who reads and writes'
        - 'pidstat -w -p PID 1   # voluntary switches: it waits; involuntary: it lacks CPU'

    mpstat:
      summary: Reports every processor by itself; one at 100% beside idle ones is a single-threaded limit.
      issue-types: [high-cpu]
      install: {apt: sysstat}
      executable: mpstat
      version: [-V]
      first:
        - 'mpstat -P ALL 1'

    vmstat:
      summary: Prints run queue, memory, swap, disk waits and CPU of the machine, a line an interval.
      issue-types: [high-cpu, memory-leaks, disk-io]
      install: {apt: procps}
      executable: vmstat
      version: [--version]
      first:
        - 'vmstat 1   # r above the number of cores: CPU; b and wa: disk; si and so: memory'

    sar:
      aliases: [sysstat]
      summary: Prints what the machine did, also yesterday, where its collector runs.
      issue-types: [high-cpu, memory-leaks, disk-io, network-issues]
      only-in-code: true
      install: {apt: sysstat}
      executable: sar
      version: [-V]
      first:
        - 'sar -u -s 03:00:00 -e 04:00:00'
        - 'sar -n TCP,ETCP 1   # retransmissions'

    profile-bpfcc:
      name: profile
      aliases: [profile-bpfcc]
      summary: Samples stacks of all processes in the kernel, counted there, so that busy machines bear it.
      issue-types: [high-cpu]
      only-in-code: true
      install: {apt: bpfcc-tools}
      executable: profile-bpfcc
      first:
        - 'profile-bpfcc -F 99 -f -p PID 30 > stacks.txt'

    async-profiler:
      aliases: [asprof]
      summary: Samples CPU, allocations, locks or wall-clock time of a running JVM without safepoint bias.
      issue-types: [high-cpu, memory-leaks, latency-regressions, race-conditions]
      languages: [jvm]
      caution: One event at a time costs little; --all on a busy service does not.
      install: {web: 'https://github.com/async-profiler/async-profiler'}
      executable: asprof
      version: [--version]
      first:
        - 'asprof -d 30 -f cpu.html PID'
        - 'asprof -d 30 -e alloc -f alloc.html PID'
        - 'asprof -d 30 -e wall -t -f wall.html PID   # waiting too'

    jfr:
      name: Java Flight Recorder
      aliases: [JFR, jfr, Flight Recorder]
      summary: Records what a JVM does, from collections and locks to allocations and slow I/O, with about one per cent of cost.
      issue-types: [high-cpu, memory-leaks, latency-regressions, race-conditions, disk-io]
      languages: [jvm]
      install: {apt: default-jdk-headless}
      executable: jfr
      version: [--version]
      first:
        - 'jcmd PID JFR.start duration=60s filename=/tmp/app.jfr'
        - 'jfr summary /tmp/app.jfr && jfr print --events jdk.JavaMonitorEnter /tmp/app.jfr'

    node-cpu-prof:
      name: node --cpu-prof
      aliases: [node --prof, cpuprofile]
      summary: Samples a Node.js process from start to end; the file opens in Chrome's developer tools.
      issue-types: [high-cpu, latency-regressions]
      languages: [javascript]
      install: {builtin: Node.js 12 and later}
      executable: node
      version: [--version]
      first:
        - 'node --cpu-prof --cpu-prof-dir=/tmp/profiles server.js'

    clinic:
      name: Clinic.js
      aliases: [clinic, clinic doctor, clinic flame]
      summary: Runs a Node.js service under load and tells whether its event loop, its CPU or its waiting is at fault.
      issue-types: [high-cpu, latency-regressions, memory-leaks]
      languages: [javascript]
      caution: Its last release is of 2023, and Doctor fails with Node.js 21.7 and later.
      install: {npm: clinic}
      executable: clinic
      version: [--version]
      first:
        - 'clinic doctor --autocannon [ / ] -- node server.js'
        - 'clinic flame -- node server.js'

    zero-x:
      name: 0x
      summary: Draws a flame graph of a Node.js process in one command.
      issue-types: [high-cpu]
      languages: [javascript]
      only-in-code: true
      install: {npm: 0x}
      executable: 0x
      version: [--version]
      first:
        - '0x -- node server.js'

    callgrind:
      name: Callgrind
      aliases: [callgrind, KCachegrind, kcachegrind]
      summary: Counts the instructions of a native program by function and line; the same count at every run.
      issue-types: [high-cpu, latency-regressions]
      languages: [c, cpp, rust, swift]
      effects: [slows]
      caution: A tool of Valgrind, some fifty times slower; for tests, not for production.
      install: {apt: valgrind}
      executable: valgrind
      version: [--version]
      first:
        - 'valgrind --tool=callgrind ./app && callgrind_annotate callgrind.out.*'

    gprof:
      summary: Prints the call graph of a native program that was built with -pg.
      issue-types: [high-cpu]
      languages: [c, cpp]
      caution: The program is built anew; time in shared libraries is not seen.
      install: {apt: binutils}
      executable: gprof
      version: [--version]
      first:
        - 'gcc -pg app.c && ./a.out && gprof ./a.out gmon.out | head -40'

    cargo-flamegraph:
      name: cargo flamegraph
      aliases: [cargo-flamegraph]
      summary: Builds a Rust program, samples it with perf and draws a flame graph.
      issue-types: [high-cpu]
      languages: [rust]
      install: {cargo: flamegraph}
      executable: cargo-flamegraph
      version: [--version]
      first:
        - 'CARGO_PROFILE_RELEASE_DEBUG=true cargo flamegraph --bin app'

    # Races

    thread-sanitizer:
      name: ThreadSanitizer
      aliases: [TSan, tsan]
      summary: Reports two unordered accesses to one place in memory, with both stacks, when a test makes them happen.
      issue-types: [race-conditions]
      languages: [c, cpp, rust, swift, go]
      effects: [slows]
      caution: The program is built anew, runs five to fifteen times slower and takes five to ten times the memory. It sees threads of one process, and neither interpreters nor databases.
      install: {builtin: 'GCC, Clang, Swift and nightly Rust', apt: clang}
      executable: [clang, gcc, swiftc]
      version: [--version]
      first:
        - 'clang -g -O1 -fsanitize=thread app.c && ./a.out'
        - 'swift test --sanitize=thread'
      output:
        form: 'WARNING: ThreadSanitizer: data race (pid=4242)'
        has: ['ThreadSanitizer']
        claims: [data race, previous write]

    go-race-detector:
      name: Go race detector
      aliases: [go test -race, go race detector, race detector]
      summary: Reports unsynchronised accesses of goroutines to one variable while a test or a service runs.
      issue-types: [race-conditions]
      languages: [go]
      effects: [slows]
      caution: It runs two to twenty times slower and takes five to ten times the memory; it reports only races that happen.
      install: {builtin: Go, apt: golang-go}
      executable: go
      version: [version]
      first:
        - 'go test -race -count=10 ./...'
      output:
        form: 'WARNING: DATA RACE'
        has: ['DATA RACE']
        claims: [previous write at, goroutine]

    helgrind:
      name: Helgrind
      aliases: [helgrind, DRD, drd]
      summary: Reports races, misused locks and lock orders that can deadlock in native programs with POSIX threads.
      issue-types: [race-conditions]
      languages: [c, cpp, rust, swift]
      effects: [slows]
      caution: A tool of Valgrind, some hundred times slower; for tests, not for production.
      install: {apt: valgrind}
      executable: valgrind
      version: [--version]
      first:
        - 'valgrind --tool=helgrind ./app'

    rr:
      summary: Records one run of a program exactly, and replays it in gdb, forwards and backwards.
      issue-types: [race-conditions, memory-leaks]
      languages: [c, cpp, rust, swift, go, python]
      only-in-code: true
      effects: [slows]
      caution: All threads share one core while it records; --chaos varies the schedule. It needs hardware counters, which many virtual machines hide.
      install: {apt: rr}
      executable: rr
      version: [--version]
      first:
        - 'rr record --chaos ./test   # repeat until it fails'
        - 'rr replay   # then: watch -l x, reverse-continue'

    gdb:
      name: gdb
      aliases: [GDB]
      summary: Stops a native process, or reads its core file, and shows every thread's stack and variables.
      issue-types: [race-conditions, high-cpu, memory-leaks, latency-regressions]
      languages: [c, cpp, rust, swift, go, python]
      effects: [stops]
      live: true
      caution: A process stands still while gdb is attached; take a core with gcore and look at that instead.
      install: {apt: gdb}
      executable: gdb
      version: [--version]
      first:
        - 'gdb -p PID -batch -ex "thread apply all bt"   # stops it for a moment'
        - 'gcore -o /tmp/core PID && gdb ./app /tmp/core.PID'

    lldb:
      name: lldb
      aliases: [LLDB]
      summary: Stops a native process, or reads its core file; the debugger that knows Swift.
      issue-types: [race-conditions, high-cpu, memory-leaks]
      languages: [c, cpp, rust, swift]
      effects: [stops]
      live: true
      caution: A process stands still while lldb is attached.
      install: {apt: lldb}
      executable: lldb
      version: [--version]
      first:
        - 'lldb -p PID --batch -o "thread backtrace all"'

    delve:
      name: Delve
      aliases: [dlv, delve]
      summary: Stops a Go process or reads its core file, and knows goroutines.
      issue-types: [race-conditions, memory-leaks]
      languages: [go]
      effects: [stops]
      live: true
      caution: The process stands still while Delve is attached.
      install: {go: github.com/go-delve/delve/cmd/dlv, apt: delve}
      executable: dlv
      version: [version]
      first:
        - 'dlv attach PID   # then: goroutines -with waiting'

    jstack:
      summary: Prints the stacks of a JVM's threads and the deadlocks among them.
      issue-types: [race-conditions, high-cpu, latency-regressions]
      languages: [jvm]
      caution: All threads stop for an instant at a safepoint; three dumps, ten seconds apart, tell waiting from passing.
      install: {apt: default-jdk-headless}
      executable: jstack
      first:
        - 'jstack -l PID > threads.txt'

    jcstress:
      summary: Tries every outcome that the Java memory model allows for a few lines of concurrent code.
      issue-types: [race-conditions]
      languages: [jvm]
      install: {web: 'https://github.com/openjdk/jcstress'}
      first:
        - 'java -jar target/jcstress.jar -t MyTest'

    miri:
      name: Miri
      aliases: [miri, cargo miri]
      summary: Interprets Rust and reports undefined behaviour, data races among it.
      issue-types: [race-conditions, memory-leaks]
      languages: [rust]
      effects: [slows]
      caution: Hundreds of times slower, without network or foreign functions; for unit tests.
      install: {builtin: 'nightly Rust: rustup +nightly component add miri'}
      executable: cargo-miri
      first:
        - 'MIRIFLAGS=-Zmiri-many-seeds cargo +nightly miri test'

    loom:
      summary: Runs a Rust test under every order of its threads' steps, up to a bound.
      issue-types: [race-conditions]
      languages: [rust]
      only-in-code: true
      install: {crate: loom}
      executable: cargo
      version: [--version]
      first:
        - 'RUSTFLAGS="--cfg loom" cargo test --release --test loom'

    hypothesis:
      name: Hypothesis
      summary: Makes inputs and sequences of calls that break a stated property, and shrinks them; its seed repeats a failure.
      issue-types: [race-conditions]
      languages: [python]
      only-in-code: true
      caution: It varies inputs and orders of calls, not the schedule of threads.
      install: {pip: hypothesis, apt: python3-hypothesis}
      executable: python3
      module: hypothesis
      first:
        - 'pytest --hypothesis-show-statistics tests/test_accounts.py'

    faulthandler:
      summary: Prints the stacks of all Python threads at a signal, after a time, or at a crash.
      issue-types: [race-conditions, latency-regressions]
      languages: [python]
      install: {builtin: Python 3.3 and later}
      executable: python3
      version: [--version]
      first:
        - 'faulthandler.register(signal.SIGUSR1, all_threads=True)   # then: kill -USR1 PID'

    coverage:
      name: coverage analysis
      aliases: [coverage, coverage.py, code coverage, gcov, llvm-cov]
      summary: Shows which lines the tests ran; it says nothing of their order, their time or what they did.
      issue-types: []
      only-in-code: true
      install: {pip: coverage, apt: python3-coverage}
      executable: [coverage, gcov]
      version: [--version]
      first:
        - 'coverage run -m pytest && coverage report --show-missing'

    # Latency

    bpftrace:
      summary: Answers a question to the kernel or a process in one line, as a histogram of latencies.
      issue-types: [latency-regressions, high-cpu, disk-io, network-issues]
      caution: A probe that fires a million times a second is felt; count first, then measure. Needs root.
      install: {apt: bpftrace}
      executable: bpftrace
      version: [--version]
      first:
        - 'bpftrace -e ''tracepoint:syscalls:sys_enter_* /pid == 1234/ { @[probe] = count(); }'''
        - 'biolatency.bt   # one of the ready-made scripts'

    offcputime:
      aliases: [offcputime-bpfcc]
      summary: Adds up how long threads waited, by the stack in which they did; what CPU profilers cannot see.
      issue-types: [latency-regressions, race-conditions]
      caution: It runs at every context switch; end it after seconds.
      install: {apt: bpfcc-tools}
      executable: offcputime-bpfcc
      first:
        - 'offcputime-bpfcc -f -p PID 10 > waits.txt'

    runqlat:
      aliases: [runqlat-bpfcc]
      summary: Draws how long threads wait for a processor, which is where a CPU limit shows.
      issue-types: [latency-regressions, high-cpu]
      install: {apt: bpfcc-tools}
      executable: runqlat-bpfcc
      first:
        - 'runqlat-bpfcc -p PID 10 1'

    funclatency:
      aliases: [funclatency-bpfcc]
      summary: Draws how long one function of the kernel or of a native program takes.
      issue-types: [latency-regressions]
      languages: [c, cpp, rust, swift, go]
      install: {apt: bpfcc-tools}
      executable: funclatency-bpfcc
      first:
        - 'funclatency-bpfcc -m -p PID /usr/lib/x86_64-linux-gnu/libssl.so.3:SSL_write'

    strace:
      summary: Prints every system call of a process with its arguments, result and time.
      issue-types: [latency-regressions, network-issues, high-cpu]
      effects: [slows]
      live: true
      caution: The process stops twice at every traced call, so that a busy one runs many times slower; name the calls with -e, end it after seconds.
      install: {apt: strace}
      executable: strace
      version: [--version]
      first:
        - 'timeout 5 strace -f -c -p PID   # which calls, how long'
        - 'timeout 5 strace -f -T -e trace=network -p PID   # -T: seconds in each call'

    ltrace:
      summary: Prints the calls of a native program into its libraries.
      issue-types: [latency-regressions, high-cpu]
      languages: [c, cpp]
      effects: [slows]
      live: true
      caution: Every call sets a breakpoint off; far slower than strace.
      install: {apt: ltrace}
      executable: ltrace
      version: [--version]
      first:
        - 'ltrace -c ./app'

    go-trace:
      name: go tool trace
      aliases: [runtime/trace, Go execution tracer]
      summary: Draws what every goroutine did and waited for, collections and blocked calls included.
      issue-types: [latency-regressions, race-conditions]
      languages: [go]
      install: {builtin: Go, apt: golang-go}
      executable: go
      version: [version]
      first:
        - 'curl -s -o trace.out "http://localhost:6060/debug/pprof/trace?seconds=5" && go tool trace trace.out'

    opentelemetry:
      name: OpenTelemetry
      aliases: [OTel, distributed tracing]
      summary: Follows one request through all services and shows which span took the time.
      issue-types: [latency-regressions, network-issues]
      install: {pip: opentelemetry-distro, npm: '@opentelemetry/auto-instrumentations-node'}
      executable: opentelemetry-instrument
      first:
        - 'opentelemetry-instrument --traces_exporter console python3 app.py'

    jaeger:
      name: Jaeger
      aliases: [jaeger]
      summary: Stores traces and compares a slow one with a fast one, span by span.
      issue-types: [latency-regressions]
      install: {web: 'https://www.jaegertracing.io/download/'}
      executable: jaeger
      version: [version]
      first:
        - 'jaeger   # then http://localhost:16686'

    git-bisect:
      name: git bisect
      aliases: [git]
      summary: Finds the change since which something is slow or wrong, in as many steps as their number has binary digits.
      issue-types: [latency-regressions, high-cpu, memory-leaks, race-conditions]
      only-in-code: true
      install: {apt: git}
      executable: git
      version: [--version]
      first:
        - 'git bisect start BAD GOOD && git bisect run ./measure.sh   # exit 0: good, 1: bad, 125: skip'

    hyperfine:
      summary: Times commands over many runs and compares them, outliers named.
      issue-types: [latency-regressions]
      effects: [executes]
      caution: It runs the command many times, with all that the command does.
      install: {apt: hyperfine, cargo: hyperfine}
      executable: hyperfine
      version: [--version]
      first:
        - 'hyperfine --warmup 3 "./app-old" "./app-new"'

    wrk:
      aliases: [wrk2]
      summary: Loads one HTTP address with many connections and prints the latency's percentiles.
      issue-types: [latency-regressions]
      effects: [executes]
      caution: It is load, and what the address does is done each time; aim it at a test system. It waits for answers, so stalls hide requests (coordinated omission); wrk2 holds the rate.
      install: {apt: wrk}
      executable: wrk
      version: [--version]
      first:
        - 'wrk -t2 -c50 -d30s --latency http://localhost:8080/'

    k6:
      summary: Loads a service from a script and fails when a percentile is over its threshold.
      issue-types: [latency-regressions, race-conditions]
      effects: [executes]
      caution: It is load, and what the script does is done each time; aim it at a test system.
      install: {web: 'https://grafana.com/docs/k6/latest/set-up/install-k6/'}
      executable: k6
      version: [version]
      first:
        - 'k6 run --vus 50 --duration 30s script.js'

    ab:
      name: ApacheBench
      aliases: [ab]
      summary: Sends a number of HTTP requests at a given concurrency and prints percentiles.
      issue-types: [latency-regressions]
      only-in-code: true
      effects: [executes]
      caution: It is load, and what the address does is done each time; aim it at a test system.
      install: {apt: apache2-utils}
      executable: ab
      version: [-V]
      first:
        - 'ab -n 1000 -c 20 http://localhost:8080/'

    # Network

    tcpdump:
      summary: Captures the packets of an interface, to the screen or to a file for Wireshark.
      issue-types: [network-issues]
      caution: Without a filter a busy interface fills disk and CPU; give host and port, and a count. Captures hold passwords and personal data.
      install: {apt: tcpdump}
      executable: tcpdump
      version: [--version]
      first:
        - 'tcpdump -i any -nn -c 200 "host 10.0.0.5 and port 5432"'
        - 'tcpdump -i any -nn -s 128 -w /tmp/app.pcap -G 60 -W 1 "tcp port 8080"'

    wireshark:
      name: Wireshark
      summary: Takes captures apart, protocol by protocol, and marks retransmissions, resets and slow answers.
      issue-types: [network-issues, latency-regressions]
      caution: Capture with tcpdump on the server and open the file elsewhere; its dissectors are no place for root.
      install: {apt: wireshark}
      executable: wireshark
      version: [--version]
      first:
        - 'wireshark -Y "tcp.analysis.flags" /tmp/app.pcap'

    tshark:
      name: TShark
      aliases: [tshark]
      summary: Wireshark without a window; filters, fields and statistics of a capture as text.
      issue-types: [network-issues, latency-regressions]
      install: {apt: tshark}
      executable: tshark
      version: [--version]
      first:
        - 'tshark -r /tmp/app.pcap -q -z io,stat,1,"COUNT(tcp.analysis.retransmission)tcp.analysis.retransmission"'

    mitmproxy:
      summary: A proxy that shows, and can change, the HTTP and TLS requests that are sent through it.
      issue-types: [network-issues]
      caution: It sees only what is sent through it, and clients must trust its certificate; never on traffic of customers.
      install: {pip: mitmproxy, apt: mitmproxy}
      executable: mitmproxy
      version: [--version]
      first:
        - 'mitmdump -p 8081 --flow-detail 2   # then: curl -x http://localhost:8081 ...'

    ss:
      summary: Lists sockets with their states, queues, timers and TCP's own measurements.
      issue-types: [network-issues]
      only-in-code: true
      install: {apt: iproute2}
      executable: ss
      version: [-V]
      first:
        - 'ss -tanp state established "( dport = :5432 )"'
        - 'ss -ti   # rtt, retrans, cwnd of each connection'
        - 'ss -ltn   # Recv-Q at Send-Q: the accept queue is full'
        - 'ss -s'

    netstat:
      summary: Listed sockets, routes and interface counters; its own manual calls it mostly obsolete.
      issue-types: [network-issues]
      status: deprecated
      successor: ss
      install: {apt: net-tools}
      executable: netstat
      version: [--version]
      first:
        - 'netstat -tanp'

    ifconfig:
      summary: Listed and set network interfaces; of the same obsolete package as netstat.
      issue-types: [network-issues]
      status: deprecated
      successor: ip
      install: {apt: net-tools}
      executable: ifconfig
      version: [--version]
      first:
        - 'ifconfig -a'

    ip:
      aliases: [ip route, ip link, iproute2]
      summary: Shows interfaces with their errors and drops, addresses, routes and neighbours.
      issue-types: [network-issues]
      only-in-code: true
      install: {apt: iproute2}
      executable: ip
      version: [-V]
      first:
        - 'ip -s -h link show'
        - 'ip route get 10.0.0.5'

    nstat:
      summary: Prints the kernel's counters of TCP, UDP and IP since it was last asked.
      issue-types: [network-issues]
      install: {apt: iproute2}
      executable: nstat
      version: [-V]
      first:
        - 'nstat -z TcpRetransSegs TcpExtListenOverflows TcpExtTCPTimeouts'

    ping:
      summary: Tells whether a host answers, how fast, and how many packets are lost.
      issue-types: [network-issues]
      only-in-code: true
      install: {apt: iputils-ping}
      executable: ping
      version: [-V]
      first:
        - 'ping -c 20 -i 0.2 -M do -s 1472 10.0.0.5   # also whether the MTU fits'

    mtr:
      summary: Shows loss and delay at every hop to a host, over time.
      issue-types: [network-issues]
      only-in-code: true
      caution: Routers answer such probes last; loss counts only if all later hops lose as well.
      install: {apt: mtr-tiny}
      executable: mtr
      version: [--version]
      first:
        - 'mtr --report --report-cycles 30 --tcp --port 443 example.com'

    traceroute:
      summary: Shows the hops to a host once.
      issue-types: [network-issues]
      install: {apt: traceroute}
      executable: traceroute
      version: [--version]
      first:
        - 'traceroute -T -p 443 example.com'

    dig:
      aliases: [nslookup, host]
      summary: Asks a name server and shows the answer with its time to live and its time.
      issue-types: [network-issues]
      only-in-code: true
      install: {apt: bind9-dnsutils}
      executable: dig
      version: [-v]
      first:
        - 'dig +noall +answer +stats api.example.com'
        - 'dig +trace api.example.com'

    curl:
      summary: Sends one HTTP request and shows where its time went, name look-up to last byte.
      issue-types: [network-issues, latency-regressions]
      only-in-code: true
      install: {apt: curl}
      executable: curl
      version: [--version]
      first:
        - 'curl -s -o /dev/null -w "dns %{time_namelookup} tcp %{time_connect} tls %{time_appconnect} first %{time_starttransfer} all %{time_total}\n" https://example.com/'

    openssl:
      name: OpenSSL
      aliases: [openssl, openssl s_client]
      summary: Makes a TLS connection and shows certificates, their chain and what was agreed.
      issue-types: [network-issues]
      only-in-code: true
      install: {apt: openssl}
      executable: openssl
      version: [version]
      first:
        - 'openssl s_client -connect example.com:443 -servername example.com </dev/null | openssl x509 -noout -dates -subject'

    nmap:
      name: Nmap
      aliases: [nmap]
      summary: Tells which ports of a host are open, closed or filtered by a firewall.
      issue-types: [network-issues]
      caution: A scan looks like an attack; scan your own hosts, and tell those who watch them.
      install: {apt: nmap}
      executable: nmap
      version: [--version]
      first:
        - 'nmap -Pn -p 5432,6379 10.0.0.5'

    iperf3:
      name: iperf3
      summary: Measures the bandwidth between two hosts that both run it.
      issue-types: [network-issues]
      effects: [executes]
      caution: It fills the line while it runs; bound it with -b and -t.
      install: {apt: iperf3}
      executable: iperf3
      version: [--version]
      first:
        - 'iperf3 -c 10.0.0.5 -t 10 -b 200M'

    ethtool:
      summary: Shows the driver's counters of a network card, drops and errors among them, and its settings.
      issue-types: [network-issues]
      install: {apt: ethtool}
      executable: ethtool
      version: [--version]
      first:
        - 'ethtool -S eth0 | grep -E "drop|err|discard" | grep -v ": 0$"'

    conntrack:
      summary: Lists the connections that the firewall tracks, and says whether its table is full.
      issue-types: [network-issues]
      install: {apt: conntrack}
      executable: conntrack
      version: [--version]
      first:
        - 'conntrack -S; sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max'

    tcpretrans:
      aliases: [tcpretrans-bpfcc]
      summary: Prints every TCP retransmission with its peers and state, at next to no cost.
      issue-types: [network-issues, latency-regressions]
      install: {apt: bpfcc-tools}
      executable: tcpretrans-bpfcc
      first:
        - 'tcpretrans-bpfcc'

    tcplife:
      aliases: [tcplife-bpfcc]
      summary: Prints each TCP connection as it ends, with duration, bytes and process.
      issue-types: [network-issues]
      install: {apt: bpfcc-tools}
      executable: tcplife-bpfcc
      first:
        - 'tcplife-bpfcc -p PID'

    nethogs:
      name: NetHogs
      aliases: [nethogs]
      summary: Shows which process uses the bandwidth.
      issue-types: [network-issues]
      install: {apt: nethogs}
      executable: nethogs
      version: [-V]
      first:
        - 'nethogs -t -c 5'

    iftop:
      summary: Shows which pairs of hosts use the bandwidth.
      issue-types: [network-issues]
      install: {apt: iftop}
      executable: iftop
      first:
        - 'iftop -n -t -s 10'

    ngrep:
      summary: Searches the payload of packets for a pattern, as grep does in files.
      issue-types: [network-issues]
      caution: It prints what people send; it sees nothing of TLS.
      install: {apt: ngrep}
      executable: ngrep
      version: [-V]
      first:
        - 'ngrep -q -W byline -d any "HTTP/1.1 5" "tcp port 8080"'

    lsof:
      summary: Lists the files and sockets that processes have open; it measures no reading or writing.
      issue-types: [network-issues]
      caution: Without -n it asks name servers, and without -p it walks every process of the machine.
      install: {apt: lsof}
      executable: lsof
      version: [-v]
      first:
        - 'lsof -nP -i :8080'
        - 'lsof -nP -p PID | wc -l   # against: grep "open files" /proc/PID/limits'
        - 'lsof -nP +L1   # deleted files that still take room'

    # Databases

    explain:
      name: EXPLAIN
      aliases: [explain, EXPLAIN QUERY PLAN]
      summary: Shows how the database means to run a statement, with the rows it expects; it runs nothing.
      issue-types: [database-queries]
      languages: [sql]
      install: {builtin: 'PostgreSQL, MySQL, SQLite'}
      executable: [psql, mysql, mariadb, sqlite3]
      version: [--version]
      first:
        - 'EXPLAIN SELECT ...;   -- SQLite: EXPLAIN QUERY PLAN SELECT ...'

    explain-analyze:
      name: EXPLAIN ANALYZE
      aliases: ['EXPLAIN (ANALYZE)', 'EXPLAIN (ANALYZE, BUFFERS)', explain analyze]
      summary: Runs a statement and shows for each step of its plan the rows and times that were, beside those expected.
      issue-types: [database-queries, latency-regressions]
      languages: [sql]
      effects: [executes]
      caution: It executes the statement, writes included; wrap it in BEGIN and ROLLBACK, set statement_timeout, or take a replica.
      install: {builtin: 'PostgreSQL, and MySQL 8.0.18 and later (SELECT only)'}
      executable: [psql, mysql, mariadb]
      version: [--version]
      first:
        - 'BEGIN; SET LOCAL statement_timeout = ''30s''; EXPLAIN (ANALYZE, BUFFERS) SELECT ...; ROLLBACK;'

    auto_explain:
      summary: Logs the plan of every PostgreSQL statement that takes longer than a limit.
      issue-types: [database-queries, latency-regressions]
      languages: [sql]
      caution: auto_explain.log_analyze times every step of every statement, slow or not; leave it off, or set log_timing off.
      install: {builtin: PostgreSQL, apt: postgresql}
      executable: psql
      version: [--version]
      first:
        - 'LOAD ''auto_explain''; SET auto_explain.log_min_duration = ''500ms'';'

    slow-query-log:
      name: slow query log
      aliases: [slow log, slow_query_log, log_min_duration_statement, Slow query log]
      summary: Has the database write down each statement that takes longer than a limit.
      issue-types: [database-queries, latency-regressions]
      languages: [sql]
      caution: A limit of 0 logs everything and can fill the disk; logged statements hold their values.
      install: {builtin: 'MySQL, MariaDB, PostgreSQL'}
      executable: [mysql, mariadb, psql]
      version: [--version]
      first:
        - 'SET GLOBAL slow_query_log = ON; SET GLOBAL long_query_time = 0.5;   -- MySQL'
        - 'ALTER SYSTEM SET log_min_duration_statement = ''500ms''; SELECT pg_reload_conf();   -- PostgreSQL'

    pg_stat_statements:
      summary: Adds up calls, times, rows and blocks of every kind of PostgreSQL statement.
      issue-types: [database-queries, latency-regressions]
      languages: [sql]
      caution: It must be in shared_preload_libraries, which takes a restart.
      install: {builtin: PostgreSQL, apt: postgresql}
      executable: psql
      version: [--version]
      first:
        - 'SELECT calls, total_exec_time, mean_exec_time, rows, query FROM pg_stat_statements ORDER BY total_exec_time DESC LIMIT 10;'

    pg_stat_activity:
      summary: Shows what each PostgreSQL session does now, since when, and what it waits for.
      issue-types: [database-queries, race-conditions, latency-regressions]
      languages: [sql]
      install: {builtin: PostgreSQL}
      executable: psql
      version: [--version]
      first:
        - 'SELECT pid, state, wait_event_type, wait_event, now() - xact_start AS open, query FROM pg_stat_activity WHERE state <> ''idle'' ORDER BY xact_start;'

    pg_locks:
      summary: Shows which PostgreSQL session holds a lock and which wait for it.
      issue-types: [database-queries, race-conditions]
      languages: [sql]
      install: {builtin: PostgreSQL}
      executable: psql
      version: [--version]
      first:
        - 'SELECT pid, pg_blocking_pids(pid) AS waits_for, query FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0;'

    pgbadger:
      name: pgBadger
      aliases: [pgbadger]
      summary: Makes a report of a PostgreSQL log; slowest and most frequent statements, waits, errors.
      issue-types: [database-queries, latency-regressions]
      languages: [sql]
      install: {apt: pgbadger}
      executable: pgbadger
      version: [--version]
      first:
        - 'pgbadger -o report.html /var/log/postgresql/postgresql-*.log'

    pg_activity:
      summary: Shows the sessions of a PostgreSQL server as top shows processes, waiting and blocking ones apart.
      issue-types: [database-queries]
      languages: [sql]
      install: {apt: pg-activity, pip: pg_activity}
      executable: pg_activity
      version: [--version]
      first:
        - 'pg_activity -h localhost -U postgres'

    processlist:
      name: SHOW PROCESSLIST
      aliases: [SHOW FULL PROCESSLIST, processlist]
      summary: Shows what each MySQL session does now and for how long.
      issue-types: [database-queries, race-conditions]
      languages: [sql]
      install: {builtin: 'MySQL, MariaDB'}
      executable: [mysql, mariadb]
      version: [--version]
      first:
        - 'SHOW FULL PROCESSLIST;'

    innodb-status:
      name: SHOW ENGINE INNODB STATUS
      aliases: [INNODB STATUS, innodb status]
      summary: Shows the last deadlock, the transactions that wait for locks and the buffer pool of MySQL.
      issue-types: [database-queries, race-conditions]
      languages: [sql]
      install: {builtin: 'MySQL, MariaDB'}
      executable: [mysql, mariadb]
      version: [--version]
      first:
        - 'SHOW ENGINE INNODB STATUS\G'

    performance_schema:
      name: Performance Schema
      aliases: [performance_schema, sys schema]
      summary: Adds up MySQL's statements, waits and locks; the sys schema reads it for people.
      issue-types: [database-queries, latency-regressions]
      languages: [sql]
      install: {builtin: MySQL}
      executable: [mysql, mariadb]
      version: [--version]
      first:
        - 'SELECT * FROM sys.statement_analysis LIMIT 10;'

    pt-query-digest:
      summary: Groups the statements of a MySQL slow query log by form and ranks them by total time.
      issue-types: [database-queries, latency-regressions]
      languages: [sql]
      install: {apt: percona-toolkit}
      executable: pt-query-digest
      version: [--version]
      first:
        - 'pt-query-digest --limit 10 /var/log/mysql/slow.log'

    # Disks

    iostat:
      summary: Prints for each disk how many requests it serves, how long they wait and how busy it is.
      issue-types: [disk-io]
      caution: The first report is the average since the machine started; read from the second one on.
      install: {apt: sysstat}
      executable: iostat
      version: [-V]
      first:
        - 'iostat -x -z 1   # r_await and w_await are milliseconds; aqu-sz is the queue'
      output:
        form: 'Device            r/s     rkB/s   rrqm/s  %rrqm r_await rareq-sz     w/s'
        has: [Device]
        claims: ['%util']

    iotop:
      aliases: [iotop-c]
      summary: Shows which processes read and write now.
      issue-types: [disk-io]
      caution: Needs root; the column of waiting needs kernel.task_delayacct = 1.
      install: {apt: iotop-c}
      executable: [iotop-c, iotop]
      version: [--version]
      first:
        - 'iotop -o -b -n 5 -d 2'

    biolatency:
      aliases: [biolatency-bpfcc, biolatency.bt]
      summary: Draws how long disk requests take, so that a slow tail shows that an average hides.
      issue-types: [disk-io, latency-regressions]
      install: {apt: bpfcc-tools}
      executable: [biolatency-bpfcc, biolatency.bt]
      first:
        - 'biolatency-bpfcc -D 10 1   # a histogram for each disk'

    biosnoop:
      aliases: [biosnoop-bpfcc]
      summary: Prints every disk request with process, size and latency.
      issue-types: [disk-io]
      caution: A line a request; a busy disk has thousands a second.
      install: {apt: bpfcc-tools}
      executable: [biosnoop-bpfcc, biosnoop.bt]
      first:
        - 'timeout 10 biosnoop-bpfcc | sort -n -k8 | tail'

    fileslower:
      aliases: [fileslower-bpfcc, ext4slower, ext4slower-bpfcc]
      summary: Prints reads and writes of files that take longer than a limit, as the program feels them.
      issue-types: [disk-io, latency-regressions]
      install: {apt: bpfcc-tools}
      executable: [fileslower-bpfcc, ext4slower-bpfcc]
      first:
        - 'fileslower-bpfcc 10   # slower than 10 ms'

    cachestat:
      aliases: [cachestat-bpfcc]
      summary: Counts hits and misses of the page cache; misses are what reaches the disk.
      issue-types: [disk-io]
      install: {apt: bpfcc-tools}
      executable: cachestat-bpfcc
      first:
        - 'cachestat-bpfcc 1'

    fatrace:
      summary: Prints which process opens, reads and writes which file, machine-wide.
      issue-types: [disk-io]
      install: {apt: fatrace}
      executable: fatrace
      first:
        - 'fatrace -f W -s 10   # who writes, for ten seconds'

    blktrace:
      aliases: [blkparse, btt]
      summary: Records what happens to every request inside the block layer.
      issue-types: [disk-io]
      caution: It writes much; put its files on another disk.
      install: {apt: blktrace}
      executable: blktrace
      version: [-V]
      first:
        - 'blktrace -d /dev/sda -w 10 -o - | blkparse -i -'

    ioping:
      summary: Measures the latency of a disk or folder with small reads, as ping does for hosts.
      issue-types: [disk-io]
      install: {apt: ioping}
      executable: ioping
      version: [-v]
      first:
        - 'ioping -c 20 /var/lib/postgresql'

    fio:
      summary: Measures what a disk can do under a load that is described to it.
      issue-types: [disk-io]
      effects: [executes]
      caution: It is load, and it writes; a device as its file name loses what is on it.
      install: {apt: fio}
      executable: fio
      version: [--version]
      first:
        - 'fio --name=t --directory=/tmp --size=256M --rw=randread --bs=4k --iodepth=16 --ioengine=libaio --direct=1 --runtime=20 --time_based'

    df:
      aliases: [du, ncdu]
      summary: Shows the room that file systems have left, and with -i their inodes.
      issue-types: [disk-io]
      only-in-code: true
      install: {apt: coreutils}
      executable: df
      version: [--version]
      first:
        - 'df -h && df -i'
        - 'du -x -h -d 2 /var | sort -h | tail'

    smartctl:
      aliases: [smartmontools, SMART]
      summary: Asks a disk for its own record of errors and wear.
      issue-types: [disk-io]
      install: {apt: smartmontools}
      executable: smartctl
      version: [--version]
      first:
        - 'smartctl -H -A /dev/sda'

    dstat:
      summary: Printed CPU, disk, network and memory side by side; given up, its command lives on in PCP.
      issue-types: [disk-io, high-cpu, network-issues]
      status: deprecated
      successor: pcp dstat
      install: {apt: dstat}
      executable: dstat
      version: [--version]
      first:
        - 'dstat -tcdn 1'

    pcp-dstat:
      name: pcp dstat
      aliases: [pcp-dstat]
      summary: Prints CPU, disk, network and memory side by side, a line an interval.
      issue-types: [disk-io, high-cpu, network-issues]
      install: {apt: pcp}
      executable: pcp
      version: [--version]
      first:
        - 'pcp dstat -t -c -d -n 1'

    """#
}
