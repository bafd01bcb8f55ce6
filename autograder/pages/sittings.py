"""The notebooks of a unit beside each other: which were handed in, and which had been begun."""

from pathlib import Path
from typing import Any

from autograder.pages.notebooks import read_notebook

MISSING, UNTOUCHED, BEGUN = "missing", "untouched", "begun"


def beside(grades: dict[tuple[str, str], dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Return what each learner's pages say of all notebooks of the unit, in their order.

    Parameters
    ----------
    grades : dict
        Of `autograder.pages.grades`.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for student, name in sorted(grades):
        book = grades[student, name]
        said = {key: book[key] for key in ("score", "max_score", "waiting", "laid")}
        found.setdefault(student, []).append({"name": name, **said})
    return found


def with_states(books: list[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    """Return what the template shows of each notebook; nothing for a unit that has only one.

    Parameters
    ----------
    books : list of dict
        Of `beside`.
    folder : pathlib.Path
        The learner's graded notebooks.
    """
    if len(books) < 2:
        return []
    return [{**book, "state": _state(folder / f"{book['name']}.ipynb", book)} for book in books]


def is_untouched(cell: dict[str, Any], laid: dict[str, str]) -> bool:
    """Whether an answer was handed in as it was released.

    Parameters
    ----------
    cell : dict
        With its text as one string.
    laid : dict
        Grade id of an answer -> its text in the release.
    """
    name = cell["metadata"].get("nbgrader", {}).get("grade_id")
    return name in laid and cell["source"].strip() == laid[name].strip()


def is_begun(notebook: dict[str, Any], laid: dict[str, str]) -> bool:
    """Whether any of a notebook's answers is another one than was released."""
    answers = [cell for cell in notebook["cells"] if _name(cell) in laid]
    return not answers or not all(is_untouched(cell, laid) for cell in answers)


def _state(path: Path, book: dict[str, Any]) -> str:
    if not path.is_file():
        return MISSING
    return BEGUN if is_begun(read_notebook(path), book["laid"]) else UNTOUCHED


def _name(cell: dict[str, Any]) -> str | None:
    return cell["metadata"].get("nbgrader", {}).get("grade_id")
