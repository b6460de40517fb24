extension Grammar {
  /// POSIX shell and Bash.
  static let bash: Grammar = {
    var grammar = Grammar("bash", "sh", "shell", "zsh", "ksh")
    grammar.shell()
    return grammar
  }()

  /// A session: prompts, commands, and what they print.
  static let console: Grammar = {
    var grammar = Grammar("console", "shell-session", "shellsession", "terminal", "pycon")
    grammar.shell()
    grammar.form = .console
    return grammar
  }()

  private mutating func shell() {
    words = WordTable(
      keywords:
        "if then elif else fi for in do done while until case esac function select time return exit break continue",
      builtins: """
        alias awk bg cat cd command cp curl cut date declare df dig docker du echo eval exec export false fg find getopts git \
        grep head jobs journalctl jq kill kubectl ln local ls lsof make mkdir mount mv perf ping pgrep pkill printf ps psql \
        python python3 pwd read readonly rm rmdir sed seq set shift sleep sort source ss ssh strace sudo sysctl systemctl tail \
        tar tcpdump tee test top touch tr trap true type ulimit umask uniq unset wait watch wc wget xargs
        """)
    comments("#")
    commentsNeedBlank = true
    strings = [Literal("\"", spansLines: true), Literal("'", hasEscapes: false, spansLines: true)]
    hasDollarVariables = true
    wordBytes = Array("-".utf8)
  }
}
