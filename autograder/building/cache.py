"""What was built from what: so that a text is built again only when something has changed."""

import json
import os
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from autograder.course import Course
from autograder.files import digest, file_digest, tree_digests
from autograder.header import Text

FILE = ".build-cache.json"
# Each of these packages shapes what stands in a built notebook.
PACKAGES = (
    "ipykernel",
    "ipython",
    "jupytext",
    "matplotlib",
    "nbclient",
    "nbconvert",
    "nbformat",
    "nbgrader",
    "numpy",
)
# So do these modules of our own.
BUILDERS = (
    "building/all_rules",
    "building/command",
    "building/execute",
    "building/folding",
    "building/minutes",
    "building/optional",
    "building/outputs",
    "building/pictures",
    "building/release",
    "building/rules",
    "building/siblings",
    "building/source_code",
    "building/text",
    "building/vocabulary",
    "building/words",
    "converting",
    "course",
    "files",
    "header",
    "install",
    "settings",
    "threads",
)


class BuildCache:
    """The record of earlier builds, in a file of the course folder that git ignores.

    Parameters
    ----------
    course : Course
        What is common to all its texts is read once, when the cache is made.
    """

    def __init__(self, course: Course) -> None:
        self._course = course
        self._file = course.root / FILE
        self._common = _common_digest(course)

    def fingerprint(self, text: Text) -> str:
        """Condense everything that a text's built files depend on.

        Parameters
        ----------
        text : Text

        Returns
        -------
        str
            Another one as soon as the text, a file beside the notebook, the configuration, a local
            package, this program, or a package that makes notebooks is another one.
        """
        beside = {
            name: content
            for name, content in tree_digests(self._course.source / text.assignment).items()
            if not Path(name).match("*.ipynb") or "/" in name
        }
        parts = [self._common, file_digest(text.path), beside]
        return digest(json.dumps(parts, sort_keys=True).encode())

    def is_current(self, text: Text, fingerprint: str) -> bool:
        """Whether a text was built from just this, and its built files are as they were left."""
        wanted = {"fingerprint": fingerprint, "built": self._built(text)}
        return self._read().get(text.name) == wanted

    def remember(self, text: Text, fingerprint: str) -> None:
        """Record that a text's files have been built from what the fingerprint stands for."""
        entry = {"fingerprint": fingerprint, "built": self._built(text)}
        # Read again: another build may have written in the meantime.
        record = self._read() | {text.name: entry}
        draft = self._file.with_name(f"{FILE}.{os.getpid()}")
        draft.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        draft.replace(self._file)

    def _built(self, text: Text) -> dict[str, str]:
        notebook = self._course.source / text.notebook
        others = {other.notebook.name for other in self._course.sittings(text.assignment)}
        released = tree_digests(self._course.release / text.assignment)
        built = {
            f"release/{name}": content
            for name, content in released.items()
            if name == text.notebook.name or name not in others
        }
        if notebook.is_file():
            built["source"] = file_digest(notebook)
        return built

    def _read(self) -> dict[str, dict]:
        if not self._file.is_file():
            return {}
        try:
            return json.loads(self._file.read_text(encoding="utf-8"))
        except (json.JSONDecodeError, UnicodeDecodeError):
            # Nothing depends on it but time.
            return {}


def _common_digest(course: Course) -> str:
    """Condense what all texts of a course depend on."""
    here = Path(__file__).parents[1]
    parts = [
        sys.version_info[:2],
        {name: _version(name) for name in PACKAGES},
        {name: file_digest(here / f"{name}.py") for name in BUILDERS},
        # nbgrader also reads configuration outside the course folder, such as the user's own.
        {name: file_digest(Path(name)) for name in sorted(course.app.loaded_config_files)},
        {path.name: file_digest(path) for path in sorted(course.root.glob("*.py"))},
        {package.name: tree_digests(package) for package in _local_packages(course)},
    ]
    return digest(json.dumps(parts, sort_keys=True).encode())


def _local_packages(course: Course) -> list[Path]:
    """List the packages in the course folder that a notebook might import."""
    passed_over = course.steps | {"tests", Path(__file__).parents[1].name}
    return [
        path.parent
        for path in sorted(course.root.glob("*/__init__.py"))
        if path.parent.name not in passed_over
    ]


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
