"""One measurement in a course folder: ``python -m bench.grading_runs WHAT UNIT [JOBS]``, as JSON.

In a process of its own, so that what one side has loaded does not help the other.
"""

import autograder.threads  # noqa: F401, I001  (before anything that imports NumPy)

import json
import sys
import time
import warnings
from pathlib import Path

warnings.simplefilter("ignore")  # SQLAlchemy's remarks about nbgrader


def stock(unit):
    """Grade with nbgrader's own converter: the first submission warms it up."""
    from nbgrader.converters import Autograde

    app = _app()
    students = sorted(path.parent.name for path in Path("submitted").glob(f"*/{unit}"))
    _convert(app, Autograde, unit, students[0])
    start = time.perf_counter()
    for student in students[1:]:
        _convert(app, Autograde, unit, student)
    return {"seconds": time.perf_counter() - start, "n": len(students) - 1}


def stock_feedback(unit):
    """Make nbgrader's pages of all submissions."""
    from nbgrader.converters import GenerateFeedback

    app = _app()
    students = sorted(path.parent.name for path in Path("autograded").glob(f"*/{unit}"))
    _convert(app, GenerateFeedback, unit, students[0])
    start = time.perf_counter()
    for student in students[1:]:
        _convert(app, GenerateFeedback, unit, student)
    return {"seconds": time.perf_counter() - start, "n": len(students) - 1}


def _app():
    import logging

    from nbgrader.apps import NbGrader

    app = NbGrader()
    app.initialize([])
    app.log.setLevel(logging.CRITICAL)
    return app


def _convert(app, kind, unit, student):
    from nbgrader.coursedir import CourseDirectory

    directory = CourseDirectory(parent=app)
    directory.assignment_id, directory.student_id = unit, student
    converter = kind(coursedir=directory, parent=app)
    converter.force = True
    converter.start()


def engine(unit, jobs):
    """Grade with the engine: the clock starts with the first result.

    At that moment the other processes are at work on submissions of their own: those do not count.
    There is as much for each process to do, so that at the end none waits for another.
    """
    from autograder.course import load_course
    from autograder.engine.run.opening import open_run

    times = []
    with open_run(load_course(Path(".")), unit, isolated=True) as run:
        found = run.submissions([])
        chosen = dict(list(found.items())[: len(found) - len(found) % int(jobs)])
        for outcome in run.grade(chosen, int(jobs), force=True):
            times.append(time.perf_counter())
            if outcome.status != "graded":
                raise RuntimeError(outcome)
    return {"seconds": times[-1] - times[0], "n": len(times) - int(jobs)}


def feedback(unit, jobs):
    """Make our own pages: the whole command, in a process that has loaded everything."""
    import contextlib
    import io

    from autograder.cli import main

    words = ["feedback", unit, "--force", "--jobs", jobs]
    with contextlib.redirect_stdout(io.StringIO()):
        main([*words, "--student", "learner0000"], standalone_mode=False)
        start = time.perf_counter()
        main(words, standalone_mode=False)
    n = len(list(Path("feedback").glob(f"*/{unit}")))
    return {"seconds": time.perf_counter() - start, "n": n}


def one_submission(unit):
    """Return where the time of one submission goes."""
    from bench.one_submission import measure

    return measure(unit)


if __name__ == "__main__":
    measure, *words = sys.argv[1:]
    print(json.dumps(globals()[measure](*words)))
