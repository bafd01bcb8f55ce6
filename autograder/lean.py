"""What libraries load although nothing here uses it stays out of our processes.

jsonschema imports ``rfc3987_syntax`` wherever it is installed, to check the format of IRIs, which
no notebook has; on import it compiles a grammar, for which every command would wait longer than
for nbgrader itself. A None in its place is to jsonschema what a package is that is not installed.
The process in which learners' code runs does not import this. (docs/upstream/jsonschema.md)
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)
