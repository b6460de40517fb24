// Data: the schema as it is published; its lines are as long as their words.

/// The JSON Schema of `casebook.document/1`: what `casebook schema document` prints.
package enum DocumentSchema {
  package static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:casebook:document:1",
      "title": "Casebook document model",
      "description": "The typed model of one Markdown document: one entry of `documents` in `casebook export --format json`; `casebook schema document` prints this file. Lenient by design: what no recogniser claims is kept, in order, under `other` or as an opaque block. Profiles (strict, lenient, archive) are rules over this shape, not other shapes.",
      "type": "object",
      "required": ["schema", "path", "frontMatter", "title", "cases", "framework", "toolTable", "other", "repairs"],
      "additionalProperties": false,
      "properties": {
        "schema": { "const": "casebook.document/1" },
        "path": { "type": "string", "description": "relative to the folder that holds casebook.yml, with forward slashes" },
        "frontMatter": { "oneOf": [ { "type": "null" }, { "$ref": "#/$defs/frontMatter" } ] },
        "title": { "oneOf": [ { "type": "null" }, { "$ref": "#/$defs/located" } ] },
        "cases": { "type": "array", "items": { "$ref": "#/$defs/case" } },
        "framework": { "oneOf": [ { "type": "null" }, { "$ref": "#/$defs/framework" } ] },
        "toolTable": { "oneOf": [ { "type": "null" }, { "$ref": "#/$defs/toolTable" } ] },
        "other": { "type": "array", "items": { "$ref": "#/$defs/opaqueBlock" } },
        "repairs": { "type": "array", "items": { "$ref": "#/$defs/repair" } }
      },
      "$defs": {
        "id": { "type": "string", "pattern": "^[a-z0-9]+([-./][a-z0-9]+)*$", "maxLength": 96 },
        "position": {
          "type": "object", "required": ["line", "column"], "additionalProperties": false,
          "properties": {
            "line": { "type": "integer", "minimum": 1, "description": "1-based line of the file on disk, before any repair" },
            "column": { "type": "integer", "minimum": 1, "description": "1-based UTF-8 byte column of that line" }
          }
        },
        "range": {
          "type": "object", "required": ["start", "end"], "additionalProperties": false,
          "description": "half-open: `end` is the first byte that no longer belongs to it; blocks end after the last byte of their last line, without the line break",
          "properties": { "start": { "$ref": "#/$defs/position" }, "end": { "$ref": "#/$defs/position" } }
        },
        "located": {
          "type": "object", "required": ["text", "at"], "additionalProperties": false,
          "description": "a text after repairs, and where it stands on disk (the text alone, without `#`, `**` or a number)",
          "properties": { "text": { "type": "string", "minLength": 1 }, "at": { "$ref": "#/$defs/range" } }
        },
        "digest": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$", "description": "SHA-256 over language NUL role NUL normalised code; people see the first 16 digits" },
        "frontMatter": {
          "type": "object",
          "required": ["at"],
          "properties": {
            "at": { "$ref": "#/$defs/range" },
            "version": { "type": "string", "pattern": "^\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?$" },
            "created": { "type": "string", "format": "date" },
            "updated": { "type": "string", "format": "date" },
            "author": { "oneOf": [ { "type": "string", "minLength": 1 }, { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 } } ] },
            "purpose": { "type": "string" },
            "title": { "type": "string" },
            "id": { "$ref": "#/$defs/id" },
            "issueType": { "$ref": "#/$defs/id", "description": "only in a file that holds one case" },
            "alsoIssueTypes": { "type": "array", "items": { "$ref": "#/$defs/id" }, "uniqueItems": true },
            "severity": { "enum": ["sev1", "sev2", "sev3", "sev4"] },
            "corrects": { "$ref": "#/$defs/id", "description": "the case of which this one is a corrected edition" },
            "tags": { "type": "array", "items": { "type": "string" }, "uniqueItems": true },
            "aliases": { "type": "array", "items": { "type": "string", "minLength": 1 }, "uniqueItems": true, "description": "other names one would ask by: alert names, old ids" },
            "params": { "type": "array", "description": "placeholders of the commands", "items": {
              "type": "object", "required": ["name"], "additionalProperties": false,
              "properties": { "name": { "type": "string", "minLength": 1 }, "default": { "type": "string" }, "example": { "type": "string" }, "allowed": { "type": "string" }, "secret": { "type": "boolean" } } } },
            "casebook": {
              "type": "object", "additionalProperties": false,
              "properties": {
                "profile": { "enum": ["strict", "lenient", "archive"] },
                "context": { "type": "array", "items": { "type": "string" }, "description": "names taken to exist in every code block (CB203)" },
                "ignore": { "type": "object", "propertyNames": { "pattern": "^CB\\d{3}$" }, "additionalProperties": { "type": "string", "minLength": 1 }, "description": "rule id to reason, for the whole file" }
              }
            }
          },
          "additionalProperties": true
        },
        "quantity": {
          "type": "object", "required": ["raw", "value", "unit", "dimension", "si", "at"],
          "additionalProperties": false,
          "properties": {
            "raw": { "type": "string", "description": "the text after repairs; pages print this, never a re-formatting" },
            "value": { "type": "number" },
            "upper": { "type": "number", "description": "second bound of a range such as 150-200ms" },
            "unit": { "type": "string" },
            "per": { "type": "string" },
            "dimension": { "enum": ["time", "bytes", "ratio", "count", "bytes/time", "count/time", "ratio/time", "time/count", "bytes/count", "dimensionless"] },
            "si": { "type": "number", "description": "value in s, B, 1, B/s and so on" },
            "comparator": { "enum": ["approx", "lt", "le", "gt", "ge"] },
            "metric": { "type": "string", "description": "lower-case label to its left: p99, rate, size" },
            "ambiguous": { "const": true, "description": "present where MB may stand for MiB" },
            "at": { "$ref": "#/$defs/range" }
          }
        },
        "change": {
          "type": "object", "required": ["from", "to", "factor"], "additionalProperties": false,
          "properties": {
            "metric": { "type": "string" },
            "from": { "$ref": "#/$defs/quantity" }, "to": { "$ref": "#/$defs/quantity" },
            "factor": { "type": "number", "exclusiveMinimum": 0 }
          }
        },
        "measuredText": {
          "type": "object", "required": ["text", "kind", "quantities", "changes", "at"], "additionalProperties": false,
          "properties": {
            "text": { "type": "string", "minLength": 1 },
            "kind": { "enum": ["growth", "change", "proportion", "absence", "scope", "onset", "temporaryRemedy", "ineffectiveRemedy", "statement"] },
            "quantities": { "type": "array", "items": { "$ref": "#/$defs/quantity" } },
            "changes": { "type": "array", "items": { "$ref": "#/$defs/change" } },
            "at": { "$ref": "#/$defs/range" }
          }
        },
        "codeBlock": {
          "type": "object", "required": ["type", "id", "idSource", "language", "infoString", "role", "roleSource", "code", "digest", "at"],
          "additionalProperties": false,
          "properties": {
            "type": { "const": "code" },
            "id": { "$ref": "#/$defs/id" },
            "idSource": { "enum": ["declared", "implicit"] },
            "language": { "type": ["string", "null"], "description": "first word of the info string, lower-case, aliases resolved" },
            "infoString": { "type": "string" },
            "role": { "enum": ["bug", "fix", "evidence", "trace", "tool", "repro", "test", "context"] },
            "roleSource": { "enum": ["declared", "marker", "stepKind", "content", "default"] },
            "attributes": { "type": "object", "additionalProperties": { "type": "string" } },
            "code": { "type": "string", "description": "after repairs, LF, without the final line break" },
            "digest": { "$ref": "#/$defs/digest" },
            "links": { "type": "array", "items": { "$ref": "#/$defs/checkLink" } },
            "quantities": { "type": "array", "items": { "$ref": "#/$defs/quantity" }, "description": "only for a block without a language" },
            "at": { "$ref": "#/$defs/range", "description": "fence to fence" }
          }
        },
        "checkLink": {
          "type": "object", "required": ["check", "variant", "state"], "additionalProperties": false,
          "properties": {
            "check": { "$ref": "#/$defs/id" },
            "variant": { "type": "string" },
            "fidelity": { "enum": ["verbatim", "ported"], "description": "verbatim: the block itself was compiled and run; ported: the check's own rendering, pinned to the block by digest" },
            "strength": { "enum": ["exhaustive", "counted", "bounded"] },
            "state": { "enum": ["verified", "refuted", "stale", "failing", "skipped", "unrun"] },
            "blessedDigest": { "$ref": "#/$defs/digest" }
          }
        },
        "step": {
          "type": "object", "required": ["number", "title", "kind", "kindSource", "body", "at"],
          "additionalProperties": false,
          "properties": {
            "number": { "type": "integer", "minimum": 1 },
            "title": { "$ref": "#/$defs/located" },
            "kind": { "enum": ["reproduce", "isolate", "hypothesis", "tooling", "evidence", "finding", "rootCause", "mitigation", "fix", "verification", "other"] },
            "kindSource": { "enum": ["declared", "exact", "lexicon", "content", "unknown"] },
            "fixOption": {
              "type": "object", "required": ["index"], "additionalProperties": false,
              "properties": { "index": { "type": "integer", "minimum": 1 }, "name": { "type": "string" } }
            },
            "body": { "type": "array", "description": "in document order, nothing left out", "items": { "oneOf": [
              { "$ref": "#/$defs/codeBlock" }, { "$ref": "#/$defs/prose" }, { "$ref": "#/$defs/items" }, { "$ref": "#/$defs/table" }, { "$ref": "#/$defs/opaqueBlock" } ] } },
            "at": { "$ref": "#/$defs/range" }
          },
          "allOf": [
            { "if": { "required": ["fixOption"] }, "then": { "properties": { "kind": { "const": "fix" } } } }
          ]
        },
        "prose": {
          "type": "object", "required": ["type", "content"], "additionalProperties": false,
          "properties": { "type": { "const": "prose" }, "content": { "$ref": "#/$defs/measuredText" } }
        },
        "items": {
          "type": "object", "required": ["type", "items"], "additionalProperties": false,
          "properties": { "type": { "const": "items" }, "items": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/measuredText" } } }
        },
        "table": {
          "type": "object", "required": ["type", "header", "rows", "at"], "additionalProperties": false,
          "properties": {
            "type": { "const": "table" },
            "header": { "type": "array", "items": { "type": "string" } },
            "rows": { "type": "array", "items": { "type": "array", "items": { "type": "string" } } },
            "at": { "$ref": "#/$defs/range" }
          }
        },
        "opaqueBlock": {
          "type": "object", "required": ["type", "markdown", "at"], "additionalProperties": false,
          "properties": { "type": { "const": "opaque" }, "markdown": { "type": "string" }, "at": { "$ref": "#/$defs/range" } }
        },
        "session": {
          "type": "object", "required": ["title", "symptoms", "steps"], "additionalProperties": false,
          "properties": {
            "label": { "$ref": "#/$defs/located" },
            "fence": {
              "type": "object", "required": ["open", "close"], "additionalProperties": false,
              "description": "present where the session is quoted in a `markdown` fence (CB109)",
              "properties": { "open": { "$ref": "#/$defs/range" }, "close": { "$ref": "#/$defs/range" } }
            },
            "title": { "oneOf": [ { "type": "null" }, { "$ref": "#/$defs/located" } ] },
            "headings": { "type": "array", "items": { "$ref": "#/$defs/located" }, "description": "headings of the parts, as written" },
            "symptoms": { "type": "array", "items": { "$ref": "#/$defs/measuredText" } },
            "steps": { "type": "array", "items": { "$ref": "#/$defs/step" } },
            "other": { "type": "array", "items": { "$ref": "#/$defs/opaqueBlock" } }
          }
        },
        "checklistItem": {
          "type": "object", "required": ["text", "done", "at"], "additionalProperties": false,
          "properties": { "text": { "type": "string", "minLength": 1 }, "done": { "type": "boolean" }, "at": { "$ref": "#/$defs/range" } }
        },
        "case": {
          "type": "object", "required": ["id", "idSource", "title", "issueType", "problem", "session", "prevention", "at"],
          "additionalProperties": false,
          "properties": {
            "id": { "$ref": "#/$defs/id" },
            "idSource": { "enum": ["declared", "implicit"] },
            "number": { "type": "integer", "minimum": 1 },
            "title": { "$ref": "#/$defs/located" },
            "issueType": { "oneOf": [ { "type": "null" }, { "$ref": "#/$defs/id" } ] },
            "issueTypeSource": { "enum": ["declared", "lexicon"] },
            "alsoIssueTypes": { "type": "array", "items": { "$ref": "#/$defs/id" } },
            "severity": { "enum": ["sev1", "sev2", "sev3", "sev4"] },
            "corrects": { "$ref": "#/$defs/id" },
            "tags": { "type": "array", "items": { "type": "string" } },
            "problem": { "oneOf": [ { "type": "null" }, { "$ref": "#/$defs/measuredText" } ] },
            "session": { "$ref": "#/$defs/session" },
            "prevention": { "type": "array", "items": { "$ref": "#/$defs/checklistItem" } },
            "toolsUsed": { "type": "array", "items": { "type": "string" } },
            "other": { "type": "array", "items": { "$ref": "#/$defs/opaqueBlock" } },
            "at": { "$ref": "#/$defs/range" }
          }
        },
        "framework": {
          "type": "object", "required": ["title", "steps", "at"], "additionalProperties": false,
          "properties": {
            "title": { "$ref": "#/$defs/located" },
            "steps": { "type": "array", "minItems": 1, "items": {
              "type": "object", "required": ["number", "name", "at"], "additionalProperties": false,
              "properties": { "number": { "type": "integer", "minimum": 1 }, "name": { "type": "string" }, "at": { "$ref": "#/$defs/range" } } } },
            "at": { "$ref": "#/$defs/range" }
          }
        },
        "toolTable": {
          "type": "object", "required": ["title", "issueTypes", "at"], "additionalProperties": false,
          "properties": {
            "title": { "oneOf": [ { "type": "null" }, { "$ref": "#/$defs/located" } ] },
            "issueTypes": { "type": "array", "items": { "$ref": "#/$defs/issueType" } },
            "at": { "$ref": "#/$defs/range" }
          }
        },
        "issueType": {
          "type": "object", "required": ["id", "name", "tools", "at"], "additionalProperties": false,
          "properties": {
            "id": { "$ref": "#/$defs/id" }, "name": { "type": "string" },
            "tools": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/located" } },
            "at": { "$ref": "#/$defs/range" }
          }
        },
        "repair": {
          "type": "object", "required": ["rule", "at", "before", "after"], "additionalProperties": false,
          "description": "one text edit; reading a document never writes it",
          "properties": { "rule": { "type": "string", "pattern": "^CB\\d{3}$" }, "at": { "$ref": "#/$defs/range" }, "before": { "type": "string" }, "after": { "type": "string" } }
        }
      }
    }
    """#
}
