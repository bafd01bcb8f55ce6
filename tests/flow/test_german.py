"""Unit 00 in German: is it whole, does it ask and grade the same, and does it speak German?"""

import ast
import contextlib
import gc
import re
import sys

import nbformat
import pytest
from click.testing import CliRunner
from tiny_course import TinyCourse
from unit import ROOT, exercises, read_notebook

from autograder.cli import main
from autograder.course import load_course
from autograder.translating.drift import missing_in, whole_units
from course.language import speak

UNIT = "00_start_here"
BOOKS = ("00a_first_steps", "00b_arrays_and_tables")
ANSWERS = ROOT / "tests" / "answers" / UNIT
ENGLISH = {found.name: found for found in exercises(UNIT)}
# Words that no German sentence has; what Python itself says of an error is in English.
WORDS = re.compile(r"\b(?:the|is|of|your|what|which|should|does|here|and|not)\b", re.IGNORECASE)
PYTHONS_OWN = re.compile(
    r"\(\w*Error: [^()]*\)|^(?:\w+\.)*\w*(?:Error|Warning): .*|`[^`\n]*`|^\s.*|^\s*$", re.MULTILINE
)

sys.path.append(str(ROOT / "tests" / "tries"))
import read_tries  # noqa: E402


@pytest.fixture(scope="module")
def german(tmp_path_factory):
    """The course folder that `autograder build --language de` makes."""
    root = tmp_path_factory.mktemp("german") / "course"
    arguments = ["build", UNIT, "--course-dir", str(ROOT), "--language", "de", "--to", str(root)]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return root


@pytest.fixture(autouse=True)
def english_afterwards():
    yield
    speak("en")


def test_every_piece_of_the_unit_is_translated():
    course = load_course(ROOT)
    assert missing_in(course, "de", course.sittings(UNIT)) == {}, "run: autograder translate de"


def test_the_table_says_what_is_translated():
    whole = whole_units(load_course(ROOT), "de")
    table = (ROOT / "translations" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| unit `(\w+)` \| yes", table, re.MULTILINE) == whole


def _marks(cell):
    """What a cell is to nbgrader, but the checksum of its words."""
    return {**cell.metadata, "nbgrader": {**cell.metadata.get("nbgrader", {}), "checksum": ""}}


def _skeleton(source):
    """The code of a cell without its texts, and without what chooses the language."""
    with contextlib.suppress(SyntaxError):
        tree = ast.parse(source)
        tree.body = [line for line in tree.body if "speak" not in ast.dump(line)]
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                node.value = node.value if " " not in node.value and ":" not in node.value else ""
            if isinstance(node, ast.JoinedStr):
                node.values = [part for part in node.values if isinstance(part, ast.FormattedValue)]
                node.values.sort(key=ast.dump)
        return ast.dump(tree)
    return source


@pytest.mark.parametrize("book", BOOKS)
def test_cells_points_and_code_are_those_of_the_english_unit(german, book):
    for kind in ("source", "release"):
        ours = nbformat.read(german / kind / UNIT / f"{book}.ipynb", as_version=4).cells
        theirs = read_notebook(kind, UNIT, book).cells
        assert [cell.id for cell in ours] == [cell.id for cell in theirs]
        for our, their in zip(ours, theirs, strict=True):
            assert _marks(our) == _marks(their)
            if our.cell_type == "code":
                assert _skeleton(our.source) == _skeleton(their.source), our.id


def test_no_paragraph_is_left_in_english(german):
    for book in BOOKS:
        cells = nbformat.read(german / "release" / UNIT / f"{book}.ipynb", as_version=4).cells
        ours = [cell.source for cell in cells if cell.cell_type == "markdown"]
        plain = [re.sub(r"`[^`]*`|\*[^*]*\*", "", source) for source in ours]
        assert not [source for source in plain if re.search(r"\b(?:the|is|your)\b", source)]


# A try that opens a file and never closes it is told so by Python, whenever that is found.
@pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_each_try_of_a_beginner_hears_german(german):
    found = {exercise.name: exercise for exercise in exercises(UNIT, german)}
    english = {}
    for path in read_tries.tries(read_tries.HERE, UNIT):
        exercise = found[path.stem.rpartition("_")[0]]
        heard = read_tries.read(exercise, path.read_text(encoding="utf-8"), path.stem)
        ours = PYTHONS_OWN.sub("", heard.text)
        assert heard.verdict == "passed" or ours.strip(), (path.name, heard.text)
        if WORDS.search(ours):
            english[path.stem] = heard.text
    read_tries.cells.forget()
    gc.collect()
    assert not english


def _sentence(message):
    lines = message.splitlines()
    while lines and lines[0].startswith(("Traceback", "  ")):
        del lines[0]
    return "\n".join(lines)


@pytest.mark.parametrize("name", ENGLISH)
def test_answers_fail_and_pass_as_in_english_and_hear_german(german, name):
    found = {exercise.name: exercise for exercise in exercises(UNIT, german)}
    for path in sorted((ANSWERS / name).glob("*.py")):
        answer = path.read_text(encoding="utf-8")
        heard = found[name].run(answer)
        speak("en")
        wanted = ENGLISH[name].run(answer)
        speak("en")
        assert [bool(said) for said in heard.values()] == [bool(said) for said in wanted.values()]
        for said in filter(None, heard.values()):
            prefix, _, sentence = _sentence(said).partition("CheckFailed: ")
            if not prefix.replace("course.checks.failed.", ""):
                assert not WORDS.search(re.sub(r"`[^`]*`", "", sentence)), (path.name, sentence)


@pytest.mark.slow
def test_the_engine_gives_the_points_of_the_english_unit(german, commands):
    course = TinyCourse(german.parent, commands)
    wrong = {"column_mean": (ANSWERS / "column_mean" / "wrong_by_heart.py").read_text("utf-8")}
    right = {name: found.solution for name, found in ENGLISH.items()}
    course.submit("right", UNIT, **right)
    course.submit("mixed", UNIT, **(right | wrong))
    course.submit("untouched", UNIT)
    assert course.grade(UNIT)
    points = {student: record["score"] for student, record in course.export().items()}
    failed = ENGLISH["column_mean"].run(wrong["column_mean"])
    lost = sum(ENGLISH["column_mean"].points[test] for test, said in failed.items() if said)
    assert {student: float(score) for student, score in points.items()} == {
        "right": 10.0,
        "mixed": 10.0 - lost,
        "untouched": 0.0,
    }
    (said,) = [
        output.text
        for cell in course.graded_book("right", UNIT, BOOKS[1]).cells
        if cell.get("id") == "weighted_sum_visible"
        for output in cell.outputs
    ]
    assert said.startswith("weighted_sum stimmt hier. Die versteckten Tests")
