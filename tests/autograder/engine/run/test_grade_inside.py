"""Tests that need the learner's own process run there: equal to stock, named, and not for nothing.

The submissions below want the points of an inside test without its end. What shares the process
with a test can still reach for what the test uses: docs/grading.md says so.
"""

import pytest
import sandbox_needed  # noqa: F401
from tiny_course import TinyCourse, answer, book, check

UNIT = "lists"
RIGHT = "def in_order(values):\n    return sorted(values)"
WRONG = "def in_order(values):\n    values.sort()\n    return values"
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
TESTS = {
    "values": "assert in_order([3, 1, 2]) == [1, 2, 3]",
    "new": "given = [3, 1, 2]\ngot = in_order(given)\nassert got is not given",
    "share": "given = [3, 1]\n(in_order(given) is not given) + (given == [3, 1])",
    "after": "assert in_order([2, 1]) == [1, 2]",
}
SUBMISSIONS = {
    "right": (RIGHT, 5),
    "wrong": (WRONG, 2),
    "untouched": (None, 0),
    # Each of these earns what its answers earn outside, and nothing inside.
    "says-it-ended": (
        f"{FRAMES}def in_order(_):\n    tell(judged=True)\n    tell(judged='')\n    raise KeyError",
        0,
    ),
    "says-so-ahead": (f"{FRAMES}for _ in range(9): tell(judged='x')\n{WRONG}", 2),
    "passes-all-cells": (
        "from IPython.core.interactiveshell import ExecutionResult, InteractiveShell\n"
        "InteractiveShell.run_cell = lambda *_, **__: ExecutionResult(None)\n"
        "type(get_ipython()).run = lambda *_, **__: type('', (), {'ok': True, 'error': None})",
        0,
    ),
    "ends-the-process": ("import os\ndef in_order(values):\n    os._exit(0)", 0),
    "ends-the-cell": ("def in_order(values):\n    raise SystemExit", 0),
    "looks-back": (f"{RIGHT}\nprint(In, _ih)", 5),
}


@pytest.fixture(scope="module")
def graded(commands, tmp_path_factory):
    """A unit of which two tests can only run inside, graded for everybody above."""
    course = TinyCourse.new(tmp_path_factory.mktemp("inside"), commands)
    tests = [check(name, text, 2 if name == "share" else 1) for name, text in TESTS.items()]
    course.add(UNIT, **{UNIT: book(answer("sorting", RIGHT), *tests)})
    for student, (text, _) in SUBMISSIONS.items():
        course.submit(student, UNIT, **({"sorting": text} if text else {}))
    course.said = course.grade(UNIT)
    course.found = course.records(UNIT)
    return course


@pytest.mark.parametrize("student", SUBMISSIONS)
def test_score(graded, student):
    told = graded.result(student, UNIT)["tests"][UNIT]
    assert graded.found[student]["score"] == SUBMISSIONS[student][1], told


def test_what_runs_inside_is_named_with_its_reason(graded):
    told = graded.result("right", UNIT)["tests"][UNIT]
    assert {name: verdict["checks"] for name, verdict in told.items()} == {
        "values": "outside", "new": "inside", "share": "inside", "after": "outside",
    }  # fmt: skip
    assert "`is`" in told["new"]["reason"] and told["values"]["reason"] == ""
    assert f"2 of 4 tests of {UNIT} run inside" in graded.said
    assert f"{UNIT}, new: it asks with `is`" in graded.said


def test_strict_refuses_and_grades_nobody(graded, tmp_path):
    course = graded.copy(tmp_path)
    said = course.grade(UNIT, "--strict", status=2)
    assert "With --strict this is refused" in said
    assert f"{UNIT}, share: it asks with `is`" in said
