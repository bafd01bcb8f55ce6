"""Answers that learners really give: wrong ones fail with their own sentence, right ones pass.

The files lie in `tests/answers/UNIT/EXERCISE/`. A wrong answer's first line names the phrase that
the first failing test must say: `# says: does the function end with`.
"""

import re

import pytest
from unit import ROOT, exercises, unit_names

EXERCISES = {(unit, found.name): found for unit in unit_names() for found in exercises(unit)}
FILES = sorted((ROOT / "tests" / "answers").glob("*/*/*.py"))


def _params(prefix):
    return [
        pytest.param(path, id="-".join([*path.parts[-3:-1], path.stem]))
        for path in FILES
        if path.name.startswith(prefix)
    ]


def _run(path):
    exercise = EXERCISES[path.parts[-3], path.parts[-2]]
    return exercise.run(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", _params("wrong_"))
def test_a_wrong_answer_gets_its_own_sentence(path):
    phrase = re.match(r"# says: (.+)", path.read_text(encoding="utf-8"))
    assert phrase, f"{path.name}: the first line must be '# says: PHRASE'"
    messages = [message for message in _run(path).values() if message]
    assert messages, "the wrong answer passes"
    assert phrase[1].strip() in messages[0]


@pytest.mark.parametrize("path", _params("right_"))
def test_another_right_answer_passes(path):
    assert not any(_run(path).values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_belongs_to_an_exercise(path):
    assert path.stem.startswith(("wrong_", "right_"))
    assert (path.parts[-3], path.parts[-2]) in EXERCISES
