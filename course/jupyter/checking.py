"""*Check all*: a notebook is run from its top, and each exercise gets one line."""

from pathlib import Path
from typing import Any

from course.desk.exercises import Exercise, exercises
from course.jupyter.validating import DeskValidator, explained

NOT_BEGUN = "Not begun."
LATER = "It can be checked only when you hand in."
BY_A_PERSON = "A person reads this answer when you have handed in."
PASSED = "All its tests pass."
HALF = "The tests here pass; more run when you hand in."


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
    validator = DeskValidator(config=config)
    try:
        book, changed = validator.opened(str(path))
        if changed:
            return [
                {"title": title, "cell": cell, "state": "failed", "text": text}
                for title, cell, text in changed
            ]
        cells = validator.run(book, path.parent).cells
    except Exception as error:  # whatever a notebook may hold: the line says it
        return [{"title": path.name, "cell": "", "state": "failed", "text": explained(error, path)}]
    return [_line(each) for each in exercises(cells, laid)]


def summary(lines: list[dict[str, str]]) -> dict[str, Any]:
    """Return the lines of a notebook below a sentence that counts them."""
    states = [line["state"] for line in lines]
    told = [
        f"{states.count(state)} {words}"
        for state, words in (
            ("passed", "passed"),
            ("failed", "not right yet"),
            ("open", "not begun"),
            ("later", "to be checked when you hand in"),
        )
        if state in states
    ]
    number = "1 exercise" if len(lines) == 1 else f"{len(lines)} exercises"
    return {"said": f"{number}: {', '.join(told)}.", "lines": lines}


def _line(exercise: Exercise) -> dict[str, str]:
    failing = [test for test in exercise.tests if test.problem]
    kinds = {test.kind for test in exercise.tests}
    cell = (failing or exercise.tests)[0].name if exercise.tests else ""
    state, text = "passed", PASSED
    if not exercise.begun:
        state, text = "open", NOT_BEGUN
    elif failing:
        state, text = "failed", failing[0].problem
    elif kinds == {"by hand"}:
        state, text = "later", BY_A_PERSON
    elif kinds <= {"by hand", "later"}:
        state, text = "later", LATER
    elif "later" in kinds:
        text = HALF
    return {"title": exercise.title, "cell": cell, "state": state, "text": text}
