// The one door to Debian's libsqlite3: only CasebookScenarios/Probes imports it.
#include <sqlite3.h>
