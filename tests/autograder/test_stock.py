"""Plain `nbgrader autograde` and the Formgrader's button run the same isolated execution."""

import json
import shutil
import subprocess
import sys

import nbformat
import pytest
from double_course import SCORES, double_course, hand_in_garbage

ONE_LINE = 'c.Autograde.autograde_preprocessors = ["autograder.stock.Isolated"]'
SECOND_LINE = "c.Autograde.sanitize_preprocessors = []"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("bwrap") is None, reason="there is no bwrap on this machine"),
]


@pytest.fixture(
    scope="module", params=[[ONE_LINE], [ONE_LINE, SECOND_LINE]], ids=["one line", "two lines"]
)
def course(request, commands, tmp_path_factory):
    """Graded by nbgrader's own command, with one notebook that is none."""
    made = double_course(tmp_path_factory.mktemp("stock"), commands, *request.param)
    hand_in_garbage(made, "garbled")
    status, made.said = commands.run(made.root, "nbgrader", "autograde", "double")
    assert status != 0, "nbgrader says that a submission failed"
    return made


def test_scores_are_the_engines(course):
    found = {name: float(row["score"]) for name, row in course.export().items()}
    # nbgrader makes an entry before it looks at the notebook.
    assert found == {**SCORES, "garbled": 0}


def test_result_is_written_beside_the_notebook(course):
    found = course.result("right", "double")
    assert found["isolated"] and found["status"] == "graded"
    assert found["tests"]["double"]["hidden"]["points"] == 2


def test_learners_code_runs_in_the_sandbox(course):
    folder = course.root / "submitted" / "right" / "double"
    made = nbformat.read(folder / "double.ipynb", as_version=4)
    made.cells.append(nbformat.v4.new_code_cell("import socket\nsocket.gethostname()"))
    nbformat.write(made, folder / "double.ipynb")
    course.nbgrader("autograde", "double", "--student", "right", "--force")
    shown = course.graded_book("right", "double").cells[-1].outputs[0]
    assert shown["data"]["text/plain"] == "'sandbox'"


def test_the_formgraders_button_does_the_same(course):
    """In a process with threads, as Jupyter's server is one."""
    code = """
import json, sys, threading, warnings
warnings.simplefilter("ignore")
from nbgrader.apps import NbGrader
from nbgrader.apps.api import NbGraderAPI
threading.Thread(target=threading.Event().wait, daemon=True).start()
if __name__ == "__main__":
    app = NbGrader()
    app.initialize([])
    done = NbGraderAPI(config=app.config).autograde("double", "wrong")
    print(json.dumps(done["success"]))
"""
    script = course.root.parent / "button.py"
    script.write_text(code, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)], cwd=course.root, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout.splitlines()[-1]) is True, done.stderr
    assert course.result("wrong", "double")["isolated"]
