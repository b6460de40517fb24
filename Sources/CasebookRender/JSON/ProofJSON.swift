package import CasebookModel

/// Writes evidence records and the lock: canonical, so that the same proof gives the same bytes.
package enum ProofJSON {
  /// `proof/<check>.json`: what a second run reproduces byte for byte.
  package static func evidence(_ record: EvidenceRecord) -> [UInt8] {
    let record = record.committed
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.field("schema", EvidenceRecord.schema)
      json.field("protocol", EvidenceRecord.protocolName)
      json.field("check", record.check)
      json.field("case", record.caseID)
      json.field("checkDigest", record.checkDigest)
      json.field("fidelity", ifPresent: record.fidelity?.rawValue)
      json.field("strength", ifPresent: record.strength?.rawValue)
      if let seed = record.seed { json.field("seed", seed) }
      json.field("covers") { json in
        json.array(of: record.covers) { json, cover in
          json.object { json in
            json.field("block", cover.block)
            json.field("variant", cover.variant)
            json.field("digest", cover.digest)
            json.field("code", cover.code)
          }
        }
      }
      json.field("dependsOn") { json in
        json.object { json in
          for dependency in record.dependsOn { json.field(named: dependency.name) { $0.string(dependency.version) } }
        }
      }
      json.field("variants") { json in json.array(of: record.variants) { $0.variant($1) } }
      json.field("claims") { json in json.array(of: record.claims) { $0.claim($1) } }
      json.field("verdict", record.verdict.rawValue)
      if record.verdict == .error || record.verdict == .skipped { json.field("reason", ifPresent: record.reason) }
    }
    return json.finish()
  }

  /// `proof/lock.json`: a line for each block, so that two branches that bless different blocks merge.
  package static func lock(_ lock: ProofLock) -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.field("schema", ProofLock.schema)
      json.field("blessed") { json in
        json.array(of: lock.entries) { json, entry in
          json.line { json in
            json.field("block", entry.block)
            json.field("variant", entry.variant)
            json.field("check", entry.check)
            json.field("digest", entry.digest)
            json.field("checkDigest", entry.checkDigest)
            json.field("source", entry.source)
            json.field("day", entry.day)
          }
        }
      }
    }
    return json.finish()
  }
}

extension JSONWriter {
  fileprivate mutating func variant(_ variant: EvidenceRecord.Variant) {
    object { json in
      json.field("name", variant.name)
      json.field("role", variant.role.rawValue)
      if variant.expect == .refuted { json.field("expect", variant.expect.rawValue) }
      json.field("exit", variant.exit.rawValue)
      json.field("detail", ifPresent: variant.detail)
      json.field("metrics") { json in json.array(of: variant.metrics) { $0.metric($1) } }
      if !variant.series.isEmpty {
        json.field("series") { json in json.array(of: variant.series) { $0.series($1) } }
      }
      if let witness = variant.witness { json.field("witness") { $0.witness(witness) } }
      if !variant.graphs.isEmpty {
        json.field("graphs") { json in json.array(of: variant.graphs) { $0.graph($1) } }
      }
    }
  }

  /// One metric, on one line; for a report with what it makes of the text's own figure, which is no part of a record.
  package mutating func metric(_ metric: EvidenceRecord.Metric, comparing: Bool = false) {
    line { json in
      json.field("name", metric.name)
      if let value = metric.value { json.field("value") { $0.figure(value) } }
      json.field("unit", metric.unit)
      json.field("stability", metric.stability.rawValue)
      if let bound = metric.bound {
        json.field("bound") { json in
          json.object { json in
            json.field("op", bound.op)
            json.field("value") { $0.figure(bound.value) }
          }
        }
      }
      json.field("documentValue", ifPresent: metric.documentValue)
      if comparing { json.field("agreement", ifPresent: metric.agreement?.rawValue) }
    }
  }

  private mutating func series(_ series: EvidenceRecord.Series) {
    object { json in
      json.field("name", series.name)
      json.field("x", series.x)
      json.field("y", series.y)
      json.field("stability", series.stability.rawValue)
      json.field("points") { json in
        json.inline { json in
          json.array(of: series.points) { json, point in
            json.array { json in
              json.figure(point.x)
              json.figure(point.y)
            }
          }
        }
      }
    }
  }

  private mutating func witness(_ witness: EvidenceRecord.Witness) {
    object { json in
      json.field("lanes") { json in json.inline { json in json.array(of: witness.lanes) { $0.string($1) } } }
      json.field("events") { json in
        json.array(of: witness.events) { json, event in
          json.line { json in
            json.field("lane", event.lane)
            json.field("text", event.text)
            json.field("state", ifPresent: event.state)
          }
        }
      }
      json.field("outcome", witness.outcome)
    }
  }

  private mutating func graph(_ graph: EvidenceRecord.Graph) {
    object { json in
      json.field("name", graph.name)
      json.field("edges") { json in
        json.array(of: graph.edges) { json, edge in
          json.line { json in
            json.field("from", edge.from)
            json.field("relation", edge.relation)
            json.field("to", edge.to)
          }
        }
      }
    }
  }

  /// A claim and how it was judged.
  package mutating func claim(_ claim: EvidenceRecord.Claim) {
    object { json in
      json.field("text", claim.text)
      json.field("fix", claim.fix)
      json.field("holds", claim.holds)
      json.field("failsWhenSwapped", claim.failsWhenSwapped)
    }
  }

  /// A number as a person would write it: 4, not 4.0.
  package mutating func figure(_ value: Double) {
    if value == value.rounded(), abs(value) < 1e15 { integer(Int(value)) } else { number(value) }
  }
}
