"""*Check all*: a notebook is run from its top, and each exercise gets one line."""

from pathlib import Path
from typing import Any

from course.desk.checking import check_notebook
from course.desk.exercises import exercises, read_cells
from course.jupyter.validating import explained
from course.language import say

NOT_BEGUN = "Not begun."
STATES = {
    "passed": "passed",
    "later": "later",
    "by hand": "later",
    "wrong": "failed",
    "changed": "failed",
}
COUNTED = {
    "passed": "passed",
    "failed": "not right yet",
    "open": "not begun",
    "later": "to be checked when you hand in",
}


def check(path: Path, laid: list[dict], config: Any) -> list[dict[str, str]]:
    """Run a notebook in a kernel of its own; the file is left as it is.

    Parameters
    ----------
    path : pathlib.Path
        The notebook.
    laid : list of dict
        The released cells.
    config : traitlets.config.Config
        nbgrader's configuration.

    Returns
    -------
    list of dict
        For each exercise its ``title``, the name of a ``cell`` of it, its ``state`` ("passed",
        "failed", "open" or "later"), and a sentence, ``text``. What keeps the notebook from being
        run is one line without a cell.
    """
    try:
        lines = check_notebook(path, config)
        begun = {each.title for each in exercises(read_cells(path), laid) if each.begun}
    except Exception as error:  # whatever a notebook may hold: the line says it
        return [{"title": path.name, "cell": "", "state": "failed", "text": explained(error, path)}]
    found = []
    for line in lines:
        state, text = STATES[line.verdict], line.text
        if line.verdict != "changed" and line.title not in begun:
            state, text = "open", say(NOT_BEGUN)
        found.append({"title": line.title, "cell": line.name, "state": state, "text": text})
    return found


def summary(lines: list[dict[str, str]]) -> dict[str, Any]:
    """Return the lines of a notebook below a sentence that counts them."""
    states = [line["state"] for line in lines]
    told = [f"{states.count(state)} {say(COUNTED[state])}" for state in COUNTED if state in states]
    number = say("1 exercise") if len(lines) == 1 else say("{n} exercises", n=len(lines))
    return {"said": f"{number}: {', '.join(told)}.", "lines": lines}
