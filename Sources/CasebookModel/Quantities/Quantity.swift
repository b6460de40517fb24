package import CasebookSource

/// What a figure measures: a quotient of at most two of time, bytes, ratio and count.
package enum QuantityDimension: String, Hashable, Sendable, CaseIterable {
  case time, bytes, ratio, count
  case bytesPerTime = "bytes/time"
  case countPerTime = "count/time"
  case ratioPerTime = "ratio/time"
  case timePerCount = "time/count"
  case bytesPerCount = "bytes/count"
  case dimensionless
}

/// The mark before a figure: `~`, `<`, `<=`, `>`, `>=`.
package enum QuantityComparator: String, Hashable, Sendable, CaseIterable { case approx, lt, le, gt, ge }

/// A figure with its unit as a person wrote it: `~1.7MB/minute` → 28 333 B/s.
package struct Quantity: Hashable, Sendable {
  /// The text after repairs; pages print this, never a re-formatting.
  package var raw: String
  package var value: Double
  /// Second bound of a range such as `150-200ms`.
  package var upper: Double?
  package var unit: String
  package var per: String?
  package var dimension: QuantityDimension
  /// The value in s, B, 1, B/s and so on.
  package var si: Double
  package var comparator: QuantityComparator?
  /// Lower-case label to its left: `p99`, `rate`, `size`.
  package var metric: String?
  /// MB may stand for MiB.
  package var isAmbiguous: Bool
  package var at: SourceRange

  package init(
    raw: String, value: Double, upper: Double? = nil, unit: String, per: String? = nil, dimension: QuantityDimension,
    si: Double, comparator: QuantityComparator? = nil, metric: String? = nil, isAmbiguous: Bool = false, at: SourceRange
  ) {
    self.raw = raw
    self.value = value
    self.upper = upper
    self.unit = unit
    self.per = per
    self.dimension = dimension
    self.si = si
    self.comparator = comparator
    self.metric = metric
    self.isAmbiguous = isAmbiguous
    self.at = at
  }
}

/// Two figures of one metric, before and after: `P99: 200ms → 2s`, factor 10.
package struct Change: Hashable, Sendable {
  package var metric: String?
  package var from: Quantity
  package var to: Quantity

  package init(metric: String?, from: Quantity, to: Quantity) {
    self.metric = metric
    self.from = from
    self.to = to
  }

  /// How many times larger `to` is; 0 where `from` is 0.
  package var factor: Double { from.si == 0 ? 0 : to.si / from.si }
}
