// The one door to Debian's libcmark: only CasebookMarkdown/CommonMark imports it.
#include <cmark.h>
