/// What a drawing shows, in words: for who can't see it, or would rather read.
extension HTMLWriter {
  /// Writes a folded list below a drawing; `kind` is `ol` where the order counts.
  mutating func drawingAsList(_ kind: HTMLElement, _ items: some Sequence<String>) {
    open(.details)
    open(.summary)
    text(fixed: "The same as a list")
    close(.summary)
    open(kind)
    for item in items {
      open(.li)
      text(item)
      close(.li)
    }
    close(kind)
    close(.details)
  }
}
