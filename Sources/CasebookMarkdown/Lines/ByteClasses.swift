/// A space or a tab.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

/// What CommonMark lets a backslash escape.
func isPunctuation(_ byte: UInt8) -> Bool {
  byte > 0x20 && byte < 0x7F && !isDigit(byte) && !isLetter(byte)
}

/// Whitespace of ASCII: blank, tab, line feed, vertical tab, form feed, carriage return.
func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

/// Cuts blanks and tabs, and rarer whitespace, off both ends of a stretch.
func trimmed(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
  var (lower, upper) = (range.lowerBound, range.upperBound)
  while lower < upper, isWhitespace(text[lower]) { lower += 1 }
  while lower < upper, isWhitespace(text[upper - 1]) { upper -= 1 }
  return lower..<upper
}

/// Cuts whitespace off the end of a stretch.
func trimmedAtEnd(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
  var upper = range.upperBound
  while range.lowerBound < upper, isWhitespace(text[upper - 1]) { upper -= 1 }
  return range.lowerBound..<upper
}
