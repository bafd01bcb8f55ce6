"""The report of a large class: seconds of the whole command, and the size of its pages."""

import json
import tempfile
from pathlib import Path

from autograder.course import load_course
from autograder.engine.gradebook.attempts import note_attempts
from autograder.engine.submission.results import NotebookResult, SubmissionResult, Verdict
from bench.commands import seconds
from bench.exports import CELLS, UNITS, build

LEARNERS = 1_000


def main(learners=LEARNERS):
    """Print what `autograder report` takes, and how many bytes it writes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "class")
        build(root, learners)
        course = load_course(root)
        for number in range(UNITS):
            for learner in range(learners):
                _grade(course, f"unit{number}", f"learner{learner:05}", learner % 7)
        taken = seconds(root, "autograder", "report")
        size = sum(path.stat().st_size for path in (root / ".autograder" / "report").iterdir())
        print(f"autograder report, {learners} learners, {UNITS} units")
        print(f"  {taken:.1f} s (required 10), {size / 1e6:.1f} MB (required 5)")


def _grade(course, unit, learner, wrong):
    """Leave behind what grading would: an attempt, and a result."""
    tests = {
        f"cell{k}": Verdict(1.0, 2.0, False, f"f(2) gives {wrong}, expected 4. Which sign?", 0.1)
        for k in range(CELLS)
    }
    result = SubmissionResult(learner, unit, f"{unit}{learner}", [NotebookResult("n", b"", tests)])
    note_attempts(course, unit, [(result, None, 12.0)])
    folder = course.root / "autograded" / learner / unit
    folder.mkdir(parents=True)
    (folder / "result.json").write_text(json.dumps(result.as_json({}, {})))


if __name__ == "__main__":
    main()
