"""Does this course's nbgrader configuration keep from learners what is the graders' own?"""

import json
import shutil
from pathlib import Path

import nbformat
import pytest

pytestmark = pytest.mark.slow

UNIT = "01_double"
ANSWERS = {
    "right": "def double(x):\n    return 2 * x",
    "wrong": "def double(x):\n    return 4",
    "broken": "def double(x):\n    return 4 if x == 2 else x / 0  # own line",
    "untouched": None,
}
# A grader's work, done as the Formgrader does it.
GRADE = f"""\
import json
from nbgrader.api import Gradebook

with Gradebook("sqlite:///gradebook.db", "neural_networks") as gradebook:
    scores = {{}}
    for student in {list(ANSWERS)!r}:
        submission = gradebook.find_submission({UNIT!r}, student)
        scores[student] = [submission.score, submission.max_score, submission.needs_manual_grade]
    grade = gradebook.find_grade("reflect", {UNIT!r}, {UNIT!r}, "right")
    grade.manual_score, grade.needs_manual_grade = 1.5, False
    comment = gradebook.find_comment("reflect", {UNIT!r}, {UNIT!r}, "right")
    comment.manual_comment = "Well thought."
    gradebook.db.commit()
    submission = gradebook.find_submission({UNIT!r}, "right")
    scores["graded"] = [submission.score, submission.max_score, submission.needs_manual_grade]
print(json.dumps(scores))
"""


def configure(toy):
    """Give a course this course's configuration, and the lists that it names."""
    shutil.copy(Path(__file__).parents[2] / "nbgrader_config.py", toy.root)
    known = ["print", "def", "docstring", "raise", "NotImplementedError"]
    (toy.root / "source" / "known.txt").write_text("\n".join(known))
    (toy.root / "source" / "glossary.md").write_text("# Words\n")


@pytest.fixture(scope="module")
def graded(tmp_path_factory, toy_class):
    """The toy course with this course's configuration, after nbgrader's whole flow."""
    toy = toy_class.new(tmp_path_factory.mktemp("graded") / "course")
    configure(toy)
    toy.write()
    assert toy.build().exit_code == 0
    toy.nbgrader("generate_assignment", UNIT, "--force")
    for student, answer in ANSWERS.items():
        notebook = nbformat.read(toy.root / "release" / UNIT / f"{UNIT}.ipynb", as_version=4)
        cells = {cell.id: cell for cell in notebook.cells}
        if answer:
            cells["double"].source = answer
            cells["reflect"].source = "overwritten by the learner"
            cells["reflect--1"].source = f"The thoughts of {student}."
        folder = toy.root / "submitted" / student / UNIT
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{UNIT}.ipynb")
    toy.nbgrader("autograde", UNIT)
    toy.scores = json.loads(toy.python("-c", GRADE))
    toy.nbgrader("generate_feedback", UNIT)
    return toy


def page(toy, student, step="feedback", suffix="html"):
    return (toy.root / step / student / UNIT / f"{UNIT}.{suffix}").read_text(encoding="utf-8")


def test_stub_says_what_to_do(toy):
    configure(toy)
    assert toy.build().exit_code == 0
    released = (toy.root / "release" / UNIT / f"{UNIT}.ipynb").read_text()
    assert "# Write your code here, then delete the line below." in released
    assert "Not written yet: replace this line with your answer." in released


def test_scores(graded):
    assert graded.scores == {
        "right": [2, 4, True],
        "wrong": [1, 4, True],
        "broken": [1, 4, True],
        "untouched": [0, 4, True],
        "graded": [3.5, 4, False],
    }


@pytest.mark.parametrize("student", ANSWERS)
def test_feedback_shows_no_hidden_test_and_no_mark_scheme(graded, student):
    said = page(graded, student)
    for secret in ("double(5)", "BEGIN HIDDEN", "MARK SCHEME", "One point for a use"):
        assert secret not in said
    assert "What is it good for?" in said


def test_feedback_says_what_the_hidden_test_found(graded):
    assert "Is any other number doubled, too?" in page(graded, "wrong")
    assert "own line" in page(graded, "broken")
    assert "division by zero" in page(graded, "broken")


def test_feedback_carries_what_the_grader_wrote(graded):
    assert "Well thought." in page(graded, "right")
    assert "The thoughts of right." in page(graded, "right")


def test_grader_sees_the_task_with_its_mark_scheme_and_the_answer(graded):
    said = page(graded, "right", step="autograded", suffix="ipynb")
    assert "One point for a use, one for a reason." in said
    assert "overwritten by the learner" not in said
    assert "The thoughts of right." in said
