"""Does a text become the right cells, each with its line and a name that stays?"""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from autograder.building.text import cell_ids, read_unit
from autograder.problems import CannotStart

grade_ids = st.lists(st.none() | st.text(alphabet="ab-1é", max_size=80), max_size=12)


@given(grade_ids)
@example(["a" * 65, "a" * 66, None, "a" * 64, None])
@example(["a", None, "a--1", None, "start--1"])
def test_ids_are_distinct_and_valid(names):
    ids = cell_ids(names)
    assert len(ids) == len(names) == len(set(ids))
    assert all(re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", name) for name in ids)


@given(grade_ids)
def test_a_graded_cell_is_named_by_its_grade_id(names):
    valid = [name for name in names if name and re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", name)]
    if len(set(valid)) == len(valid) == sum(bool(name) for name in names):
        ids = cell_ids(names)
        assert [own for name, own in zip(names, ids, strict=True) if name] == valid


@given(st.lists(st.integers(0, 3), min_size=1, max_size=6), st.data())
def test_a_new_cell_renames_only_those_between_two_graded_ones(sizes, data):
    def names(counts):
        return [name for k, n in enumerate(counts) for name in [f"graded-{k}", *[None] * n]]

    where = data.draw(st.integers(0, len(sizes) - 1))
    longer = [n + (k == where) for k, n in enumerate(sizes)]
    before, after = set(cell_ids(names(sizes))), set(cell_ids(names(longer)))
    assert before < after
    assert {name.split("--")[0] for name in after - before} == {f"graded-{where}"}


def test_ids_say_what_comes_before():
    assert cell_ids([None, None, "double", None, "test"]) == [
        "start--1",
        "start--2",
        "double",
        "double--1",
        "test",
    ]


code_lines = st.lists(st.sampled_from(["x = 1", "", "if x:", "    y = 2", "'''a'''"]), max_size=5)
prose_lines = st.lists(st.sampled_from(["Words.", "", "## Title", "- item"]), max_size=5)


@given(st.lists(st.tuples(st.booleans(), code_lines, prose_lines), min_size=1, max_size=5))
def test_every_line_of_a_cell_is_found_in_the_text(tmp_path_factory, cells):
    lines = ["# ---", "# ---", ""]
    for is_code, code, prose in cells:
        lines += ["# %%" if is_code else "# %% [markdown]"]
        lines += code if is_code else [f"# {line}".rstrip() for line in prose]
        lines += [""]
    path = tmp_path_factory.getbasetemp() / "unit.py"
    path.write_text("\n".join(lines), encoding="utf-8")
    unit, problems = read_unit(path)
    assert problems == []
    assert len(unit.notebook.cells) == len(cells)
    for cell, marker, body in zip(unit.notebook.cells, unit.markers, unit.bodies, strict=True):
        assert lines[marker - 1].startswith("# %%")
        for place, line in enumerate(cell.source.splitlines()):
            if line:
                assert lines[body + place - 1].removeprefix("# ") == line


def test_built_notebook_carries_no_trace_of_jupytext(toy):
    unit, _ = read_unit(toy.write())
    assert set(unit.notebook.metadata) == {"kernelspec"}
    assert all(set(cell.metadata) <= {"nbgrader", "tags"} for cell in unit.notebook.cells)


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        ("# ---\n\n", "# ---\nimport os\n\n", "import os", "text before the first cell"),
        ("# ---\n# jupyter", "# jupyter", "# jupyter", "no jupytext header"),
        ("#   jupytext:", "#   jupytext: a: b", "a: b", "the header is not YAML"),
        (
            "#     text_representation",
            "#     formats: ipynb,py:percent\n#     text_representation",
            "formats",
            "puts answers back",
        ),
        ('{"grade_id": "double",', '{"grade_id": double",', 'double",', "cannot be read"),
        ('print("before")', 'x = """\n# %%\n"""', "# ---", "'# %%'"),
        ("# %%\nprint", '# %% tags="a"\nprint', "# ---", "jupytext refuses the text"),
    ],
)
def test_form_is_refused(toy, old, new, at, said):
    assert old in toy.unit_text
    text = toy.unit_text.replace(old, new, 1)
    unit, problems = read_unit(toy.write(text=text))
    line = next(n for n, content in enumerate(text.splitlines(), 1) if at in content)
    assert unit is None
    assert [problem.line for problem in problems if said in problem.text] == [line]


def test_text_that_is_not_utf8_cannot_be_read(toy):
    path = toy.write()
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CannotStart, match=r"01_double\.py cannot be read as UTF-8 text"):
        read_unit(path)
