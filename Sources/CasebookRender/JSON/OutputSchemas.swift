// Data: the schemas as they are published; their lines are as long as their words.

/// The JSON Schemas of casebook.yml, of files of tools, and of what commands print, as `casebook schema` prints them.
package enum OutputSchemas {
  package static let config = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:casebook:config:1",
      "title": "casebook.yml",
      "description": "Settings of a knowledge base; every key is optional. Paths are relative to the folder of the file. Versions of casebook only add keys.",
      "type": "object",
      "required": [],
      "additionalProperties": false,
      "properties": {
        "title": {"type": "string", "description": "Name of the site."},
        "content": {"type": "string", "description": "The folder with the documents."},
        "templates": {"type": "string", "description": "The folder with overrides of the built-in templates."},
        "output": {"type": "string", "description": "The folder that the site is built in."},
        "base-url": {"type": "string", "pattern": "^https?://[^/]", "description": "Where the site will be served."},
        "edit-url": {
          "type": "string",
          "pattern": "^https?://[^/]",
          "description": "Where a file is edited, with {path} and {line}."
        },
        "profile": {
          "description": "How strictly documents are judged: one profile, or a map from path pattern to profile; the last that fits counts.",
          "oneOf": [
            {"enum": ["lenient", "archive", "strict"]},
            {"type": "object", "additionalProperties": {"enum": ["lenient", "archive", "strict"]}}
          ]
        },
        "rules": {
          "description": "Rule, by id or name, to severity.",
          "type": "object",
          "additionalProperties": {"enum": ["off", "info", "warning", "error"]}
        },
        "baseline": {"type": "string", "description": "The file of findings that are known."},
        "checks": {"description": "The command that speaks casebook-checks/1.", "$ref": "#/$defs/texts"},
        "links": {
          "description": "Block, as <case>.<block>, to check.",
          "type": "object",
          "additionalProperties": {"type": "string"}
        },
        "tools": {
          "description": "Files that extend the registry of tools; `casebook schema tools` is their form.",
          "$ref": "#/$defs/texts"
        },
        "synonyms": {
          "description": "Files that extend the words by which issue types are asked for.",
          "$ref": "#/$defs/texts"
        },
        "stale-after": {"type": "integer", "minimum": 0, "description": "Days after which a check counts as old."},
        "limits": {
          "type": "object",
          "required": [],
          "additionalProperties": false,
          "properties": {
            "document": {
              "type": "integer",
              "minimum": 1,
              "maximum": 16777216,
              "description": "Bytes of the largest document that is read."
            }
          }
        }
      },
      "$defs": {"texts": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}}
    }
    """#

  package static let tools = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:casebook:tools:1",
      "title": "A file of tools",
      "description": "What a file named by `tools` in casebook.yml holds: id of a tool to its fields. An id that casebook knows has the given fields changed; a new one must have a summary.",
      "type": "object",
      "propertyNames": {"pattern": "^[a-z0-9_-]{1,64}$"},
      "additionalProperties": {"$ref": "#/$defs/tool"},
      "$defs": {
        "line": {"type": "string", "minLength": 1, "maxLength": 1000},
        "lines": {
          "oneOf": [{"$ref": "#/$defs/line"}, {"type": "array", "maxItems": 100, "items": {"$ref": "#/$defs/line"}}]
        },
        "tool": {
          "type": "object",
          "required": [],
          "additionalProperties": false,
          "properties": {
            "name": {"description": "As it is written; the id where it is left out.", "$ref": "#/$defs/line"},
            "aliases": {"description": "Other spellings that are right.", "$ref": "#/$defs/lines"},
            "summary": {"description": "What it shows, in one sentence.", "$ref": "#/$defs/line"},
            "issue-types": {
              "description": "Ids of the issue types that it serves.",
              "oneOf": [
                {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
                {"type": "array", "items": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}}
              ]
            },
            "languages": {"description": "Languages that it sees; `any`, or left out, for all.", "$ref": "#/$defs/lines"},
            "effects": {
              "description": "What it does to what it looks at.",
              "oneOf": [
                {"enum": ["executes", "stops", "slows"]},
                {"type": "array", "items": {"enum": ["executes", "stops", "slows"]}}
              ]
            },
            "live": {"description": "Whether it is turned on a running service.", "type": "boolean"},
            "caution": {
              "description": "What it costs, in words; null takes an inherited one away.",
              "oneOf": [{"$ref": "#/$defs/line"}, {"type": "null"}]
            },
            "status": {"enum": ["maintained", "deprecated"]},
            "successor": {"description": "What took its place.", "oneOf": [{"$ref": "#/$defs/line"}, {"type": "null"}]},
            "install": {
              "type": "object",
              "required": [],
              "additionalProperties": false,
              "properties": {
                "apt": {"$ref": "#/$defs/line"},
                "pip": {"$ref": "#/$defs/line"},
                "npm": {"$ref": "#/$defs/line"},
                "go": {"$ref": "#/$defs/line"},
                "go-module": {"$ref": "#/$defs/line"},
                "cargo": {"$ref": "#/$defs/line"},
                "crate": {"$ref": "#/$defs/line"},
                "web": {"$ref": "#/$defs/line"},
                "builtin": {"$ref": "#/$defs/line"}
              },
              "description": "Who brings it, the preferred one first."
            },
            "executable": {
              "description": "Names of its program; the first that PATH finds counts.",
              "oneOf": [{"$ref": "#/$defs/program"}, {"type": "array", "items": {"$ref": "#/$defs/program"}}]
            },
            "version": {
              "description": "What makes the program tell its version.",
              "oneOf": [
                {"enum": ["--version", "-V", "-v", "version", "-version"]},
                {
                  "type": "array",
                  "minItems": 1,
                  "maxItems": 1,
                  "items": {"enum": ["--version", "-V", "-v", "version", "-version"]}
                }
              ]
            },
            "module": {
              "description": "A package of Python that must be there.",
              "oneOf": [{"$ref": "#/$defs/line"}, {"type": "null"}]
            },
            "first": {"description": "Commands to begin with.", "$ref": "#/$defs/lines"},
            "output": {
              "type": "object",
              "required": ["form", "has", "claims"],
              "additionalProperties": false,
              "properties": {
                "form": {"description": "A line of it.", "$ref": "#/$defs/line"},
                "has": {"description": "Parts that it always has.", "$ref": "#/$defs/lines"},
                "claims": {"description": "Words by which a text says that it is this output.", "$ref": "#/$defs/lines"}
              }
            },
            "only-in-code": {
              "description": "Whether the name is a common word, so that a mention counts in code alone.",
              "type": "boolean"
            }
          }
        },
        "program": {"type": "string", "pattern": "^[^-/][^/]*$"}
      }
    }
    """#

  package static let diagnostics = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:casebook:validate:1",
      "title": "Findings",
      "description": "What `casebook validate --format json` prints.",
      "type": "object",
      "required": ["schema", "summary", "diagnostics"],
      "additionalProperties": true,
      "properties": {
        "schema": {"const": "casebook.validate/1"},
        "summary": {
          "type": "object",
          "required": ["files", "errors", "warnings", "infos", "suppressed"],
          "additionalProperties": true,
          "properties": {
            "files": {"type": "integer", "minimum": 0},
            "errors": {"type": "integer", "minimum": 0},
            "warnings": {"type": "integer", "minimum": 0},
            "infos": {"type": "integer", "minimum": 0},
            "suppressed": {"type": "integer", "minimum": 0},
            "archived": {"type": "integer", "minimum": 0},
            "fixable": {"type": "integer", "minimum": 0}
          }
        },
        "diagnostics": {"type": "array", "items": {"$ref": "#/$defs/diagnostic"}}
      },
      "$defs": {
        "position": {
          "type": "object",
          "required": ["line", "column"],
          "additionalProperties": false,
          "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}}
        },
        "range": {
          "type": "object",
          "required": ["start", "end"],
          "additionalProperties": false,
          "properties": {"start": {"$ref": "#/$defs/position"}, "end": {"$ref": "#/$defs/position"}}
        },
        "diagnostic": {
          "type": "object",
          "required": ["rule", "name", "severity", "path", "range", "message", "notes", "fixes"],
          "additionalProperties": true,
          "properties": {
            "rule": {"type": "string", "pattern": "^CB[0-9]{3}$"},
            "name": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
            "severity": {"enum": ["error", "warning", "info"]},
            "path": {"type": "string"},
            "range": {"$ref": "#/$defs/range"},
            "message": {"type": "string", "minLength": 1, "maxLength": 4000},
            "explanation": {"type": "string"},
            "notes": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["message", "path", "range"],
                "additionalProperties": false,
                "properties": {"message": {"type": "string"}, "path": {"type": "string"}, "range": {"$ref": "#/$defs/range"}}
              }
            },
            "fixes": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["safety", "description", "edits"],
                "additionalProperties": false,
                "properties": {
                  "safety": {"enum": ["safe", "unsafe"]},
                  "description": {"type": "string"},
                  "edits": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": ["range", "replacement"],
                      "additionalProperties": false,
                      "properties": {"range": {"$ref": "#/$defs/range"}, "replacement": {"type": "string"}}
                    }
                  }
                }
              }
            },
            "suppressed": {
              "type": "object",
              "required": ["reason", "by"],
              "additionalProperties": false,
              "properties": {"reason": {"type": "string"}, "by": {"enum": ["comment", "front matter", "baseline"]}}
            },
            "counts": {"type": "boolean"}
          }
        }
      }
    }
    """#

  package static let toolsAnswer = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:casebook:tools-answer:1",
      "title": "Tools",
      "description": "What `casebook tools --json` prints: issue types, best first.",
      "type": "object",
      "required": ["schema", "query", "issueTypes", "suggestions"],
      "additionalProperties": true,
      "properties": {
        "schema": {"const": "casebook.tools/1"},
        "query": {"type": "string"},
        "issueTypes": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "name", "tools", "cases"],
            "additionalProperties": true,
            "properties": {
              "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
              "name": {"type": "string"},
              "tools": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["name"],
                  "additionalProperties": true,
                  "properties": {
                    "name": {"type": "string"},
                    "id": {"type": "string"},
                    "summary": {"type": "string"},
                    "firstCommand": {"type": "string"},
                    "caution": {"type": "string"},
                    "successor": {"type": "string"},
                    "install": {"type": "string"}
                  }
                }
              },
              "cases": {"type": "array", "items": {"type": "string"}}
            }
          }
        },
        "suggestions": {"type": "array", "items": {"type": "string"}}
      }
    }
    """#

  package static let list = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:casebook:list:1",
      "title": "Cases",
      "description": "What `casebook list --json` prints.",
      "type": "object",
      "required": ["schema", "cases"],
      "additionalProperties": true,
      "properties": {
        "schema": {"const": "casebook.list/1"},
        "cases": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "title", "path", "line", "proof"],
            "additionalProperties": true,
            "properties": {
              "id": {"type": "string"},
              "title": {"type": "string"},
              "issueType": {"type": "string"},
              "path": {"type": "string"},
              "line": {"type": "integer", "minimum": 1},
              "proof": {"enum": ["failing", "stale", "refuted", "unrun", "skipped", "unlinked", "verified"]}
            }
          }
        }
      }
    }
    """#

  package static let search = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:casebook:search:1",
      "title": "Search",
      "description": "What `casebook search --json` prints.",
      "type": "object",
      "required": ["schema", "query", "mode", "total", "hits", "facets", "suggestions"],
      "additionalProperties": true,
      "properties": {
        "schema": {"const": "casebook.search/1"},
        "query": {"type": "string"},
        "mode": {"enum": ["all", "any", "fuzzy"]},
        "total": {"type": "integer", "minimum": 0},
        "hits": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["case", "title", "path", "line", "section", "score", "tier", "why", "snippet", "proof"],
            "additionalProperties": true,
            "properties": {
              "case": {"type": "string"},
              "title": {"type": "string"},
              "path": {"type": "string"},
              "line": {"type": "integer", "minimum": 1},
              "section": {"type": "string"},
              "score": {"type": "number"},
              "tier": {"type": "string"},
              "why": {"type": "array", "items": {"type": "string"}},
              "snippet": {"type": "string"},
              "issueType": {"type": "string"},
              "proof": {"enum": ["failing", "stale", "refuted", "unrun", "skipped", "unlinked", "verified"]}
            }
          }
        },
        "facets": {
          "type": "object",
          "additionalProperties": {
            "type": "array",
            "items": {
              "type": "object",
              "required": ["value", "count"],
              "additionalProperties": true,
              "properties": {"value": {"type": "string"}, "count": {"type": "integer", "minimum": 1}}
            }
          }
        },
        "suggestions": {"type": "array", "items": {"type": "string"}}
      }
    }
    """#

  package static let match = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:casebook:match:1",
      "title": "The case that fits a text",
      "description": "What `casebook match --json` prints; `none` is an honest answer.",
      "type": "object",
      "required": ["schema", "verdict", "matches"],
      "additionalProperties": true,
      "properties": {
        "schema": {"const": "casebook.match/1"},
        "verdict": {"enum": ["match", "none"]},
        "matches": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["case", "title", "score", "confidence", "why", "tools"],
            "additionalProperties": true,
            "properties": {
              "case": {"type": "string"},
              "title": {"type": "string"},
              "score": {"type": "number"},
              "confidence": {"type": "number", "minimum": 0, "maximum": 1},
              "why": {"type": "array", "items": {"type": "string"}},
              "firstCheck": {"type": "string"},
              "tools": {"type": "array", "items": {"type": "string"}},
              "firstCommand": {"type": "string"}
            }
          }
        }
      },
      "if": {"properties": {"verdict": {"const": "none"}}},
      "then": {"properties": {"matches": {"maxItems": 0}}},
      "else": {"properties": {"matches": {"minItems": 1}}}
    }
    """#

  package static let doctor = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:casebook:doctor:1",
      "title": "Tools on this machine",
      "description": "What `casebook doctor --json` prints.",
      "type": "object",
      "required": ["schema", "tools"],
      "additionalProperties": true,
      "properties": {
        "schema": {"const": "casebook.doctor/1"},
        "tools": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["name", "issueTypes", "listed", "found"],
            "additionalProperties": true,
            "properties": {
              "name": {"type": "string"},
              "issueTypes": {"type": "array", "items": {"type": "string"}},
              "listed": {"type": "boolean", "description": "Whether the knowledge base's own table names it."},
              "found": {"type": "boolean"},
              "path": {"type": "string"},
              "version": {"type": "string"},
              "install": {"type": "string"}
            }
          }
        }
      }
    }
    """#
}
