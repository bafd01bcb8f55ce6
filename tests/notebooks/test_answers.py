"""Answers that learners really give: wrong ones fail with their own sentence, right ones pass.

The files lie in `tests/answers/UNIT/EXERCISE/`. A wrong answer's first line names the phrase that
the first failing test must say: `# says: does the function end with`. Where an answer makes two
mistakes of its exercise and hears of both, a second line names the other: `# also: ...`.
"""

import ast
import functools
import re

import pytest
from unit import ROOT, exercises, unit_names

EXERCISES = {(unit, found.name): found for unit in unit_names() for found in exercises(unit)}
FILES = sorted((ROOT / "tests" / "answers").glob("*/*/*.py"))
MIN_MISTAKES = 5


def _params(prefix):
    return [
        pytest.param(path, id="-".join([*path.parts[-3:-1], path.stem]))
        for path in FILES
        if path.name.startswith(prefix)
    ]


def _wrong(exercise):
    folder = ROOT / "tests" / "answers" / exercise.unit / exercise.name
    return [path for path in FILES if path.parent == folder and path.name.startswith("wrong_")]


ALL = [pytest.param(found, id="-".join(key)) for key, found in EXERCISES.items()]


@functools.cache
def _run(path):
    exercise = EXERCISES[path.parts[-3], path.parts[-2]]
    return exercise.run(path.read_text(encoding="utf-8"))


def _messages(path):
    """Return what the tests say of an answer, the visible test first; without tracebacks' lines."""
    return [_sentence(message) for message in _run(path).values() if message]


def _sentence(message):
    lines = message.splitlines()
    while lines and lines[0].startswith(("Traceback", "  ")):
        del lines[0]
    return "\n".join(lines).removeprefix("course.checks.failed.CheckFailed: ")


def _last(message):
    """Return the sentence that a chain of errors ends in: a notebook shows no other."""
    return message.rpartition("course.checks.failed.CheckFailed: ")[2]


def _phrases(path):
    """Return the phrases that the answer must hear, its own one first."""
    phrases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        found = re.match(r"# (says|also): (.+)", line)
        if not found:
            break
        phrases.append(found[2].strip())
    return phrases


@pytest.mark.parametrize("path", _params("wrong_"))
def test_a_wrong_answer_gets_its_own_sentence(path):
    phrases = _phrases(path)
    assert phrases, f"{path.name}: the first line must be '# says: PHRASE'"
    assert _messages(path), "the wrong answer passes"
    assert phrases[0] in _messages(path)[0]


@pytest.mark.parametrize("path", _params("wrong_"))
def test_the_sentence_asks_one_question(path):
    assert len(re.findall(r"\?(?=\s|$)", _last(_messages(path)[0]))) == 1


@pytest.mark.parametrize("path", _params("right_"))
def test_another_right_answer_passes(path):
    assert not any(_run(path).values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_belongs_to_an_exercise(path):
    assert path.stem.startswith(("wrong_", "right_"))
    assert (path.parts[-3], path.parts[-2]) in EXERCISES


@pytest.mark.parametrize("exercise", ALL)
def test_every_exercise_knows_five_mistakes_by_sentences_of_their_own(exercise):
    heard = {_phrases(path)[0]: _messages(path)[0] for path in _wrong(exercise)}
    assert len(heard) >= MIN_MISTAKES
    assert len(set(heard.values())) >= MIN_MISTAKES


@pytest.mark.parametrize("exercise", ALL)
def test_nobody_is_accused_of_another_mistake(exercise):
    """Each wrong answer's messages are held against the hints that name the mistakes of the others.

    A hint is a sentence that the unit's text wrote for this exercise; it names a mistake where a
    wrong answer's phrase stands in it. Who hears it must list it. What `course.checks` says by
    itself (nothing returned, a shape, two values) is true of whoever hears it.
    """
    named = {phrase for path in _wrong(exercise) for phrase in _phrases(path)}
    for path in _wrong(exercise):
        for message in _messages(path):
            for hint in _hints(exercise):
                heard = re.search(hint, message, re.DOTALL)
                if heard and any(phrase in heard[0] for phrase in named):
                    listed = any(phrase in heard[0] for phrase in _phrases(path))
                    assert listed, f"{path.name} is told: {message}"


@pytest.mark.parametrize("exercise", ALL)
def test_every_named_mistake_of_a_visible_test_is_one_that_an_answer_makes(exercise):
    said = [message for path in _wrong(exercise) for message in _messages(path)]
    silent = [
        hint
        for hint in _hints(exercise, visible=True)
        if not any(re.search(hint, message, re.DOTALL) for message in said)
    ]
    assert not silent


def _hints(exercise, visible=False):
    """Return a pattern for each sentence with a question that the exercise's tests may say."""
    found = []
    for test in exercise.tests.values():
        if visible:
            test = test.split("### BEGIN HIDDEN TESTS")[0]
        tree = ast.parse(test)
        inner = {id(part) for node in ast.walk(tree) for part in getattr(node, "values", ())}
        for node in ast.walk(tree):
            parts = node.values if isinstance(node, ast.JoinedStr) else [node]
            fixed = [part.value if isinstance(part, ast.Constant) else None for part in parts]
            if id(node) not in inner and any("?" in part for part in fixed if _is_text(part)):
                found.append("".join(re.escape(p) if _is_text(p) else ".*?" for p in fixed))
    return found


def _is_text(part):
    return isinstance(part, str)


@pytest.mark.parametrize("path", _params("wrong_"))
def test_no_message_holds_a_line_of_the_solution(path):
    exercise = EXERCISES[path.parts[-3], path.parts[-2]]
    known = (
        exercise.stub + "\n" + path.read_text(encoding="utf-8")
    )  # a message may quote the answer
    told = {line.strip() for line in known.splitlines()}
    lines = {line.strip() for line in exercise.solution.splitlines()} - told
    code = {line.removeprefix("return ") for line in lines if not line.startswith("#")} - told
    long_enough = {line for line in code if len(line) > 8}
    assert not [line for line in long_enough for said in _messages(path) if line in said]


@pytest.mark.parametrize("exercise", ALL)
def test_every_named_mistake_is_followed_by_the_right_value(exercise):
    """`is_not` names a mistake and fails nobody: `equals` must come, or the mistake passes."""
    for name, test in exercise.tests.items():
        open_names = set()
        events = [node for node in ast.walk(ast.parse(test)) if _event(node)]
        for node in sorted(events, key=lambda node: (node.end_lineno, node.end_col_offset)):
            what, variable = _event(node)
            assert not (what == "store" and variable in open_names), f"{name}: {variable}"
            if what == "is_not":
                open_names.add(variable)
            elif what == "equals":
                open_names.discard(variable)
        assert not open_names, f"{name}: {open_names}"


def _event(node):
    """Return (method, name of the answer) of a check, or ("store", name) where one is made."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return "store", node.id
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return None
    if node.func.attr not in ("is_not", "equals"):
        return None
    place = node.func.value
    while isinstance(place, ast.Call) and isinstance(place.func, ast.Attribute):
        place = place.func.value
    return node.func.attr, ast.unparse(place)
