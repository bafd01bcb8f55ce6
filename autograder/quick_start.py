"""Spares the command a second at its start; imported before nbgrader.

nbgrader imports nbformat, that jsonschema, and that, where it is installed, a package which builds a
parser for international web addresses: for longer than everything else takes to import. No schema
of a notebook holds such an address, and jsonschema does without the package.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
