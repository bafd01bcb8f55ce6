"""What learners get, made by nbgrader's own converter."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbgrader.converters import GenerateAssignment

from autograder.building.source_code import parse_cell
from autograder.building.text import Unit
from autograder.converting import convert
from autograder.course import Course
from autograder.files import files_below
from autograder.problems import Problem


def generate_release(course: Course, assignment: str, stage: Path) -> Path:
    """Make the learners' version of what stands in ``stage/source/ASSIGNMENT``.

    Parameters
    ----------
    course : Course
    assignment : str
        Its name.
    stage : pathlib.Path
        A folder with the built notebook; the release is written there.

    Returns
    -------
    pathlib.Path
        The folder of the release.

    Raises
    ------
    ConversionFailed
        If nbgrader refuses the notebook.
    """
    coursedir = course.app.coursedir
    before = (coursedir.source_directory, coursedir.release_directory)
    # nbgrader wants the names of its steps relative to the course folder.
    step = Path(os.path.relpath(stage, coursedir.root)).as_posix()
    coursedir.source_directory, coursedir.release_directory = f"{step}/source", f"{step}/release"
    coursedir.assignment_id = assignment
    converter = GenerateAssignment(coursedir=coursedir, parent=course.app)
    try:
        convert(converter)
    finally:
        coursedir.source_directory, coursedir.release_directory = before
    return stage / "release" / assignment


def release_problems(unit: Unit, course: Course, folder: Path) -> list[Problem]:
    """Look for what learners must not get, or could not work with.

    Parameters
    ----------
    unit : Unit
        The unit from which the release was made.
    course : Course
        Its configuration says which words mark solutions, hidden tests and mark schemes.
    folder : pathlib.Path
        The release.

    Returns
    -------
    list of Problem
    """
    marks = (course.solution, course.hidden, course.scheme)
    words = [word for pair in marks for word in (pair.begin, pair.end)]
    lines = {cell.id: n for cell, n in zip(unit.notebook.cells, unit.markers, strict=True)}
    notebook = nbformat.read(folder / f"{unit.name}.ipynb", as_version=4)
    problems = [Problem(1, text) for text in _leaks(notebook.metadata, "metadata", words)]
    for cell in notebook.cells:
        line = lines.get(cell.id, 1)
        for part in ("source", "metadata", "outputs", "attachments"):
            problems += [Problem(line, text) for text in _leaks(cell.get(part), part, words)]
        if cell.cell_type == "code" and "raises-exception" not in cell.metadata.get("tags", []):
            problems += [Problem(line, text) for text in _broken_code(cell.source)]
    for path in files_below(folder):
        if path.suffix != ".ipynb":
            content = (folder / path).read_text(encoding="utf-8", errors="replace")
            problems += [Problem(1, text) for text in _leaks(content, f"file {path}", words)]
    return problems


def _leaks(content: object, where: str, words: list[str]) -> Iterator[str]:
    said = json.dumps(content, ensure_ascii=False)
    for word in words:
        if word in said:
            yield f"{word!r} is still in the {where} of what learners get: take it out."


def _broken_code(source: str) -> Iterator[str]:
    try:
        parse_cell(source)
    except SyntaxError as error:
        yield (
            f"what learners get in place of the region is not Python ({error.msg}): are the marks "
            "indented like the code around them?"
        )
