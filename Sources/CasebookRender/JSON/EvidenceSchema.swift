// Data: the schema as it is published; its lines are as long as their words.

/// The JSON Schema of an evidence record, as `casebook schema evidence` prints it.
package enum EvidenceSchema {
  package static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:casebook:evidence:1",
      "title": "Casebook evidence record",
      "description": "One check with all its variants; `casebook schema evidence` prints this file. Without `run` it is the committed record: only what a second run reproduces byte for byte. With `run` it is the report of one run.",
      "type": "object",
      "required": ["schema", "protocol", "check", "case", "checkDigest", "covers", "dependsOn", "variants", "claims", "verdict"],
      "additionalProperties": false,
      "properties": {
        "schema": { "const": "casebook.evidence/1" },
        "protocol": { "const": "casebook-checks/1" },
        "check": { "$ref": "#/$defs/id" },
        "case": { "$ref": "#/$defs/id" },
        "checkDigest": { "$ref": "#/$defs/digest" },
        "fidelity": { "enum": ["verbatim", "ported"] },
        "strength": { "enum": ["exhaustive", "counted", "bounded"], "description": "absent where nothing was proved" },
        "seed": { "type": "integer", "minimum": 0, "description": "where the check draws from the seeded generator" },
        "covers": { "type": "array", "items": {
          "type": "object", "required": ["block", "variant", "digest", "code"], "additionalProperties": false,
          "properties": {
            "block": { "$ref": "#/$defs/id" },
            "variant": { "type": "string" },
            "digest": { "$ref": "#/$defs/digest" },
            "code": { "type": "string", "description": "the block as it was, so that a stale report shows the difference without version control" } } } },
        "dependsOn": { "type": "object", "additionalProperties": { "type": "string" }, "description": "versions on which exact figures rest, for example sqlite; drift is judged only between equal versions" },
        "variants": { "type": "array", "minItems": 2, "items": { "$ref": "#/$defs/variant" }, "description": "in the order in which the check declares them" },
        "claims": { "type": "array", "minItems": 1, "items": {
          "type": "object", "required": ["text", "fix", "holds", "failsWhenSwapped"], "additionalProperties": false,
          "properties": {
            "text": { "type": "string" },
            "fix": { "type": "string", "description": "the variant that stood for the fix" },
            "holds": { "type": "boolean" },
            "failsWhenSwapped": { "type": "boolean", "description": "false with bug and fix evidence exchanged, as it must be" } } } },
        "verdict": { "enum": ["proved", "bugNotReproduced", "fixNotProved", "notDiscriminating", "notRefuted", "error", "skipped"] },
        "reason": { "type": "string", "description": "for error and skipped" },
        "run": {
          "type": "object", "required": ["ranAt", "environment", "wallMs"], "additionalProperties": false,
          "properties": {
            "ranAt": { "type": "string", "format": "date-time" },
            "wallMs": { "type": "object", "additionalProperties": { "type": "number", "minimum": 0 } },
            "environment": { "type": "object", "required": ["os", "kernel", "arch", "cpus"], "additionalProperties": { "type": "string" },
              "properties": { "os": { "type": "string" }, "kernel": { "type": "string" }, "arch": { "type": "string" }, "cpus": { "type": "integer", "minimum": 1 } } } } }
      },
      "if": { "not": { "required": ["run"] } },
      "then": { "properties": { "variants": { "items": { "properties": {
        "metrics": { "items": { "properties": { "stability": { "enum": ["exact", "bounded"] } },
          "if": { "properties": { "stability": { "const": "bounded" } } }, "then": { "not": { "required": ["value"] } } } },
        "series": { "items": { "properties": { "stability": { "const": "exact" } } } } } } } } },
      "$defs": {
        "id": { "type": "string", "pattern": "^[a-z0-9]+([-./][a-z0-9]+)*$", "maxLength": 96 },
        "digest": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$" },
        "variant": {
          "type": "object", "required": ["name", "role", "exit", "metrics"], "additionalProperties": false,
          "properties": {
            "name": { "type": "string" },
            "role": { "enum": ["bug", "fix"] },
            "expect": { "enum": ["proved", "refuted"], "description": "refuted: the document calls it a fix and the check shows that it is none" },
            "exit": { "enum": ["ok", "threw", "crashed", "timedOut", "skipped"] },
            "detail": { "type": "string" },
            "metrics": { "type": "array", "items": { "$ref": "#/$defs/metric" } },
            "series": { "type": "array", "items": { "$ref": "#/$defs/series" } },
            "witness": { "$ref": "#/$defs/witness" },
            "graphs": { "type": "array", "items": { "$ref": "#/$defs/graph" }, "description": "who holds, or waits for, whom" } } },
        "metric": {
          "type": "object", "required": ["name", "unit", "stability"], "additionalProperties": false,
          "properties": {
            "name": { "type": "string" },
            "value": { "type": "number" },
            "unit": { "type": "string" },
            "stability": { "enum": ["exact", "bounded", "advisory"] },
            "bound": { "type": "object", "required": ["op", "value"], "additionalProperties": false,
              "properties": { "op": { "enum": ["<", "<=", ">", ">="] }, "value": { "type": "number" } } },
            "better": { "enum": ["lower", "higher"] },
            "documentValue": { "type": "string", "description": "the figure of the case text that it stands beside, verbatim" } },
          "if": { "properties": { "stability": { "const": "bounded" } } },
          "then": { "required": ["bound"] }, "else": { "required": ["value"] } },
        "series": {
          "type": "object", "required": ["name", "x", "y", "stability", "points"], "additionalProperties": false,
          "properties": {
            "name": { "type": "string" }, "x": { "type": "string" }, "y": { "type": "string" },
            "stability": { "enum": ["exact", "advisory"] },
            "points": { "type": "array", "maxItems": 512, "items": { "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "number" } } } } },
        "graph": {
          "type": "object", "required": ["name", "edges"], "additionalProperties": false,
          "properties": {
            "name": { "type": "string" },
            "edges": { "type": "array", "maxItems": 64, "items": {
              "type": "object", "required": ["from", "relation", "to"], "additionalProperties": false,
              "properties": { "from": { "type": "string" }, "relation": { "type": "string" }, "to": { "type": "string" } } } } } },
        "witness": {
          "type": "object", "required": ["lanes", "events", "outcome"], "additionalProperties": false,
          "properties": {
            "lanes": { "type": "array", "minItems": 1, "items": { "type": "string" } },
            "events": { "type": "array", "items": {
              "type": "object", "required": ["lane", "text"], "additionalProperties": false,
              "properties": { "lane": { "type": "integer", "minimum": 0 }, "text": { "type": "string" }, "state": { "type": "string", "description": "the shared state after the step" } } } },
            "outcome": { "type": "string" } } }
      }
    }

    """#
}
