/// The elements that our pages are made of; nothing else can be written, `script` and `style` in particular.
package enum HTMLElement: Sendable {
  case a, abbr, article, aside, blockquote, br, code, dd, details, div, dl, dt, em, figcaption, figure
  case h1, h2, h3, h4, h5, h6, hr, img, input, label, li, nav, ol, p, pre, section, small, span, strong, summary
  case table, tbody, td, th, thead, time, tr, ul
  /// Drawings; their colours are classes.
  case circle, line, path, rect, svg, svgText, svgTitle

  /// How the start tag begins: `<p`.
  var opening: StaticString {
    switch self {
    case .a: "<a"
    case .abbr: "<abbr"
    case .article: "<article"
    case .aside: "<aside"
    case .blockquote: "<blockquote"
    case .br: "<br"
    case .code: "<code"
    case .dd: "<dd"
    case .details: "<details"
    case .div: "<div"
    case .dl: "<dl"
    case .dt: "<dt"
    case .em: "<em"
    case .figcaption: "<figcaption"
    case .figure: "<figure"
    case .h1: "<h1"
    case .h2: "<h2"
    case .h3: "<h3"
    case .h4: "<h4"
    case .h5: "<h5"
    case .h6: "<h6"
    case .hr: "<hr"
    case .img: "<img"
    case .input: "<input"
    case .label: "<label"
    case .li: "<li"
    case .nav: "<nav"
    case .ol: "<ol"
    case .p: "<p"
    case .pre: "<pre"
    case .section: "<section"
    case .small: "<small"
    case .span: "<span"
    case .strong: "<strong"
    case .summary: "<summary"
    case .table: "<table"
    case .tbody: "<tbody"
    case .td: "<td"
    case .th: "<th"
    case .thead: "<thead"
    case .time: "<time"
    case .tr: "<tr"
    case .ul: "<ul"
    case .circle: "<circle"
    case .line: "<line"
    case .path: "<path"
    case .rect: "<rect"
    case .svg: "<svg"
    case .svgText: "<text"
    case .svgTitle: "<title"
    }
  }

  /// The end tag without its `<`: `/p>`.
  var closing: StaticString {
    switch self {
    case .a: "</a>"
    case .abbr: "</abbr>"
    case .article: "</article>"
    case .aside: "</aside>"
    case .blockquote: "</blockquote>"
    case .br, .hr, .img, .input: ""
    case .code: "</code>"
    case .dd: "</dd>"
    case .details: "</details>"
    case .div: "</div>"
    case .dl: "</dl>"
    case .dt: "</dt>"
    case .em: "</em>"
    case .figcaption: "</figcaption>"
    case .figure: "</figure>"
    case .h1: "</h1>"
    case .h2: "</h2>"
    case .h3: "</h3>"
    case .h4: "</h4>"
    case .h5: "</h5>"
    case .h6: "</h6>"
    case .label: "</label>"
    case .li: "</li>"
    case .nav: "</nav>"
    case .ol: "</ol>"
    case .p: "</p>"
    case .pre: "</pre>"
    case .section: "</section>"
    case .small: "</small>"
    case .span: "</span>"
    case .strong: "</strong>"
    case .summary: "</summary>"
    case .table: "</table>"
    case .tbody: "</tbody>"
    case .td: "</td>"
    case .th: "</th>"
    case .thead: "</thead>"
    case .time: "</time>"
    case .tr: "</tr>"
    case .ul: "</ul>"
    case .circle: "</circle>"
    case .line: "</line>"
    case .path: "</path>"
    case .rect: "</rect>"
    case .svg: "</svg>"
    case .svgText: "</text>"
    case .svgTitle: "</title>"
    }
  }

  /// The heading of a level, kept between 1 and 6.
  package static func heading(_ level: Int) -> HTMLElement {
    switch level {
    case ...1: .h1
    case 2: .h2
    case 3: .h3
    case 4: .h4
    case 5: .h5
    default: .h6
    }
  }
}

/// The attributes that our pages use; there is no `style` and no `on…` to write.
package enum HTMLAttribute: Sendable {
  case align, alt, ariaHidden, ariaLabel, ariaLabelledby, checked, `class`, datetime, disabled, href, id, open
  case rel, role, scope, src, start, tabindex, title, type, value
  case cx, cy, d, height, r, textAnchor, viewBox, width, x, x1, x2, y, y1, y2

  /// How the attribute begins: ` href="`.
  var opening: StaticString {
    switch self {
    case .align: " align=\""
    case .alt: " alt=\""
    case .ariaHidden: " aria-hidden=\""
    case .ariaLabel: " aria-label=\""
    case .ariaLabelledby: " aria-labelledby=\""
    case .checked: " checked=\""
    case .class: " class=\""
    case .datetime: " datetime=\""
    case .disabled: " disabled=\""
    case .href: " href=\""
    case .id: " id=\""
    case .open: " open=\""
    case .rel: " rel=\""
    case .role: " role=\""
    case .scope: " scope=\""
    case .src: " src=\""
    case .start: " start=\""
    case .tabindex: " tabindex=\""
    case .title: " title=\""
    case .type: " type=\""
    case .value: " value=\""
    case .cx: " cx=\""
    case .cy: " cy=\""
    case .d: " d=\""
    case .height: " height=\""
    case .r: " r=\""
    case .textAnchor: " text-anchor=\""
    case .viewBox: " viewBox=\""
    case .width: " width=\""
    case .x: " x=\""
    case .x1: " x1=\""
    case .x2: " x2=\""
    case .y: " y=\""
    case .y1: " y1=\""
    case .y2: " y2=\""
    }
  }
}
