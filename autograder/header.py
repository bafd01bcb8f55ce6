"""What the header of a text says: to which assignment its notebook belongs."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from autograder.problems import Problem

MARK = "# ---"
KEY = "assignment"
# What nbgrader, a folder and a command line can bear; nbgrader itself refuses a plus sign.
FOLDER_NAME = re.compile(r"[^\W_](?:[\w .()-]*[\w)])?")


@dataclass(frozen=True)
class Text:
    """A text, from which one notebook is built.

    Parameters
    ----------
    name : str
        Its file's name without ``.py``, which is the notebook's name too.
    path : pathlib.Path
        The file.
    assignment : str
        The nbgrader assignment to which the notebook belongs: the text's own name, unless its
        header names another one.
    """

    name: str
    path: Path
    assignment: str

    @property
    def notebook(self) -> Path:
        """Where the notebook lies, from the folder of all assignments on."""
        return Path(self.assignment, f"{self.name}.ipynb")


def read_text(path: Path) -> Text:
    """Read of a text what its header says.

    A header that cannot be read, or says what it cannot mean, says nothing here: who builds the
    text is told of it by `header_problems`.
    """
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    named = _settings(lines).get(KEY)
    return Text(path.stem, path, path.stem if _fault(named) else named)


def first_line_after(lines: list[str]) -> int:
    """Return the place (from 0) of the first line after the header; 0 where there is none."""
    if lines and lines[0].strip() == MARK:
        for place, line in enumerate(lines[1:], 1):
            if line.strip() == MARK:
                return place + 1
    return 0


def header_problems(lines: list[str]) -> list[Problem]:
    """List what is wrong with what a header says to `autograder`.

    Parameters
    ----------
    lines : list of str
        The text.

    Returns
    -------
    list of Problem
    """
    settings = _settings(lines)
    found = [
        Problem(
            _line_of(lines, key), f"the header's autograder knows no {key!r}: it takes '{KEY}'."
        )
        for key in settings
        if key != KEY
    ]
    if KEY in settings and (fault := _fault(settings[KEY])):
        found.append(Problem(_line_of(lines, KEY), fault))
    return found


def _settings(lines: list[str]) -> dict:
    """Return what stands under ``jupyter``, ``autograder`` in the header."""
    end = first_line_after(lines)
    said = "\n".join(re.sub(r"^\s*# ?", "", line) for line in lines[1 : end - 1])
    try:
        found = yaml.safe_load(said)
    except yaml.YAMLError:
        return {}
    for key in ("jupyter", "autograder"):
        found = found.get(key) if isinstance(found, dict) else None
    if found is None or isinstance(found, dict):
        return found or {}
    # A value in the place of settings: as a setting, it is one that nobody knows.
    return {found if isinstance(found, str) else str(found): None}


def _fault(name: object) -> str:
    """Return what is wrong with the name of an assignment; nothing where all is well."""
    if isinstance(name, str) and FOLDER_NAME.fullmatch(name):
        return ""
    return (
        f"the assignment cannot be called {name!r}: write the name of its folder, "
        "for instance 03_activation_functions."
    )


def _line_of(lines: list[str], key: object) -> int:
    wanted = re.compile(rf"^\s*#\s*{re.escape(str(key))}\b")
    end = first_line_after(lines)
    return next((n for n, line in enumerate(lines[:end], 1) if wanted.match(line)), 1)
