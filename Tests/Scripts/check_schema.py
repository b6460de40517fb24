"""Validates `casebook export` against `casebook schema document` with PyPI's jsonschema.

Usage: check_schema.py CASEBOOK [ARGUMENT of export ...]; prints the figures of what it validated.
"""

import json
import subprocess
import sys

import jsonschema


def output(*command):
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def main(casebook, *arguments):
    schema = output(casebook, "schema", "document")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    library = output(casebook, "export", "--format", "json", *arguments)
    faults = 0
    for document in library["documents"]:
        for error in validator.iter_errors(document):
            faults += 1
            place = ".".join(str(part) for part in error.absolute_path)
            print(f"{document['path']}: {place}: {error.message}")
    cases = [case for document in library["documents"] for case in document["cases"]]
    print(f"{len(library['documents'])} documents, {len(cases)} cases, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
