"""Which submitted file is taken for which notebook, and what is said of the others?"""

import json

import nbformat
import pytest
from submitted_book import known

from autograder.engine.submission.assignment import Assignment, Notebook
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import Ungradable
from autograder.engine.submission.submitted_books import find_books, siblings


def book(name, *exercises):
    """An instructor's notebook with these exercises."""
    cells = [
        known(f"{one}{part}", "", solution=not part) for one in exercises for part in ("", "_t")
    ]
    return Notebook(name, tuple(cells), None)


UNIT = Assignment(
    "03_act",
    {one.name: one for one in (book("03a_relu", "relu", "tanh"), book("03b_soft", "soft", "q"))},
    {},
)


def write(folder, name, *exercises, mark=""):
    """A learner's notebook with these exercises."""
    made = nbformat.v4.new_notebook()
    for one in exercises:
        for cell in (f"{one}", f"{one}_t"):
            made.cells.append(
                nbformat.v4.new_code_cell(mark, metadata={"nbgrader": {"grade_id": cell}})
            )
            made.cells[-1]["id"] = cell.replace("_", "-")
    (folder / name).write_text(json.dumps(made))


def found(folder):
    """Return which file each notebook is, what is missing, and the flags."""
    told = find_books(folder, UNIT, Limits())
    files = {name: path.name for name, path in told.paths.items()}
    return files, told.missing, [flag.text for flag in told.flags]


def test_all_of_them(tmp_path):
    write(tmp_path, "03a_relu.ipynb")
    write(tmp_path, "03b_soft.ipynb")
    write(tmp_path, "03a_relu-Copy1.ipynb", mark="is not needed")
    assert found(tmp_path) == (
        {"03a_relu": "03a_relu.ipynb", "03b_soft": "03b_soft.ipynb"},
        [],
        [],
    )


def test_one_alone(tmp_path):
    write(tmp_path, "03b_soft.ipynb", "soft", "q")
    assert found(tmp_path) == ({"03b_soft": "03b_soft.ipynb"}, ["03a_relu"], [])


@pytest.mark.parametrize(
    "name",
    [
        "03a_relu-Copy1.ipynb",
        "03A_relu.ipynb",
        "03a relu.ipynb",
        "03a_relu (1).ipynb",
        "03a_relu (2) - Copy.ipynb",
        "Copy of 03a_relu.ipynb",
        "03a_relu.ipynb.txt",
        "03a_relu.IPYNB",
        "03a-relu_copy2.ipynb",
    ],
)
def test_a_name_that_is_not_quite_right_is_taken_and_told(tmp_path, name):
    write(tmp_path, name)  # nothing inside tells whose it is
    write(tmp_path, "03b_soft.ipynb")
    files, missing, flags = found(tmp_path)
    assert (files["03a_relu"], missing) == (name, [])
    assert flags == [f"03a_relu.ipynb was missing: {name} was graded in its place."]


def test_another_name_is_known_by_its_exercises(tmp_path):
    write(tmp_path, "Untitled.ipynb", "soft", "q")
    write(tmp_path, "notes.ipynb")
    (tmp_path / "broken.ipynb").write_text("{")
    files, missing, flags = found(tmp_path)
    assert (files, missing) == ({"03b_soft": "Untitled.ipynb"}, ["03a_relu"])
    assert flags == ["03b_soft.ipynb was missing: Untitled.ipynb was graded in its place."]


def test_of_two_that_differ_none_is_taken_and_both_are_told(tmp_path):
    write(tmp_path, "03a_relu-Copy1.ipynb", "relu", mark="1")
    write(tmp_path, "03a_relu-Copy2.ipynb", "relu", mark="2")
    write(tmp_path, "03b_soft.ipynb")
    files, missing, flags = found(tmp_path)
    assert (list(files), missing) == (["03b_soft"], ["03a_relu"])
    assert "03a_relu-Copy1.ipynb or 03a_relu-Copy2.ipynb may be meant" in flags[0]


@pytest.mark.parametrize(
    "name", ["03c_relu.ipynb", "03a_relu2.ipynb", "relu.ipynb", "b_relu.ipynb"]
)
def test_another_name_is_not_taken(tmp_path, name):
    write(tmp_path, name)
    write(tmp_path, "03b_soft.ipynb")
    assert found(tmp_path)[1:] == (["03a_relu"], [])


def test_of_two_that_are_the_same_one_is_taken(tmp_path):
    write(tmp_path, "03a_relu-Copy1.ipynb")
    write(tmp_path, "03a_relu-Copy2.ipynb")
    assert found(tmp_path)[0] == {"03a_relu": "03a_relu-Copy1.ipynb"}


def test_a_notebook_with_the_exercises_of_both_is_neither(tmp_path):
    write(tmp_path, "all.ipynb", "relu", "tanh", "soft", "q")
    with pytest.raises(Ungradable, match=r"no 03a_relu.ipynb or .*There is all.ipynb\."):
        found(tmp_path)


def test_nothing(tmp_path):
    with pytest.raises(Ungradable, match=r"^There is no .* among what was submitted\.$"):
        found(tmp_path)
    with pytest.raises(Ungradable, match="among what was submitted"):
        found(tmp_path / "nowhere")


def test_a_link_is_not_taken_for_another(tmp_path):
    (tmp_path / "03a_relu-Copy1.ipynb").symlink_to("/etc/passwd")
    with pytest.raises(Ungradable):
        found(tmp_path)


def test_a_sibling_lies_there_under_its_own_name(tmp_path):
    write(tmp_path, "03a_relu-Copy1.ipynb")
    write(tmp_path, "03b_soft.ipynb")
    told = find_books(tmp_path, UNIT, Limits())
    assert list(siblings(told, "03b_soft", 10_000)) == ["03a_relu.ipynb"]
    assert siblings(told, "03b_soft", 10) == {}
