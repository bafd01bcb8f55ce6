"""The grades of a large class in a file, beside nbgrader's own export: whole commands."""

import tempfile
import uuid
from datetime import datetime
from pathlib import Path

from nbgrader import api
from sqlalchemy import insert

from bench.commands import seconds

LEARNERS, UNITS, CELLS = 5_000, 9, 12
OF_STOCK = 200
"""Learners of the class that nbgrader itself exports: it takes its minutes for all."""


def main(learners=LEARNERS):
    """Print seconds for both; nbgrader's grow with learners times units."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder, "ours"), learners)
        for kind in ("wide", "canvas"):
            words = ("autograder", "export", "--to", kind)
            taken = seconds(Path(folder, "ours"), *words)
            print(f"{' '.join(words):34} {learners:6} learners {taken:6.1f} s (required 5)")
        build(Path(folder, "stock"), OF_STOCK)
        taken = seconds(Path(folder, "stock"), "nbgrader", "export")
        print(f"{'nbgrader export':34} {OF_STOCK:6} learners {taken:6.1f} s")


def build(folder, learners):
    """Fill a gradebook row by row, as grading would have left it."""
    folder.mkdir()
    (folder / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "c"\nc.CourseDirectory.db_url = '
        f'"sqlite:///{folder / "gradebook.db"}"\n'
    )
    with api.Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "c") as book:
        people = [f"learner{number:05}" for number in range(learners)]
        book.db.execute(insert(api.Student), [{"id": name, "lms_user_id": ""} for name in people])
        for number in range(UNITS):
            unit = book.add_assignment(f"unit{number}")
            notebook = book.add_notebook("n", unit.name)
            cells = [
                book.add_grade_cell(f"cell{k}", "n", unit.name, max_score=2.0, cell_type="code").id
                for k in range(CELLS)
            ]
            _submit(book.db, unit.id, notebook.id, cells, people)
        book.db.commit()


def _submit(session, unit, notebook, cells, people):
    keys = {name: (uuid.uuid4().hex, uuid.uuid4().hex) for name in people}
    session.execute(
        insert(api.SubmittedAssignment),
        [
            {"id": key, "assignment_id": unit, "student_id": name, "timestamp": datetime.now()}
            for name, (key, _) in keys.items()
        ],
    )
    session.execute(
        insert(api.SubmittedNotebook),
        [
            {"id": book, "assignment_id": key, "notebook_id": notebook}
            for key, book in keys.values()
        ],
    )
    session.execute(
        insert(api.Grade),
        [
            {"id": uuid.uuid4().hex, "cell_id": cell, "notebook_id": book, "auto_score": 1.0}
            for _, book in keys.values()
            for cell in cells
        ],
    )


if __name__ == "__main__":
    main()
