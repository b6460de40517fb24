#!/usr/bin/env python3
"""Writes templates/ and tools.yml into Swift sources, so that the program needs no files beside it.

A test compares each pair and names this script when they differ.
"""
import pathlib

root = pathlib.Path(__file__).resolve().parents[2]


def hashes(text):
    """The shortest row of # with which a literal holds the text as it is."""
    marks = "#"
    while '"""' + marks in text or "\\" + marks in text:
        marks += "#"
    return marks


def literal(text, indent):
    # A multi-line literal ends without the last line break; an empty last line brings it back.
    marks = hashes(text)
    lines = [indent + line if line else "" for line in text.split("\n")]
    return [f'{marks}"""'] + lines + [f'{indent}"""{marks}']


out = ["// Data: the files of templates/, written by `make templates`; edit those and run it.\n"]
out.append("/// The theme that needs no files beside the program: path below `templates/` → text.")
out.append("enum BuiltInTemplates {")
out.append("  static let files: [(path: String, text: StaticString)] = [")
for path in sorted((root / "templates").iterdir()):
    if path.suffix not in (".mustache", ".css", ".js", ".svg"):
        continue
    text = path.read_text(encoding="utf-8")
    first, *rest = literal(text, "      ")
    out += ["    (", f'      "{path.name}",', f"      {first}"] + rest + ["    ),"]
out.append("  ]\n}\n")
target = root / "Sources/CasebookRender/Pages/BuiltInTemplates.swift"
target.write_text("\n".join(out), encoding="utf-8")

tools = root / "Sources/CasebookModel/Tools"
first, *rest = literal((tools / "tools.yml").read_text(encoding="utf-8"), "    ")
out = ["// Data: tools.yml, written by `make templates`; edit that and run it.\n"]
out += ["/// The registry of tools that needs no file beside the program: the text of `tools.yml`.", "enum BuiltInTools {"]
out += [f"  static let text: StaticString = {first}"] + rest + ["}\n"]
(tools / "BuiltInTools.swift").write_text("\n".join(out), encoding="utf-8")
