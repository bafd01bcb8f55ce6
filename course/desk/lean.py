"""What libraries load although nothing here uses it stays out of JupyterLab's server.

jsonschema imports ``rfc3987_syntax`` wherever it is installed, to check the format of IRIs, which
no notebook has; on import it compiles a grammar, and the learner waits for it. A None in its place
is to jsonschema what a package is that is not installed. Kernels are processes of their own, and
have it. (docs/upstream/jsonschema.md)
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)
