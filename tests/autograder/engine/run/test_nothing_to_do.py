"""A command with nothing to do answers before it reads anything, as typed."""

import signal

import pytest
from tiny_course import TinyCourse, answer, book, check

SOLUTION = "import math\n\ndef area(r):\n    return math.pi * r**2"
DIES = {"dies_at": ("autograder.engine.run.command", "grade", 1)}


@pytest.mark.slow
def test_with_nothing_to_do_the_command_answers_before_it_reads_anything(commands, tmp_path):
    course = TinyCourse.new(tmp_path, commands)
    course.add(
        "circle", circle=book(answer("area", SOLUTION), check("test", "assert area(0) == 0"))
    )
    course.submit("ada", "circle", area=SOLUTION)
    course.grade("circle")
    again = course.grade("circle")
    assert course.grade("circle", **DIES) == again
    course.grade("circle", "--force", status=-signal.SIGKILL, **DIES)
