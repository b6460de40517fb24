/// The part of the script that walks a tree of Python: scopes, definitions, calls, names, loops.
enum PythonTreeReader {
  static let text = #"""
    class Reader:
        def __init__(self, text):
            self.text = text
            self.lines = text.encode("utf-8", "surrogatepass").split(b"\n")
            self.records = []
            self.definitions = []
            self.star = False

        def put(self, *fields):
            self.records.append("\t".join(str(f) for f in fields))

        def read(self, tree):
            top = Scope("module", None)
            scopes = [top]
            # Node, scope, function it stands in, class it stands in, loop depth, what its value is used for.
            stack = [(node, top, None, None, 0, "") for node in reversed(tree.body)]
            first = next((n for n in tree.body if not self.is_docstring(n) and not self.is_future(n)), None)
            if first is not None:
                decorators = [d.lineno for d in getattr(first, "decorator_list", [])]
                self.put("F", first.lineno, min(decorators + [first.lineno]))
            while stack:
                node, scope, owner, klass, depth, use = stack.pop()
                form = kind(node)
                if form in FUNCTIONS:
                    self.define(node, scope, owner, klass, depth, stack, scopes)
                    continue
                if form == "Lambda":
                    inner = Scope("function", scope)
                    scopes.append(inner)
                    self.arguments(node.args, scope, inner, owner, klass, depth, stack)
                    stack.append((node.body, inner, owner, klass, depth, "lambda"))
                    continue
                if form == "ClassDef":
                    scope.bind(node.name)
                    inner = Scope("class", scope)
                    scopes.append(inner)
                    line, column = self.name_after(node, b"class")
                    flags = ("o" if node.decorator_list else "") + ("b" if node.bases or node.keywords else "")
                    self.put("K", line, column, node.name, flags or "-", node.end_lineno)
                    for other in node.decorator_list + node.bases + [k.value for k in node.keywords]:
                        stack.append((other, scope, owner, klass, depth, "value"))
                    self.type_params(node, inner)
                    for child in reversed(node.body):
                        stack.append((child, inner, None, node.name, 0, ""))
                    continue
                if form in COMPREHENSIONS:
                    inner = Scope("comprehension", scope)
                    scopes.append(inner)
                    element = use if form == "ListComp" and use == "statement" else "value"
                    for part in node.generators:
                        stack.append((part.iter, inner, owner, klass, depth, "value"))
                        stack.append((part.target, inner, owner, klass, depth, ""))
                        for test in part.ifs:
                            stack.append((test, inner, owner, klass, depth, "value"))
                    for name in ("elt", "key", "value"):
                        if hasattr(node, name):
                            stack.append((getattr(node, name), inner, owner, klass, depth + 1, element))
                    continue
                if form == "Name":
                    if kind(node.ctx) == "Load":
                        scope.loads.append((node.id, node, None))
                        self.mention(owner, node.id)
                    else:
                        scope.bind(node.id)
                    continue
                if form == "Attribute":
                    if kind(node.value) == "Name" and kind(node.value.ctx) == "Load":
                        scope.loads.append((node.value.id, node.value, node.attr))
                        self.mention(owner, node.value.id)
                    else:
                        stack.append((node.value, scope, owner, klass, depth, "value"))
                    continue
                if form == "NamedExpr":
                    target = scope
                    while target.form == "comprehension":
                        target = target.parent
                    target.bind(node.target.id)
                    stack.append((node.value, scope, owner, klass, depth, "value"))
                    continue
                if form in ("Import", "ImportFrom"):
                    for alias in node.names:
                        if alias.name == "*":
                            self.star = True
                        else:
                            scope.bind(alias.asname or alias.name.split(".")[0])
                    continue
                if form in ("Global", "Nonlocal"):
                    scope.outer.update(node.names)
                    if form == "Global":
                        top.bound.update(node.names)
                    else:
                        scope.bound.difference_update(node.names)
                    continue
                if form == "ExceptHandler" and node.name:
                    scope.bind(node.name)
                if form in ("MatchAs", "MatchStar") and node.name:
                    scope.bind(node.name)
                if form == "MatchMapping" and node.rest:
                    scope.bind(node.rest)
                if form == "TypeAlias":
                    self.type_params(node, scope)
                if form in ("Return", "Yield", "YieldFrom") and owner is not None:
                    if form != "Return":
                        owner.flags.update("gv")
                    elif node.value is not None and not self.is_none(node.value):
                        owner.flags.add("v")
                if owner is not None and self.is_ellipsis(node):
                    owner.flags.add("e")
                if form in LOOPS:
                    self.put("O", node.lineno, node.col_offset, node.end_lineno, owner.index if owner else -1)
                if form == "Call":
                    self.call(node, scope, owner, klass, depth, use)
                for child, child_depth, child_use in self.children(node, form, depth, use):
                    stack.append((child, scope, owner, klass, child_depth, child_use))
            self.free(scopes, top)
            for definition in self.definitions:
                self.definition(definition)
            self.elisions()

