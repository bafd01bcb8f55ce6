"""Is an instructor told of whom a limit has stopped, and of nobody else?"""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from tiny_course import TinyCourse, answer, book, check

from autograder.engine.submission.stops import stops


def failed(name, text, grade_id=None):
    """A code cell that ended with an error."""
    output = new_output("error", ename=name, evalue="", traceback=[f"{name}: {text}"])
    made = new_code_cell("pass", outputs=[output])
    if grade_id:
        made.metadata["nbgrader"] = {"grade_id": grade_id}
    return made


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("CellTimeoutError", "No reply from kernel before timeout", "time"),
        ("DeadKernelError", "it did not end in time, and could not be interrupted", "time"),
        ("DeadKernelError", "it took more than 1024 MB of memory", "memory"),
        ("CellTimeoutError", "it took more than 1024 MB of memory", "memory"),
        ("MemoryError", "", "memory"),
        ("DeadKernelError", "the other side has ended", "ended"),
        ("DeadCheckerError", "The process that ran this test ended.", "ended"),
        ("AssertionError", "a dead kernel, out of memory, not in time", None),
        ("ValueError", "too large", None),
    ],
)
def test_what_stopped_a_cell(name, text, kind):
    found = stops("u", book(failed(name, text, "double")))
    assert [(stop.what, stop.where) for stop in found] == [(kind, "double")] * (kind is not None)


def test_a_cell_without_a_name_is_told_by_its_place():
    cells = [new_markdown_cell("One"), new_code_cell("1"), failed("MemoryError", "")]
    assert [stop.where for stop in stops("u", book(*cells))] == ["cell 3 of u"]


@pytest.mark.slow
def test_the_summary_says_whom_a_limit_has_stopped(commands, tmp_path):
    course = TinyCourse.new(tmp_path, commands, "c.Execute.timeout = 5")
    course.add("u", u=book(answer("double", "x = 2"), check("is_two", "assert x == 2")))
    for student, text in {
        "ada": "while True:\n    pass",
        "ben": "x = bytearray(5 * 2**30)",
        "cai": "import os\nos._exit(3)",
        "dan": "x = 2",
    }.items():
        course.submit(student, "u", double=text)
    summary = [
        "A cell took longer than it may: ada (double).",
        "A cell wanted more memory than it may have: ben (double).",
        "A cell ended its process: cai (double).",
    ]
    for words in ((), ("--student", "ada", "--student", "ben", "--student", "cai")):
        assert course.grade("u", *words).splitlines()[-3:] == summary
    found = course.result("ada", "u")
    assert [(stop["what"], stop["where"]) for stop in found["stops"]] == [("time", "double")]
    assert (found["status"], course.result("dan", "u")["stops"]) == ("graded", [])
