"""Which of the files that were handed in does the learner's code find beside it?"""

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.read_notebook import read_notebook
from autograder.engine.submission.results import Ungradable
from autograder.engine.submission.submitted_files import MAX_FILES, read_files, shadows

NOTEBOOK = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def unit(files=None, kept=()):
    """Return a unit with files of the instructor's."""
    return Assignment("unit", {}, files or {}, kept)


def found(folder, assignment=None, limits=None):
    """Return what is found in a folder, and the flags."""
    files, flags = read_files(folder, assignment or unit(), limits or Limits())
    return files, [(flag.what, flag.where) for flag in flags]


def write(folder, *names):
    """Write files with some content."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"mine")


def test_files_are_read_with_their_folders(tmp_path):
    write(tmp_path, "data.csv", "a/b.txt")
    assert found(tmp_path) == ({"data.csv": b"mine", "a/b.txt": b"mine"}, [])


@pytest.mark.parametrize(
    "name",
    [
        "double.ipynb",
        "timestamp.txt",
        "nbgrader_config.py",
        ".ipynb_checkpoints/a.txt",
        "a/.ipynb_checkpoints/b.txt",
        "__pycache__/helper.pyc",
        ".nbgrader.log",
        "feedback/double.html",
    ],
)
def test_what_is_no_file_of_the_learners_is_left_out(tmp_path, name):
    write(tmp_path, name)
    assert found(tmp_path) == ({}, [])


@pytest.mark.parametrize(
    "name",
    [
        "numpy.py",
        "numpy/__init__.py",
        "numpy/linalg.py",
        "numpy.cpython-311-x86_64-linux-gnu.so",
        "json.py",
        "sitecustomize.py",
        "usercustomize.py",
        "IPython/__init__.py",
        "autograder/__init__.py",
        "a.pth",
        "random.pyc",
    ],
)
def test_a_file_that_shadows_a_module_is_left_out_and_flagged(tmp_path, name):
    write(tmp_path, name)
    assert found(tmp_path) == ({}, [("shadow", name)])


@pytest.mark.parametrize(
    "name",
    [
        "learners_own.py",
        "learners_own/__init__.py",
        "data.csv",
        "numpy.csv",
        "json",
        "numpy/data.csv",
    ],
)
def test_a_file_that_shadows_nothing_is_kept(tmp_path, name):
    write(tmp_path, name)
    assert found(tmp_path) == ({name: b"mine"}, [])


def test_what_lies_beside_a_module_that_is_being_worked_on_is_no_module(tmp_path, monkeypatch):
    names = ["helpers_here", "notes_here"]
    write(tmp_path / "project", "helpers_here/__init__.py", "notes_here/a.txt")
    monkeypatch.syspath_prepend(tmp_path / "project")
    own = [f"{name}.py" for name in names]
    write(tmp_path / "handed", *own, "mpl_toolkits.py", "autograder.py")
    assert [shadows(name) for name in own] == [False, False]
    assert found(tmp_path / "handed") == (
        dict.fromkeys(own, b"mine"),
        [("shadow", "autograder.py"), ("shadow", "mpl_toolkits.py")],
    )
    assert shadows("helpers_here.py", ["helpers_here"])


@pytest.mark.parametrize("target", ["/etc/passwd", "data.csv", "nowhere"])
def test_a_link_is_left_out_and_flagged(tmp_path, target):
    write(tmp_path, "data.csv")
    (tmp_path / "link.txt").symlink_to(target)
    assert found(tmp_path) == ({"data.csv": b"mine"}, [("link", "link.txt")])


def test_a_link_to_a_folder_is_left_out_and_flagged(tmp_path):
    write(tmp_path, "real/a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert found(tmp_path) == ({"real/a.txt": b"mine"}, [("link", "link")])


def test_a_pipe_is_left_out_and_flagged(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert found(tmp_path) == ({}, [("link", "pipe")])


def test_files_too_large_together_are_ungradable(tmp_path):
    write(tmp_path, "a", "b")
    with pytest.raises(Ungradable, match="larger"):
        found(tmp_path, limits=Limits(submission=7))


def test_files_just_small_enough_are_read(tmp_path):
    write(tmp_path, "a", "b")
    assert len(found(tmp_path, limits=Limits(submission=8))[0]) == 2


def test_too_many_files_are_ungradable(tmp_path):
    write(tmp_path, *map(str, range(MAX_FILES + 1)))
    with pytest.raises(Ungradable, match=f"more than {MAX_FILES}"):
        found(tmp_path)


def test_an_unreadable_name_is_no_trouble(tmp_path):
    (tmp_path / os.fsdecode(b"\xff.txt")).write_bytes(b"mine")
    assert list(found(tmp_path)[0].values()) == [b"mine"]


# The instructor's files


def test_the_instructors_file_lies_over_the_learners(tmp_path):
    write(tmp_path, "data.csv")
    assert found(tmp_path, unit({"data.csv": b"real"})) == ({"data.csv": b"real"}, [])


def test_a_file_to_be_kept_stays_the_learners(tmp_path):
    write(tmp_path, "data.csv")
    assignment = unit({"data.csv": b"real"}, ("data.csv",))
    assert found(tmp_path, assignment)[0] == {"data.csv": b"mine"}


def test_a_file_to_be_kept_that_is_not_there_is_the_instructors(tmp_path):
    assignment = unit({"data.csv": b"real"}, ("data.csv",))
    assert found(tmp_path, assignment)[0] == {"data.csv": b"real"}


def test_the_instructors_own_module_is_no_shadow(tmp_path):
    assert found(tmp_path, unit({"json.py": b"real"})) == ({"json.py": b"real"}, [])


def test_a_folder_in_place_of_the_instructors_file_gives_way(tmp_path):
    """Both cannot be written to one disk."""
    write(tmp_path, "data.csv/a.txt")
    assert found(tmp_path, unit({"data.csv": b"real"}))[0] == {"data.csv": b"real"}


def test_a_file_in_place_of_the_instructors_folder_gives_way(tmp_path):
    write(tmp_path, "data")
    assert found(tmp_path, unit({"data/a.csv": b"real"}))[0] == {"data/a.csv": b"real"}


# The notebook's own file


def written(folder, text):
    """Return the path of a notebook with some text."""
    path = folder / "double.ipynb"
    path.write_text(text)
    return path


def test_a_notebook_is_read(tmp_path):
    assert read_notebook(written(tmp_path, json.dumps(NOTEBOOK)), Limits()).cells == []


def test_a_notebook_of_an_old_format_is_read(tmp_path):
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": "a"}}
    cell = {"cell_type": "code", "input": "1", "language": "python", "outputs": []}
    old["worksheets"] = [{"cells": [{**cell, "metadata": {}, "collapsed": False}]}]
    assert read_notebook(written(tmp_path, json.dumps(old)), Limits()).cells[0].source == "1"


def test_a_notebook_without_ids_is_read_without_a_warning(tmp_path):
    cell = {"cell_type": "code", "metadata": {}, "source": "1", "outputs": []}
    book = {**NOTEBOOK, "cells": [{**cell, "execution_count": None}]}
    assert len(read_notebook(written(tmp_path, json.dumps(book)), Limits()).cells) == 1


def test_a_link_in_place_of_a_notebook_is_ungradable(tmp_path):
    (tmp_path / "double.ipynb").symlink_to(written(tmp_path, "{}").rename(tmp_path / "other"))
    with pytest.raises(Ungradable, match="not a file"):
        read_notebook(tmp_path / "double.ipynb", Limits())


def test_a_folder_in_place_of_a_notebook_is_ungradable(tmp_path):
    (tmp_path / "double.ipynb").mkdir()
    with pytest.raises(Ungradable, match="not a file"):
        read_notebook(tmp_path / "double.ipynb", Limits())


def test_too_large_a_notebook_is_ungradable(tmp_path):
    with pytest.raises(Ungradable, match="MB large"):
        read_notebook(written(tmp_path, json.dumps(NOTEBOOK)), Limits(submission=10))


def test_too_many_cells_are_ungradable(tmp_path):
    cell = {"cell_type": "raw", "id": "a", "metadata": {}, "source": ""}
    cells = [{**cell, "id": f"a{place}"} for place in range(2001)]
    with pytest.raises(Ungradable, match="more than 2000"):
        read_notebook(written(tmp_path, json.dumps({**NOTEBOOK, "cells": cells})), Limits())


@pytest.mark.parametrize("text", ["[" * 100_000, "9" * 5000, '{"nbformat": 1e999}', "null", "3"])
def test_json_that_is_hard_to_read_is_ungradable(tmp_path, text):
    with pytest.raises(Ungradable):
        read_notebook(written(tmp_path, text), Limits())


@given(st.text(st.characters(codec="ascii", exclude_characters="/\0"), min_size=1, max_size=8))
def test_any_name_of_a_file_is_judged(name):

    assert shadows(f"{name}.py") in (True, False)
