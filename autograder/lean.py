"""What libraries load although nothing here uses it stays out of our processes.

jsonschema imports ``rfc3987_syntax`` wherever it is installed, to check the format of IRIs, which
no notebook has; on import it compiles a grammar, for which every command would wait longer than
for nbgrader itself. A None in its place is to jsonschema what a package is that is not installed.
The process in which learners' code runs does not import this. (docs/upstream/jsonschema.md)
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

sys.modules.setdefault("rfc3987_syntax", None)


@contextlib.contextmanager
def without_node() -> Iterator[None]:
    """Let JupyterLab be imported as on a machine without Node: nobody waits for it.

    On import it starts Node to ask yarn which registry it is set to, which only the building of
    extensions needs, and throws the answer away. Afterwards programs are found as ever.
    """
    path = os.environ.get("PATH")
    # Not empty: that would mean the system's own folders.
    os.environ["PATH"] = str(Path(__file__).parent)
    try:
        yield
    finally:
        if path is None:
            del os.environ["PATH"]
        else:
            os.environ["PATH"] = path