        def children(self, node, form, depth, use):
            """Children in reverse order with the loop depth and the use of their value."""
            result = []
            for name in getattr(node, "_fields", ()):
                value = getattr(node, name, None)
                for child in value if isinstance(value, list) else (value,):
                    if not hasattr(child, "_fields"):
                        continue
                    inner = depth + 1 if form in LOOPS and name in ("body", "orelse", "test") else depth
                    result.append((child, inner, self.use(form, name, use)))
            result.reverse()
            return result

        @staticmethod
        def use(form, field, use):
            """What becomes of a value: nothing at all, a mere condition or a tail call, or it is used."""
            if form == "Expr":
                return "statement"
            if form == "Await":
                return "await " + use
            if form in ("BoolOp", "IfExp") and field != "test":
                return use
            if form == "Return":
                return "return"
            if form in ("Call", "keyword", "Starred"):
                return "argument"
            if form in ("Yield", "YieldFrom"):
                return "return"
            if form in ("With", "AsyncWith", "withitem"):
                return "with"
            return "value"

        def mention(self, owner, name):
            while owner is not None:
                owner.loads.add(name)
                owner = owner.owner

        def type_params(self, node, scope):
            for param in getattr(node, "type_params", ()):
                scope.bind(param.name)

        def define(self, node, scope, owner, klass, depth, stack, scopes):
            scope.bind(node.name)
            inner = Scope("function", scope)
            scopes.append(inner)
            definition = Definition(len(self.definitions), node, owner, klass if scope.form == "class" else None)
            self.definitions.append(definition)
            if kind(node) == "AsyncFunctionDef":
                definition.flags.add("a")
            if node.decorator_list:
                definition.flags.add("o")
            if scope.form == "function":
                definition.flags.add("n")
            body = node.body[1:] if self.is_docstring(node.body[0]) else node.body
            if all(kind(n) in ("Pass", "Raise") or self.is_ellipsis(n) for n in body):
                definition.flags.add("s")
            for decorator in node.decorator_list:
                stack.append((decorator, scope, owner, klass, depth, "value"))
            if node.returns is not None:
                stack.append((node.returns, scope, owner, klass, depth, "value"))
            self.type_params(node, inner)
            definition.params = self.arguments(node.args, scope, inner, owner, klass, depth, stack)
            for child in reversed(node.body):
                stack.append((child, inner, definition, klass, 0, ""))

        def arguments(self, args, outer, inner, owner, klass, depth, stack):
            result = []
            positional = getattr(args, "posonlyargs", []) + args.args
            plain = len(positional) - len(args.defaults)
            for i, arg in enumerate(positional):
                result.append((arg.arg, "=" if i >= plain else "", arg))
                if i + 1 == len(getattr(args, "posonlyargs", [])):
                    result.append(("/", "", None))
            if args.vararg:
                result.append((args.vararg.arg, "*", args.vararg))
            elif args.kwonlyargs:
                result.append(("*", "", None))
            for arg, default in zip(args.kwonlyargs, args.kw_defaults):
                result.append((arg.arg, "" if default is None else "=", arg))
            if args.kwarg:
                result.append((args.kwarg.arg, "**", args.kwarg))
            for name, _, arg in result:
                if arg is not None:
                    inner.bind(name)
                    if arg.annotation is not None:
                        stack.append((arg.annotation, outer, owner, klass, depth, "value"))
            for default in args.defaults + [d for d in args.kw_defaults if d is not None]:
                stack.append((default, outer, owner, klass, depth, "value"))
            return result

