"""The answers of a class as text, exercise by exercise: nothing of them runs here."""

from dataclasses import dataclass, field
from pathlib import Path

import nbformat

from autograder.course import Course
from autograder.engine.submission.assignment import Assignment, Cell, Notebook
from autograder.engine.submission.layout import even
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import Ungradable
from autograder.engine.submission.sanitize import rebuild
from autograder.engine.submission.submitted_books import find_books, read_books
from autograder.problems import CannotStart
from autograder.similarity.fingerprints import Ground


@dataclass
class Exercise:
    """The answers to one exercise.

    Parameters
    ----------
    name : str
        The grade id of its answer cell.
    ground : Ground
        What everybody was given.
    answers : dict
        Learner -> answer; whoever has left the cell as it was is not in it.
    """

    name: str
    ground: Ground
    answers: dict[str, str] = field(default_factory=dict)


def read_answers(
    course: Course, assignment: Assignment, folders: dict[str, Path]
) -> tuple[dict[str, Exercise], list[str]]:
    """Return exercise -> answers, and who has handed in nothing that can be read.

    Parameters
    ----------
    course : Course
    assignment : Assignment
    folders : dict
        Learner -> submitted folder.
    """
    exercises = {}
    for book in assignment.notebooks.values():
        solved = _solved(course, assignment, book)
        for cell in book.cells:
            if cell.solution:
                given = (cell.released, solved.get(cell.name, ""))
                words = cell.cell_type != "code"
                exercises[cell.name] = Exercise(cell.name, Ground(*given, words=words))
    unreadable = []
    for learner, folder in folders.items():
        try:
            found = _answers(assignment, folder)
        except Ungradable:
            unreadable.append(learner)
            continue
        for cell, text in found:
            if even(text) != even(cell.released):
                exercises[cell.name].answers[learner] = text
    return exercises, unreadable


def earlier_folders(folder: Path, unit: str) -> dict[str, Path]:
    """Return the submissions of an earlier year: ``YEAR/LEARNER`` -> folder.

    Raises
    ------
    CannotStart
        If the folder holds no ``LEARNER/UNIT``.
    """
    found = {
        f"{folder.resolve().name}/{path.parent.name}": path
        for path in sorted(folder.glob(f"*/{unit}"))
        if path.is_dir()
    }
    if not found:
        raise CannotStart(
            f"{folder} holds no submission of {unit}: give a folder with LEARNER/{unit} in it, as "
            "nbgrader's submitted folder has them."
        )
    return found


def _answers(assignment: Assignment, folder: Path) -> list[tuple[Cell, str]]:
    limits = Limits()
    books, _ = read_books(find_books(folder, assignment, limits), limits)
    found = []
    for name, submitted in books.items():
        book = assignment.notebooks[name]
        notebook, _ = rebuild(submitted, book, assignment.layouts.get(name))
        known = ((book.known(cell), cell.source) for cell in notebook.cells)
        found += [(cell, source) for cell, source in known if cell is not None and cell.solution]
    return found


def _solved(course: Course, assignment: Assignment, book: Notebook) -> dict[str, str]:
    """Return the course's own answers of a notebook; none where its source is not there."""
    folder = course.folder(course.app.coursedir.source_directory, assignment.name)
    path = folder / f"{book.name}.ipynb"
    if not path.is_file():
        return {}
    cells = nbformat.read(path, as_version=4).cells
    return {
        cell.metadata["nbgrader"]["grade_id"]: cell.source
        for cell in cells
        if "grade_id" in cell.metadata.get("nbgrader", {})
    }
