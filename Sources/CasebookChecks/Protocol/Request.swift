/// A line on the standard input: `{"op":"list"}`, `{"op":"run","id":"race/lost-update"}`. Keys that are not known are ignored.
struct Request: Decodable {
  var op: String
  var id: String?
}
