"""Are warm processes begun early as the run will want them, and is nothing left of them?"""

import json
import signal

import pytest
from tiny_course import TinyCourse, answer, book, check

from autograder.course import load_course
from autograder.engine.run.early import NOTE, begun_early
from autograder.engine.run.opening import open_run

SOLUTION = "import math\n\ndef area(r):\n    return math.pi * r**2"


@pytest.fixture(scope="module")
def course(commands, tmp_path_factory):
    """One unit and one submission, graded once."""
    made = TinyCourse.new(tmp_path_factory.mktemp("early"), commands)
    made.add("circle", circle=book(answer("area", SOLUTION), check("test", "assert area(0) == 0")))
    made.submit("ada", "circle", area=SOLUTION)
    made.grade("circle")
    return made


def test_they_are_begun_in_the_way_in_which_the_run_starts_them(course, monkeypatch):
    monkeypatch.chdir(course.root)
    with begun_early(course.root / ".autograder", "circle", 2) as begun:
        with open_run(load_course(course.root), "circle", isolated=True) as run:
            ways = [run.sandbox.how(number, begun.folder / str(number)) for number in (0, 1)]
        assert begun.keep(ways)


def test_a_unit_that_was_never_graded_has_none(course):
    with begun_early(course.root / ".autograder", "square", 2) as begun:
        assert begun is None


@pytest.mark.parametrize("text", ["", "[]", '{"circle": 1}', '{"circle": {"packages": 1}}'])
def test_a_note_that_says_nothing_does_no_harm(tmp_path, text):
    (tmp_path / NOTE).write_text(text)
    with begun_early(tmp_path, "circle", 1) as begun:
        assert begun is None


def test_another_unit_keeps_its_note(course, tmp_path):
    copy = course.copy(tmp_path)
    path = copy.root / ".autograder" / NOTE
    path.write_text(json.dumps({"square": {"packages": []}}))
    copy.grade("circle", "--force")
    assert set(json.loads(path.read_text())) == {"circle", "square"}


def test_with_nothing_to_do_the_command_answers_before_it_reads_anything(course):
    again = course.grade("circle")
    dies = {"dies_at": ("autograder.engine.run.command", "grade", 1)}
    assert course.grade("circle", **dies) == again
    course.grade("circle", "--force", status=-signal.SIGKILL, **dies)


def test_killed_while_it_reads_the_course_the_command_leaves_none(course, commands):
    words = ["autograder", "grade", "circle", "--force"]
    commands.start(course.root, *words, dies_at=("autograder.engine.run.command", "load_course", 1))
    assert commands.status() == -signal.SIGKILL
    commands.check_alone()
