"""Tests that need the learner's own process run there: equal to stock, named, and not for nothing.

The submissions below want the points of an inside test without its end. What shares the process
with a test can still reach for what the test uses: docs/grading.md says so.
"""

from contextlib import nullcontext
from dataclasses import replace
from types import SimpleNamespace

import nbformat
import pytest
import sandbox_needed  # noqa: F401
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.utils import compute_checksum

from autograder.engine.run import pool, worker
from autograder.engine.run.places import Places, noted_places
from autograder.engine.run.told_inside import refuse_inside, told_inside
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.engine.submission.assignment import OUTSIDE, Assignment, Cell, Notebook
from autograder.engine.submission.limits import Limits
from autograder.problems import CannotStart

pytestmark = pytest.mark.slow

UNIT = "lists"
RIGHT = "def in_order(values):\n    return sorted(values)"
WRONG = "def in_order(values):\n    values.sort()\n    return values"
DEEPER = "import sys\n\nsys.setrecursionlimit(4321)"
FRAMES = """
import json, os, socket, stat, struct
for number in range(3, 256):
    try:
        if stat.S_ISSOCK(os.fstat(number).st_mode):
            channel = socket.socket(fileno=os.dup(number))
            break
    except OSError:
        continue

def tell(**message):
    text = json.dumps({**message, "blobs": []}).encode()
    channel.sendall(struct.pack(">II", len(text), 0) + text)

"""
CELLS = {
    "sorting": ("answer", RIGHT),
    "values": ("test", "assert in_order([3, 1, 2]) == [1, 2, 3]"),
    "new": ("test", "given, _ = [3, 1, 2], 0\ngot = in_order(given)\nassert got is not given"),
    "share": ("test", "given, _ = [3, 1], 0\n(in_order(given) is not given) + (given == [3, 1])"),
    "chosen": ("test", f"{OUTSIDE}\ngiven = [1]\nassert in_order(given) is not given"),
    "deeper": ("answer", DEEPER),
    "limit": ("test", "import sys\n\nassert sys.getrecursionlimit() == 4321"),
}
POINTS = {"share": 2.0}
STUB = "raise NotImplementedError()"


def cell(name, kind, source):
    """A cell as the gradebook keeps it: answers without their solution."""
    test = kind == "test"
    points = POINTS.get(name, 1.0) if test else None
    source = source if test else STUB
    made = Cell(name, "code", source, source, None, test, test, not test, False, points)
    shown = new_code_cell(source)
    shown.metadata["nbgrader"] = made.metadata()
    return replace(made, checksum=compute_checksum(shown))


def notebook(**answers):
    """The source notebook, with other answers."""
    made = new_notebook()
    for name, (_, source) in CELLS.items():
        known = BOOK.cell(name)
        shown = new_code_cell(answers.get(name, source), id=name)
        shown.metadata["nbgrader"] = known.metadata()
        made.cells.append(shown)
    return made


BOOK = Notebook(UNIT, tuple(cell(name, *told) for name, told in CELLS.items()), None)
LIMITS = Limits()


@pytest.fixture(scope="module")
def executor():
    """One process that grades."""
    with pool.local_processes(Sandbox.prepared((), (), ()), 1) as made:
        yield made


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """What finds the tests' places in a course that holds the unit."""
    root = tmp_path_factory.mktemp("course")
    nbformat.write(notebook(), root / f"{UNIT}.ipynb")
    app = SimpleNamespace(coursedir=SimpleNamespace(source_directory="source"))
    settings = SimpleNamespace(try_tests=True)
    course = SimpleNamespace(
        folder=lambda *_: root, app=app, state=root / "state", settings=settings
    )
    return Places(course, Assignment(UNIT, {UNIT: BOOK}, {}), LIMITS, Sandbox(), {})


@pytest.fixture(scope="module")
def placed(places, executor):
    """The unit, with each test in its place."""
    return places.found(SimpleNamespace(pool=lambda *_: nullcontext(executor)))


def test_each_test_has_its_place_and_its_reason(placed):
    reasons = placed.inside()[UNIT]
    assert set(reasons) == {"new", "share", "limit"}
    assert "`is`" in reasons["new"] and "`is`" in reasons["share"]
    assert reasons["limit"].startswith("with the solution it gives 0 of 1 points outside (")
    assert " and 1 inside; " in reasons["limit"]


def test_it_is_found_only_once(placed, places):
    assert places.found(SimpleNamespace(pool=None)).inside() == placed.inside()


def test_the_audit_is_told_with_the_text_that_was_tried(placed, places):
    course = SimpleNamespace(state=places.folder / "state")
    reasons = placed.inside()[UNIT]
    wanted = {name: (reason, BOOK.cell(name).source) for name, reason in reasons.items()}
    assert noted_places(course, UNIT) == {UNIT: wanted}
    assert noted_places(course, "another") == {}


def test_it_is_told_in_one_list_and_strict_refuses(placed):
    first, *lines = told_inside(placed)
    assert first.startswith(f"3 of 5 tests of {UNIT} run inside")
    assert lines[0].startswith(f"  {UNIT}, new: it asks (`is`, `id`)")
    with pytest.raises(CannotStart, match="With --strict this is refused"):
        refuse_inside(placed)
    assert told_inside(Assignment(UNIT, {UNIT: BOOK}, {})) == []


# Points of the tests `values`, `new` and `share`: the first runs outside.
SUBMISSIONS = {
    "right": (RIGHT, [1, 1, 2]),
    "wrong": (WRONG, [1, 0, 0]),
    "untouched": (STUB, [0, 0, 0]),
    "says it ended": (
        f"{FRAMES}def in_order(_):\n    tell(judged=True)\n    tell(judged='')\n    raise KeyError",
        [0, 0, 0],
    ),
    "passes all cells": (
        "from IPython.core.interactiveshell import ExecutionResult, InteractiveShell\n"
        f"{WRONG}\n"
        "InteractiveShell.run_cell = lambda *_, **__: ExecutionResult(None)\n"
        "type(get_ipython()).run = lambda *_, **__: type('', (), {'ok': True, 'error': None})",
        [1, 0, 0],
    ),
    "ends the process": (
        "import os\ndef in_order(values):\n    return sorted(values) if len(values) == 2 else "
        "os._exit(0)",
        [0, 0, 2],
    ),
    "ends the cell": ("def in_order(values):\n    raise SystemExit", [0, 0, 0]),
    "ends it in silence": (
        f"{WRONG}\nget_ipython().set_custom_exc((Exception,), lambda *_, **__: None)",
        [1, 0, 0],
    ),
}


@pytest.mark.parametrize("student", SUBMISSIONS)
def test_what_a_submission_earns(placed, executor, student):
    answer, expected = SUBMISSIONS[student]
    book = placed.notebooks[UNIT]
    done = executor.submit(
        worker.try_notebook, notebook(sorting=answer), book, LIMITS, {}, {}
    ).result()
    assert [done[name].points for name in ("values", "new", "share")] == expected, done


def test_a_later_cell_does_not_find_a_test_in_the_history(placed, executor):
    looks = f"assert not any('got is' + ' not' in text for text in [*In, _i, *_ih])\n{DEEPER}"
    done = executor.submit(
        worker.try_notebook, notebook(deeper=looks), placed.notebooks[UNIT], LIMITS, {}, {}
    ).result()
    assert done["limit"].points == 1, done
