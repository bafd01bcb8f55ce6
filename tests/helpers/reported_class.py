"""A class of made-up learners, written down as grading would have done it: nothing is graded."""

import math
import random
from datetime import timedelta

from autograder.course import load_course
from autograder.engine.gradebook.attempts import note_attempts
from autograder.engine.gradebook.recording import gradebook_of
from autograder.engine.submission.results import NotebookResult, SubmissionResult, Verdict

UNITS = {
    "01_linear_regression": ("predict_linear", "sum_of_squared_errors", "fit_linear"),
    "02_forward_propagation": ("node_value", "forward", "forward_rows", "forward_matrix"),
    "03_activation_functions": ("relu", "sigmoid", "softmax"),
}
FIRST = (
    *("Ada", "Ben", "Cleo", "Dara", "Emil", "Fay", "Gil", "Hana", "Ivo"),
    *("Jana", "Kofi", "Lena", "Mia", "Nils", "Olga", "Pim", "Quinn", "Rosa"),
)
LAST = ("Aydin", "Berg", "Costa", "Diallo", "Ek", "Fischer")
SENTENCES = (
    "Is the sum taken over the inputs, or over the customers?",
    "{name} changes the array that it was given. What will the next cell find in it?",
    "{name} returned nothing (None). Is there a `return`?",
)
WEEK = timedelta(days=7)


def reported_class(root, now):
    """Make the course folder: three units, 36 learners, up to four attempts at each unit.

    Parameters
    ----------
    root : pathlib.Path
        Not there yet.
    now : datetime.datetime
        The last unit was due a day before.
    """
    root.mkdir(parents=True)
    (root / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "made_up"\n'
    )
    course, chance = load_course(root), random.Random(7)
    people = [(first, LAST[at % len(LAST)]) for at, first in enumerate(FIRST * 2)]
    with gradebook_of(course) as book:
        learners = []
        for at, (first, last) in enumerate(people):
            name = f"{first.lower()}{at // len(FIRST) + 1}"
            book.add_student(name, first_name=first, last_name=last)
            learners.append((name, chance.gauss(0.4, 1)))
        for number, (unit, exercises) in enumerate(UNITS.items()):
            due = now - timedelta(days=1) - (len(UNITS) - 1 - number) * WEEK
            cells = {
                f"{exercise}_{part}": points
                for exercise in exercises
                for part, points in (("visible", 1.0), ("hidden", 2.0))
            }
            book.add_assignment(unit, duedate=due)
            book.add_notebook("n", unit)
            for cell, points in cells.items():
                book.add_grade_cell(cell, "n", unit, max_score=points, cell_type="code")
            for name, ability in learners:
                if chance.random() < 0.93 - 0.06 * number:
                    _attempts(course, book, unit, cells, name, ability, due, chance)
    return root


def _attempts(course, book, unit, cells, name, ability, due, chance):
    right = set()
    for attempt in range(chance.randint(1, 4)):
        when = due + timedelta(hours=chance.uniform(-60, -20) + 20 * attempt)
        tests = {}
        for place, (cell, most) in enumerate(cells.items()):
            hard = 0.25 * place - 0.5 * attempt
            if chance.random() < 1 / (1 + math.exp(hard - ability)):
                right.add(cell)
            said = SENTENCES[chance.choice((0, 0, 1, 2))].format(name=cell.rpartition("_")[0])
            passed = cell in right
            tests[cell] = Verdict(most * passed, most, passed, "" if passed else said, 0.02)
        score = sum(verdict.points for verdict in tests.values())
        print_of = f"{name}{unit}{attempt}"
        result = SubmissionResult(name, unit, print_of, [NotebookResult("n", b"", tests)])
        result.work = print_of
        note_attempts(course, unit, [(result, when, score)], "1")
        if len(right) == len(cells):
            break
    with book.db.no_autoflush:
        submission = book.add_submission(unit, name, timestamp=when)
    for grade in submission.notebooks[0].grades:
        grade.auto_score, grade.needs_manual_grade = tests[grade.name].points, False
    book.db.commit()
