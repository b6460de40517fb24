import CasebookChecks

/// A page of authors and their books: how many statements does it take?
let nPlusOne = Check(
  "database/n-plus-one", case: "n-plus-one-queries",
  variants: [
    .bug(covers: "n-plus-one-queries.bug"),
    .fix(covers: "n-plus-one-queries.fix"),
    .fix("join"),
  ],
  claims: [
    Claim("the bug sends a statement for each author and one more, the fix at most two") {
      try $0.bug["statements-for-100"] == 101 && $0.fix["statements-for-100"] <= 2
    },
    Claim("twice the authors cost the fix no statement more, and the page has the same rows") {
      try $0.fix["statements-for-100"] == $0.fix["statements-for-50"]
        && $0.bug["statements-for-50"] == 51 && $0.fix["rows"] == $0.bug["rows"]
    },
  ]
) { run in
  run.depends(on: "sqlite", version: SQLiteProbe.version)
  let database = try SQLiteProbe(":memory:")
  try database.run("CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT)")
  try database.run("CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER, title TEXT)")
  try database.run("CREATE INDEX books_by_author ON books (author_id)")
  for author in 1...100 {
    try database.run("INSERT INTO authors VALUES (?, ?)", ["\(author)", "author \(author)"])
    try database.run("INSERT INTO books (author_id, title) VALUES (?, ?)", ["\(author)", "book of \(author)"])
  }
  for authors in [10, 25, 50, 100] {
    let before = database.statements
    let page = try page(database, authors, run.variant)
    let statements = database.statements - before
    run.record(
      "statements-for-\(authors)", statements, unit: "statements",
      beside: authors == 100 ? run.written(bug: "100 authors: 101 statements", fix: "100 authors: 2 statements") : nil)
    run.sample("statements", x: Double(authors), y: Double(statements), xLabel: "authors", yLabel: "statements")
    let expected = (1...authors).map { "author \($0): book of \($0)" }
    guard page == expected else { throw WrongPage(first: zip(page, expected).first { $0 != $1 }?.0 ?? "") }
    run.record("rows", page.count, unit: "rows")
  }
}

private struct WrongPage: Error { let first: String }

private func page(_ database: SQLiteProbe, _ authors: Int, _ variant: String) throws -> [String] {
  if variant == "join" {
    return try database.run(
      """
      SELECT a.name, b.title FROM authors a JOIN books b ON b.author_id = a.id
      WHERE a.id <= ? ORDER BY a.id
      """, ["\(authors)"]
    ).map { "\($0[0]): \($0[1])" }
  }
  let rows = try database.run("SELECT id, name FROM authors ORDER BY id LIMIT ?", ["\(authors)"])
  if variant == "bug" {
    return try rows.flatMap { author in
      try database.run("SELECT title FROM books WHERE author_id = ?", [author[0]]).map { "\(author[1]): \($0[0])" }
    }
  }
  let marks = rows.map { _ in "?" }.joined(separator: ", ")
  let books = try database.run(
    "SELECT author_id, title FROM books WHERE author_id IN (\(marks))", rows.map { $0[0] })
  let titles = Dictionary(grouping: books) { $0[0] }
  return rows.flatMap { author in (titles[author[0]] ?? []).map { "\(author[1]): \($0[1])" } }
}
