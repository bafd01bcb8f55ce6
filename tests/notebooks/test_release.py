"""What learners get: nothing of the solutions, the hidden tests or the marking schemes."""

import re

import pytest
from unit import ROOT, exercises, read_cells, read_notebook, unit_books, unit_names

REGION = re.compile(r"### BEGIN (SOLUTION|HIDDEN TESTS|MARK SCHEME)\n(.*?)### END \1", re.DOTALL)
MARKERS = re.compile(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)")
RELEASED = sorted(path for path in (ROOT / "release").rglob("*") if path.is_file())


def _secret_lines(unit):
    """Return the lines of all removed regions that stand nowhere else in the source notebooks."""
    cells = [cell.source for cell in read_cells("source", unit)]
    open_text = "\n".join(REGION.sub("", source) for source in cells)
    regions = "\n".join(region for source in cells for _, region in REGION.findall(source))
    lines = {line.strip() for line in regions.split("\n")}
    return {line for line in lines if len(line) > 12 and line not in open_text}


def test_only_the_units_notebooks_are_released():
    assert [path.relative_to(ROOT / "release").parts for path in RELEASED] == [
        (unit, f"{book}.ipynb") for unit, book in unit_books()
    ]


@pytest.mark.parametrize("unit", unit_names())
def test_no_solution_hidden_test_or_marker_is_released(unit):
    files = sorted((ROOT / "release" / unit).glob("*.ipynb"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    visible = "\n".join(cell.source for cell in read_cells("release", unit))
    secrets = _secret_lines(unit)
    assert secrets, "the source notebooks have no regions: what was scanned for?"
    assert not MARKERS.search(text)
    assert not [line for line in secrets if line in visible]


@pytest.mark.parametrize(("unit", "book"), unit_books())
def test_nothing_is_kept_in_outputs_or_metadata(unit, book):
    notebook = read_notebook("release", unit, book)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    for cell in notebook.cells:
        assert set(cell.metadata) <= {"nbgrader", "tags", "deletable", "editable", "jupyter"}
        assert set(cell.metadata.get("nbgrader", {})) <= {
            "checksum", "cell_type", "grade", "grade_id", "locked", "points", "schema_version",
            "solution", "task",
        }  # fmt: skip
        assert cell.metadata.get("jupyter", {}) in ({}, {"source_hidden": True})
        if cell.cell_type == "code":
            assert cell.outputs == [] and cell.execution_count is None


@pytest.mark.parametrize("unit", unit_names())
def test_every_answer_cell_tells_the_learner_where_to_write(unit):
    for exercise in exercises(unit):
        assert exercise.stub.count("# Write your code here, then delete the line below.") >= 1
        assert exercise.stub != exercise.solution


@pytest.mark.parametrize(("unit", "book"), unit_books())
def test_a_check_can_speak_before_any_other_cell_has_run(unit, book):
    """In a kernel that was just started it says which cells to run first, if it knows `checks`."""
    code = [cell for cell in read_notebook("release", unit, book).cells if cell.cell_type == "code"]
    assert re.search(r"^from course import .*\bchecks\b", code[0].source, re.MULTILINE)
    tests = [cell.source for cell in code if "checks." in cell.source]
    assert tests
    for source in tests:
        assert re.match(r"# Check .*\nfrom course import checks\n", source), source[:200]
