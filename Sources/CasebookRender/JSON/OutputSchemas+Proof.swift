// Data: the schemas as they are published; their lines are as long as their words.

/// What `casebook check` prints with `--json`: results, with `--list` the catalogue, and coverage.
extension OutputSchemas {
  package static let check = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:casebook:check:1",
      "title": "Results of checks",
      "description": "What `casebook check --json` prints.",
      "type": "object",
      "required": ["schema", "checks", "coverage"],
      "additionalProperties": true,
      "properties": {
        "schema": {"const": "casebook.check/1"},
        "checks": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "case", "verdict", "state", "variants", "claims"],
            "additionalProperties": true,
            "properties": {
              "id": {"type": "string"},
              "case": {"type": "string"},
              "verdict": {
                "enum": ["proved", "bugNotReproduced", "fixNotProved", "notRefuted", "notDiscriminating", "skipped", "error"]
              },
              "state": {"enum": ["failing", "stale", "refuted", "unrun", "skipped", "unlinked", "verified"]},
              "strength": {"enum": ["exhaustive", "counted", "bounded"]},
              "reason": {"type": "string"},
              "ran": {"type": "boolean", "description": "Whether it ran now; else this is what is recorded."},
              "variants": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["name", "role", "metrics"],
                  "additionalProperties": true,
                  "properties": {
                    "name": {"type": "string"},
                    "role": {"type": "string"},
                    "expect": {"type": "string"},
                    "exit": {"type": "string"},
                    "wallMs": {"type": "number", "minimum": 0},
                    "metrics": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["name", "stability"],
                        "additionalProperties": true,
                        "properties": {
                          "name": {"type": "string"},
                          "value": {"type": "number"},
                          "unit": {"type": "string"},
                          "stability": {"enum": ["exact", "bounded", "advisory"]},
                          "documentValue": {"type": "string", "description": "The figure of the case's text beside it."},
                          "agreement": {
                            "enum": ["agrees", "differs"], "description": "Absent where the two can't be compared."
                          }
                        }
                      }
                    }
                  }
                }
              },
              "claims": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["text", "holds"],
                  "additionalProperties": true,
                  "properties": {
                    "text": {"type": "string"},
                    "holds": {"type": "boolean"},
                    "failsWhenSwapped": {"type": "boolean"}
                  }
                }
              },
              "drift": {
                "type": "array", "items": {"type": "string"},
                "description": "Exact figures that differ from the record."
              }
            }
          }
        },
        "coverage": {"$ref": "#/$defs/count"},
        "doctests": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["path", "line", "kind", "verdict", "ran", "findings"],
            "additionalProperties": true,
            "properties": {
              "path": {"type": "string"},
              "line": {"type": "integer", "minimum": 1, "description": "Of the fence of the block that the result is about."},
              "case": {"type": "string"},
              "kind": {"enum": ["run", "no-run", "should-trap", "compile-fail", "scenario"]},
              "group": {"type": "string"},
              "blockLines": {"type": "array", "items": {"type": "integer", "minimum": 1}},
              "verdict": {"enum": ["passed", "failed", "skipped"]},
              "ran": {"type": "boolean", "description": "Whether it was compiled now; else it passed before, as it reads."},
              "reason": {"type": "string", "description": "Why it was skipped."},
              "wallMs": {"type": "integer", "minimum": 0},
              "findings": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["rule", "path", "line", "column", "endLine", "endColumn", "message"],
                  "additionalProperties": true,
                  "properties": {
                    "rule": {"const": "CB409"},
                    "path": {"type": "string"},
                    "line": {"type": "integer", "minimum": 1},
                    "column": {"type": "integer", "minimum": 1, "description": "A byte of the line on disk."},
                    "endLine": {"type": "integer", "minimum": 1},
                    "endColumn": {"type": "integer", "minimum": 1},
                    "message": {"type": "string"}
                  }
                }
              },
              "output": {"type": "string", "description": "The end of what a program printed that failed."}
            }
          }
        }
      },
      "$defs": {
        "count": {
          "type": "object",
          "required": ["blocks", "linked", "verified", "refuted"],
          "additionalProperties": true,
          "properties": {
            "blocks": {"type": "integer", "minimum": 0, "description": "Bug and fix blocks."},
            "linked": {"type": "integer", "minimum": 0, "description": "Of them, those that a check covers."},
            "verified": {"type": "integer", "minimum": 0},
            "refuted": {"type": "integer", "minimum": 0, "description": "Fixes that are expected not to work, and do not."}
          }
        }
      }
    }
    """#

  package static let checks = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:casebook:checks:1",
      "title": "The catalogue of checks",
      "description": "What `casebook check --list --json` prints.",
      "type": "object",
      "required": ["schema", "checks"],
      "additionalProperties": true,
      "properties": {
        "schema": {"const": "casebook.checks/1"},
        "checks": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "case", "source", "state", "variants", "claims"],
            "additionalProperties": true,
            "properties": {
              "id": {"type": "string"},
              "case": {"type": "string"},
              "source": {"type": "string", "description": "The file that holds it, as the catalogue names it."},
              "state": {"enum": ["failing", "stale", "refuted", "unrun", "skipped", "unlinked", "verified"]},
              "variants": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["name", "role", "expect", "covers"],
                  "additionalProperties": true,
                  "properties": {
                    "name": {"type": "string"},
                    "role": {"type": "string"},
                    "expect": {"type": "string"},
                    "covers": {"type": "array", "items": {"type": "string"}, "description": "Ids of blocks."}
                  }
                }
              },
              "claims": {"type": "array", "items": {"type": "string"}}
            }
          }
        },
        "doctests": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["path", "line", "kind"],
            "additionalProperties": true,
            "properties": {
              "path": {"type": "string"},
              "line": {"type": "integer", "minimum": 1, "description": "Of the fence of the block that the result is about."},
              "case": {"type": "string"},
              "kind": {"enum": ["run", "no-run", "should-trap", "compile-fail", "scenario"]},
              "group": {"type": "string"},
              "blockLines": {"type": "array", "items": {"type": "integer", "minimum": 1}}
            }
          }
        }
      }
    }
    """#

  package static let coverage = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:casebook:coverage:1",
      "title": "Coverage of proof",
      "description": "What `casebook check coverage --json` prints.",
      "type": "object",
      "required": ["schema", "total", "strengths", "issueTypes", "cases"],
      "additionalProperties": true,
      "properties": {
        "schema": {"const": "casebook.coverage/1"},
        "total": {"$ref": "#/$defs/count"},
        "strengths": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
        "issueTypes": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "count"],
            "additionalProperties": true,
            "properties": {"id": {"type": "string"}, "count": {"$ref": "#/$defs/count"}}
          }
        },
        "cases": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "state", "count"],
            "additionalProperties": true,
            "properties": {
              "id": {"type": "string"},
              "issueType": {"type": "string"},
              "state": {"enum": ["failing", "stale", "refuted", "unrun", "skipped", "unlinked", "verified"]},
              "count": {"$ref": "#/$defs/count"}
            }
          }
        }
      },
      "$defs": {
        "count": {
          "type": "object",
          "required": ["blocks", "linked", "verified", "refuted"],
          "additionalProperties": true,
          "properties": {
            "blocks": {"type": "integer", "minimum": 0, "description": "Bug and fix blocks."},
            "linked": {"type": "integer", "minimum": 0, "description": "Of them, those that a check covers."},
            "verified": {"type": "integer", "minimum": 0},
            "refuted": {"type": "integer", "minimum": 0, "description": "Fixes that are expected not to work, and do not."}
          }
        }
      }
    }
    """#
}
