#!/usr/bin/env python3
"""Writes templates/ into Sources/CasebookRender/Pages/BuiltInTemplates.swift, so that the program needs no files beside it.

A test compares the two and names this script when they differ.
"""
import pathlib

root = pathlib.Path(__file__).resolve().parents[2]
out = ["// Data: the files of templates/, written by `make templates`; edit those and run it.\n"]
out.append("/// The theme that needs no files beside the program: path below `templates/` → text.")
out.append("enum BuiltInTemplates {")
out.append("  static let files: [(path: String, text: StaticString)] = [")
for path in sorted((root / "templates").iterdir()):
    if path.suffix not in (".mustache", ".css", ".js", ".svg"):
        continue
    text = path.read_text(encoding="utf-8")
    hashes = "#"
    while '"""' + hashes in text or "\\" + hashes in text:
        hashes += "#"
    # A multi-line literal ends without the last line break; an empty last line brings it back.
    out.append(f'    (\n      "{path.name}",\n      {hashes}"""')
    out += ["      " + line if line else "" for line in text.split("\n")]
    out.append(f'      """{hashes}\n    ),')
out.append("  ]\n}\n")
target = root / "Sources/CasebookRender/Pages/BuiltInTemplates.swift"
target.write_text("\n".join(out), encoding="utf-8")
