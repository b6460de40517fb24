/// The script that Python runs: it parses each block to a tree, walks it, and prints what it finds; nothing of a block is run.
///
/// It imports nothing but `sys`, `builtins` and `resource`, since `ast` and `json` would double the time that it takes to
/// start, and walks with a stack of its own. Blocks come as `number length`, a line break, and so many bytes.
///
/// Records: `V` it runs · `B` and `E` round each block · `X` a syntax error · `U` given
/// up · `F` first statement · `K` class · `D` function · `C` call · `N` name that nothing defines · `I` names defined ·
/// `O` loop · `L` comment of dots.
enum PythonScript {
  static let text = opening + PythonTreeReader.text + closing

  private static let opening = #"""
    import builtins
    import sys

    try:
        import resource
        for limit, value in ((resource.RLIMIT_CPU, 60), (resource.RLIMIT_AS, 2 << 30), (resource.RLIMIT_CORE, 0)):
            try:
                resource.setrlimit(limit, (value, value))
            except (ValueError, OSError):
                pass
    except ImportError:
        pass

    ONLY_AST = 0x400
    BUILTINS = set(dir(builtins)) | {
        "__file__", "__path__", "__builtins__", "__annotations__", "__class__", "__module__", "__qualname__"}
    FUNCTIONS = ("FunctionDef", "AsyncFunctionDef")
    COMPREHENSIONS = ("ListComp", "SetComp", "DictComp", "GeneratorExp")
    LOOPS = ("For", "AsyncFor", "While")
    OUT = sys.stdout.buffer


    def kind(node):
        return type(node).__name__


    def clean(text):
        return "".join(c if c.isprintable() else " " for c in str(text)).encode("utf-8", "replace").decode()


    def dotted(node):
        """`a.b.c` of names and attributes; `?` stands for any other beginning."""
        parts = []
        while kind(node) == "Attribute":
            parts.append(node.attr)
            node = node.value
        parts.append(node.id if kind(node) == "Name" else "?")
        return ".".join(reversed(parts))


    class Scope:
        __slots__ = ("form", "parent", "bound", "outer", "loads")

        def __init__(self, form, parent):
            self.form, self.parent = form, parent
            self.bound, self.outer, self.loads = set(), set(), []

        def bind(self, name):
            if name in self.outer:
                scope = self
                while scope.parent:
                    scope = scope.parent
                scope.bound.add(name)
            else:
                self.bound.add(name)


    class Definition:
        __slots__ = ("index", "node", "owner", "klass", "flags", "params", "loads")

        def __init__(self, index, node, owner, klass):
            self.index, self.node, self.owner, self.klass = index, node, owner, klass
            self.flags, self.params, self.loads = set(), [], set()

    """#

  private static let closing = #"""
    def parse(text):
        return compile(text, "block", "exec", ONLY_AST, True)


    def placeholders(text):
        """`<your-key>` becomes `xxxxxxxxxx`, so that what stands around it can be parsed."""
        result, at = [], 0
        while True:
            start = text.find("<", at)
            if start < 0:
                break
            end = text.find(">", start)
            inner = text[start + 1:end] if end > 0 else ""
            if inner[:1].isalpha() and len(inner) < 60 and all(c.isalnum() or c in " _-./:|" for c in inner):
                result += [text[at:start], "x" * (len(inner) + 2)]
                at = end + 1
            else:
                result.append(text[at:start + 1])
                at = start + 1
        return "".join(result) + text[at:]


    def without_magic(text):
        """The text without the lines that IPython takes for itself: `%matplotlib inline`, `!ls`."""
        return "\n".join("" if line.lstrip()[:1] in ("%", "!", "?") else line for line in text.split("\n"))


    NEWER = ("type ", "class ", "def ", "async def ", "match ", "except*", "except *")


    def is_newer(error):
        """Whether a later Python may know what this one does not."""
        if sys.version_info >= (3, 14):
            return False
        line = (error.text or "").strip()
        if sys.version_info < (3, 12) and (error.msg.startswith("f-string") or "[" in line.split("(")[0].split(":")[0]):
            return error.msg.startswith("f-string") or line.startswith(NEWER)
        return line.startswith("type ") or line.startswith(NEWER[4:]) and sys.version_info < (3, 11)


    def examine(text):
        reader = Reader(text)
        try:
            tree = parse(text)
        except SyntaxError as error:
            tree = None
            for other in (without_magic(text), placeholders(text)):
                if other != text:
                    try:
                        tree = parse(other)
                        break
                    except (SyntaxError, ValueError):
                        pass
            if tree is None:
                return ["U\tnewer"] if is_newer(error) else [fault(reader, error)]
        except ValueError:
            return ["U\tnull"]
        reader.read(tree)
        return reader.records


    UNCLOSED = ("unterminated", "unmatched", "closing parenthesis", "EOL while", "EOF while", "unexpected EOF")


    def grade(reader, error, line):
        """`unclosed`, `empty` for a body of comments, `after` where code stands before it, `first` where none does."""
        message = str(error.msg)
        if message.startswith(UNCLOSED) or message.endswith("was never closed"):
            return "unclosed"
        if message.startswith("expected an indented block"):
            before = [t.strip() for t in reader.lines[:line] if t.strip()]
            if any(t.startswith(b"#") for t in before[-2:]) or not reader.lines[line:]:
                return "empty"
        # What stands before the line at fault, less an unfinished statement.
        rows = reader.text.split("\n")[:line - 1]
        for cut in range(len(rows), max(-1, len(rows) - 12), -1):
            try:
                return "after" if parse("\n".join(rows[:cut])).body else "first"
            except (SyntaxError, ValueError):
                pass
        return "after"


    def fault(reader, error):
        line = min(max(error.lineno or 1, 1), len(reader.lines))
        raw = reader.lines[line - 1]
        text = raw.decode("utf-8", "replace")

        def column(offset):
            return len(text[:max(offset - 1, 0)].encode("utf-8", "replace"))

        start = min(column(error.offset or 1), len(raw))
        end_line = getattr(error, "end_lineno", None) or line
        end = getattr(error, "end_offset", None) or 0
        end = column(end) if end_line == line and end > (error.offset or 1) else start + 1
        end = min(max(end, start), max(len(raw), start))
        return "X\t%d\t%d\t%d\t%s\t%s" % (line, start, end, grade(reader, error, line), clean(error.msg))


    def main():
        if sys.version_info < (3, 8):
            OUT.write(b"V\told\n")
            return
        sys.setrecursionlimit(3000)
        source = sys.stdin.buffer
        OUT.write(b"V\tok\t%d.%d\n" % sys.version_info[:2])
        while True:
            head = source.readline().split()
            if len(head) != 2:
                break
            text = source.read(int(head[1])).decode("utf-8", "replace")
            try:
                records = examine(text)
            except (RecursionError, MemoryError, OverflowError) as error:
                records = ["U\t" + kind(error)]
            except Exception as error:
                records = ["U\t" + kind(error)]
            OUT.write(("B\t%s\n" % head[0].decode() + "".join(r + "\n" for r in records) + "E\t%s\n" % head[0].decode())
                      .encode("utf-8", "replace"))
            OUT.flush()


    main()

    """#
}
