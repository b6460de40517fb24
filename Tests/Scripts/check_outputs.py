"""Validates what commands print with PyPI's jsonschema, each against the schema that `casebook schema` prints for it.

Usage: check_outputs.py CASEBOOK; prints a line an output and the number of faults.
"""

import json
import subprocess
import sys

import jsonschema

OUTPUTS = {
    "diagnostics": ["validate", "--format", "json", "--fail-on", "never"],
    "tools-answer": ["tools", "--json"],
    "list": ["list", "--json"],
    "search": ["search", "leak", "--json"],
    "match": ["match", "content/debugging-examples.md", "--json"],
    "coverage": ["check", "coverage", "--json"],
    "doctor": ["doctor", "memory", "leaks", "--json"],
}
# What must not pass, so that a schema that allows everything is seen.
WRONG = {
    "diagnostics": {"schema": "casebook.validate/2"},
    "tools-answer": {"schema": "casebook.tools/1", "query": 1, "issueTypes": [], "suggestions": []},
    "list": {"schema": "casebook.list/1", "cases": [{"id": "a"}]},
    "search": {"schema": "casebook.search/1", "query": "a", "mode": "some", "total": 0, "hits": []},
    "match": {"schema": "casebook.match/1", "verdict": "match", "matches": []},
    "check": {"schema": "casebook.check/1", "checks": [], "doctests": [{"path": "a.md", "line": 1, "verdict": "proved"}]},
    "checks": {"schema": "casebook.checks/1", "checks": [{"id": "a"}]},
    "coverage": {"schema": "casebook.coverage/1", "total": {"blocks": 1}},
    "doctor": {"schema": "casebook.doctor/1", "tools": [{"name": "a", "found": "yes"}]},
    "config": {"contnet": "a"},
    "tools": {"strace": {"effects": ["slow"]}},
}


def main(casebook):
    def run(*arguments):
        return json.loads(subprocess.run([casebook, *arguments], capture_output=True).stdout)

    faults = 0
    for subject, wrong in WRONG.items():
        schema = run("schema", subject)
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        if validator.is_valid(wrong):
            faults += 1
            print(f"{subject}: the schema takes what is wrong")
        if subject not in OUTPUTS:
            continue
        errors = list(validator.iter_errors(run(*OUTPUTS[subject])))
        faults += len(errors)
        for error in errors:
            print(f"{subject}: {'.'.join(map(str, error.absolute_path))}: {error.message}")
        print(f"{subject}: {len(errors)} faults")
    print(f"{len(WRONG)} schemas, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
