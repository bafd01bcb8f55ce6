"""How long a beginner takes for one notebook: a small model, and the line that states its result.

The minutes are a sum: what is read at a fixed speed, what is looked at, and what is written.

- Prose at 200 words a minute, the speed of those who read in order to learn (R. P. Carver, "Reading
  rate: theory, research, and practical implications", Journal of Reading 36, 1992).
- Code at 9 seconds a line, 400 lines an hour: the middle of the 300 to 500 at which reviewers still
  see what a line does (SmartBear's study of code review at Cisco Systems, 2006). A test that stands
  open is skimmed, at half of that time; a folded test is not read, nor is a hidden one, nor a cell
  of which the text says that one need not read it.
- A picture takes half a minute, a formula on a line of its own 1, a widget with its controls 2, a
  question that a person grades 8: estimates, of little weight.
- An exercise takes a fixed time, and more for each line that is written. These two numbers are
  fitted to the minutes that beginners took for nine units: ``python -m bench`` fits them anew and
  prints the error (on average 9 %, at most 16 %; 12 % and 22 % for a unit left out of the fit).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution, is_task

from autograder.building.execute import WIDGET_VIEW
from autograder.building.optional import is_optional
from autograder.building.pictures import shows_picture
from autograder.building.rules import is_test
from autograder.building.source_code import find_regions, without_regions
from autograder.building.text import Unit
from autograder.course import Course
from autograder.problems import Problem

WORDS_A_MINUTE = 200
LINE = 9 / 60
OPEN_TEST_LINE = LINE / 2
FIGURE = 0.5
FORMULA = 1.0
WIDGET = 2.0
ESSAY = 8.0
ANSWER = 5.8
WRITTEN_LINE = 0.8

# Nobody can tell 43 minutes from 45.
STEP = 5
SAID = re.compile(r"^Time: (?P<what>.*\bminutes?\b)", re.MULTILINE)
FORM = re.compile(r"about (?P<minutes>\d+) minutes")


@dataclass(frozen=True)
class Load:
    """What a learner reads and writes in a notebook.

    Parameters
    ----------
    words : int
        Of prose.
    formulas : int
        That stand on a line of their own.
    lines : int
        Of code that is read: all but the empty ones.
    open_lines : int
        Of tests that stand open.
    figures, widgets : int
        Pictures, and pictures with controls.
    answers, written : int
        Answer cells, and the lines that are written there.
    essays : int
        Answers that a person grades.
    """

    words: int = 0
    formulas: int = 0
    lines: int = 0
    open_lines: int = 0
    figures: int = 0
    widgets: int = 0
    answers: int = 0
    written: int = 0
    essays: int = 0

    @property
    def reading(self) -> float:
        """The minutes without those for answers."""
        return (
            self.words / WORDS_A_MINUTE
            + self.formulas * FORMULA
            + self.lines * LINE
            + self.open_lines * OPEN_TEST_LINE
            + self.figures * FIGURE
            + self.widgets * WIDGET
            + self.essays * ESSAY
        )

    @property
    def minutes(self) -> float:
        """The minutes that a beginner takes."""
        return self.reading + self.answers * ANSWER + self.written * WRITTEN_LINE


def load(notebook: NotebookNode, course: Course) -> Load:
    """Count what a learner reads and writes.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        As the author wrote it, run: its outputs hold the pictures.
    course : Course
        Its configuration says which words mark the regions, and whether tests are folded.
    """
    parts = [
        part for place in range(len(notebook.cells)) for part in _parts(notebook, place, course)
    ]
    total = {name: sum(count for each, count in parts if each == name) for name, _ in parts}
    return Load(**total)


def _parts(notebook: NotebookNode, place: int, course: Course) -> Iterator[tuple[str, int]]:
    """Yield what one cell adds to the counts."""
    cell = notebook.cells[place]
    if is_task(cell) or (is_grade(cell) and is_solution(cell)):
        yield "essays", 1
    if cell.cell_type != "code":
        text = _shown(cell.source, course)
        yield "words", len(text.split())
        yield "formulas", text.count("$$") // 2
        return
    for output in cell.get("outputs", []):
        if WIDGET_VIEW in output.get("data", {}):
            yield "widgets", 1
        elif shows_picture(output):
            yield "figures", 1
    lines = _count(_shown(cell.source, course))
    if is_solution(cell):
        yield "answers", 1
        yield "written", _count(cell.source) - lines
    if not is_test(cell):
        yield "lines", 0 if is_optional(notebook, place) else lines
    elif not course.settings.fold_tests:
        yield "open_lines", lines


def _shown(source: str, course: Course) -> str:
    """Return what is left of a cell without solution, hidden tests and mark scheme."""
    for marks in (course.solution, course.hidden, course.scheme):
        source = without_regions(source, find_regions(source, marks)[0])
    return source


def _count(source: str) -> int:
    """Count the lines of code: empty ones and comments that stand alone are none."""
    lines = (line.strip() for line in source.split("\n"))
    return sum(bool(line) and not line.startswith("#") for line in lines)


def time_problems(unit: Unit, course: Course) -> Iterator[Problem]:
    """Hold the line that states the time against the model; without such a line all is well.

    Parameters
    ----------
    unit : Unit
        The unit, run.
    course : Course
    """
    longest = course.settings.longest_sitting
    first = unit.notebook.cells[0] if unit.notebook.cells else None
    said = SAID.search(first.source) if first and first.cell_type == "markdown" else None
    if said is None or not longest:
        return
    line = unit.bodies[0] + first.source[: said.start()].count("\n")
    minutes = load(unit.notebook, course).minutes
    nearest = STEP * max(1, round(minutes / STEP))
    form = FORM.match(said["what"])
    if form is None or abs(int(form["minutes"]) - minutes) >= STEP:
        text = f"the time of this notebook reads '{said['what']}': write 'Time: about {nearest} "
        yield Problem(line, f"{text}minutes.' (docs/author.md says how the minutes are computed).")
    if minutes > longest + STEP / 2:
        yield Problem(
            line,
            f"this notebook takes a beginner about {nearest} minutes, and a sitting at most "
            f"{longest}: cut it in two texts, or shorten it.",
        )
