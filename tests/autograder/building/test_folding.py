"""Are visible tests folded, and do they stay so through nbgrader's own flow?"""

import json
import shutil

import nbformat
import pytest

UNIT = "01_double"
ON = "c.Autograder.fold_tests = True\n"
FIRST = "# Check double: one number. Run this cell.\n"
FOLDED = {"source_hidden": True}


@pytest.fixture
def folding(toy):
    """A course that folds its visible tests."""
    config = toy.root / "nbgrader_config.py"
    config.write_text(config.read_text() + ON)
    return toy


def cells(toy, step, unit=UNIT):
    path = toy.root / step / unit / f"{UNIT}.ipynb"
    return {cell.id: cell for cell in nbformat.read(path, as_version=4).cells}


def folded(found):
    return [name for name, cell in found.items() if "jupyter" in cell.metadata]


def test_only_visible_tests_are_folded_in_what_is_built(folding):
    assert folding.build().exit_code == 0
    for step in ("source", "release"):
        found = cells(folding, step)
        assert folded(found) == ["double_visible"]
        assert found["double_visible"].metadata["jupyter"] == FOLDED


def test_a_test_with_a_visible_and_a_hidden_part_is_folded(folding):
    hidden = "# Hidden tests run here.\n"
    folding.write(text=folding.unit_text.replace(hidden, "# Check more.\nassert double(0) == 0\n"))
    assert folding.build().exit_code == 0
    assert folded(cells(folding, "release")) == ["double_visible", "double_hidden"]


def test_other_courses_are_left_as_they_are(toy):
    toy.write(text=toy.unit_text.replace(FIRST, ""))
    assert toy.build().exit_code == 0
    assert not folded(cells(toy, "source")) and not folded(cells(toy, "release"))


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("", "a visible test is folded to its first line: let it say what the cell checks"),
        ("# Double\n", "a visible test is folded to its first line: let it say what the cell"),
        (f"# Check {'x' * 83}\n", "has 91 characters: at most 90 are seen at once"),
    ],
)
def test_a_test_that_would_not_say_what_it_checks_is_refused(folding, first, said):
    text = folding.unit_text.replace(FIRST, first)
    path = folding.write(text=text)
    result = folding.build()
    line = text[: text.index('"double_visible"')].count("\n") + 2
    assert result.stderr.startswith(f"{path}:{line}: ")
    assert said in result.stderr


@pytest.mark.slow
def test_nbgraders_own_flow_keeps_the_fold_and_its_checksum(folding, toy_class, tmp_path):
    """The released notebook comes back, is validated, and is graded by stock nbgrader."""
    open_course = toy_class(shutil.copytree(folding.root, tmp_path / "open"))
    config = open_course.root / "nbgrader_config.py"
    config.write_text(config.read_text().replace(ON, ""))
    for course in (folding, open_course):
        assert course.build().exit_code == 0
    folding.nbgrader("generate_assignment", UNIT, "--force")
    released = cells(folding, "release")
    assert folded(released) == ["double_visible"]
    assert [cell.metadata.get("nbgrader") for cell in released.values()] == [
        cell.metadata.get("nbgrader") for cell in cells(open_course, "release").values()
    ]
    submitted = folding.root / "submitted" / "ada" / UNIT
    shutil.copytree(folding.root / "release" / UNIT, submitted)
    path = submitted / f"{UNIT}.ipynb"
    made = path.read_text().replace("raise NotImplementedError()", "return 2 * x")
    path.write_text(made)
    said = folding.nbgrader("validate", str(path))
    assert "Success! Your notebook passes all the tests." in said
    folding.nbgrader("autograde", UNIT)
    graded = cells(folding, "autograded/ada")
    assert folded(graded) == ["double_visible"]
    assert _checksum(graded) == _checksum(released)
    folding.nbgrader("export")
    assert "ada" in (folding.root / "grades.csv").read_text()


def _checksum(found):
    return json.loads(json.dumps(found["double_visible"].metadata["nbgrader"]))["checksum"]
