"""Which versions a grade depends on."""

import importlib.metadata
import platform
from collections.abc import Sequence

from autograder.engine.submission.codecs_named import codecs_versions

PACKAGES = (
    "neural-networks-by-hand",
    "nbgrader",
    "numpy",
    "matplotlib",
    "ipython",
    "ipykernel",
    "nbformat",
)


def versions(codecs: Sequence[str]) -> dict[str, str]:
    """Return the versions of what a grade depends on; of the course's codecs, their hashes."""
    found = {name: importlib.metadata.version(name) for name in PACKAGES}
    return {"python": platform.python_version(), **found, **codecs_versions(codecs)}