        def call(self, node, scope, owner, klass, depth, use):
            func = node.func
            star = any(kind(a) == "Starred" for a in node.args)
            double = any(k.arg is None for k in node.keywords)
            first = "-"
            if node.args:
                argument = node.args[0]
                first = "(" + dotted(argument.func) if kind(argument) == "Call" else kind(argument)
            flags = ("s" if star else "") + ("k" if double else "") + ("l" if depth else "")
            self.put(
                "C", func.lineno, func.col_offset, func.end_lineno, func.end_col_offset, dotted(func),
                owner.index if owner else -1, klass or "-", flags or "-", use.replace(" ", "+") or "-", len(node.args),
                ",".join(k.arg for k in node.keywords if k.arg) or "-", first)

        def free(self, scopes, top):
            found = {}
            for scope in scopes:
                for name, node, attribute in scope.loads:
                    # A name of nothing but `x` stands for a placeholder.
                    if name in BUILTINS or self.is_bound(name, scope) or len(name) > 2 and not name.strip("x"):
                        continue
                    entry = found.setdefault(name, [node, set()])
                    if (node.lineno, node.col_offset) < (entry[0].lineno, entry[0].col_offset):
                        entry[0] = node
                    if attribute:
                        entry[1].add(attribute)
            for name, (node, attributes) in sorted(found.items()):
                self.put(
                    "N", node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, name,
                    ",".join(sorted(attributes)[:16]) or "-")
            self.put("I", ",".join(sorted(top.bound)) or "-", "*" if self.star else "-")

        @staticmethod
        def is_bound(name, scope):
            inner = scope
            while scope is not None:
                if name in scope.bound and (scope.form != "class" or scope is inner or inner.form == "comprehension"):
                    return True
                scope = scope.parent
            return False

        def definition(self, item):
            node = item.node
            word = b"def"
            line, column = self.name_after(node, word)
            names = [name for name, form, arg in item.params if arg is not None and form not in ("*", "**")]
            unused = [n for n in names if n not in item.loads and n not in ("self", "cls") and not n.startswith("_")]
            params = ",".join(
                (form + name if form in ("*", "**") else name + form) for name, form, _ in item.params)
            places = ",".join(
                "%s:%d:%d" % (name, arg.lineno, arg.col_offset) for name, _, arg in item.params if arg is not None)
            self.put(
                "D", line, column, node.end_lineno, node.col_offset, node.name, item.klass or "-",
                item.owner.index if item.owner else -1, "".join(sorted(item.flags)) or "-", params or "-",
                places or "-", ",".join(unused) or "-")

        def name_after(self, node, word):
            """Line and column of a definition's name, which the tree does not tell."""
            text = self.lines[node.lineno - 1] if node.lineno <= len(self.lines) else b""
            at = text.find(word, node.col_offset)
            at = node.col_offset if at < 0 else at + len(word)
            while at < len(text) and text[at:at + 1] in (b" ", b"\t"):
                at += 1
            return node.lineno, at

        def elisions(self):
            """Comments of nothing but dots, each with the innermost function that it stands in."""
            for number, line in enumerate(self.lines, 1):
                text = line.strip()
                if not text.startswith(b"#"):
                    continue
                rest = text.lstrip(b"#").strip().replace(b"\xe2\x80\xa6", b"...")
                if len(rest) < 2 or rest.strip(b"."):
                    continue
                column = len(line) - len(line.lstrip())
                best = None
                for item in self.definitions:
                    node = item.node
                    if node.lineno >= number or node.col_offset >= column:
                        continue
                    if number > node.end_lineno and any(
                            l.strip() and not l.strip().startswith(b"#")
                            for l in self.lines[node.end_lineno:number - 1]):
                        continue
                    if best is None or node.lineno > best.node.lineno:
                        best = item
                self.put("L", number, column, column + len(text), best.index if best else -1)

        @staticmethod
        def is_none(node):
            return kind(node) == "Constant" and node.value is None

        @staticmethod
        def is_ellipsis(node):
            return kind(node) == "Expr" and kind(node.value) == "Constant" and node.value.value is Ellipsis

        @staticmethod
        def is_docstring(node):
            return kind(node) == "Expr" and kind(node.value) == "Constant" and isinstance(node.value.value, str)

        @staticmethod
        def is_future(node):
            return kind(node) == "ImportFrom" and node.module == "__future__"


    """#
}
