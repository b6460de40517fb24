// The one door to Debian's libyaml: only CasebookMarkdown/FrontMatter imports it.
#include <yaml.h>
