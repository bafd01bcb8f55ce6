"""Are the released units found, told apart, and refused when they are not in order?"""

import pytest

from course.desk.released import (
    CourseError,
    Unit,
    find_unit,
    released_folder,
    released_units,
)


def test_units_come_in_order_and_other_folders_are_left_out(release):
    """Does only a folder named like a unit count as one?"""
    (release / ".ipynb_checkpoints").mkdir()
    (release / "notes").mkdir()
    names = [unit.name for unit in released_units(release)]
    assert names == ["00_start_here", "02_forward_propagation"]


def test_contents_end_with_the_notebook_and_leave_out_checkpoints(release):
    """Is a unit that has its notebook complete, and free of what Jupyter left behind?"""
    checkpoints = release / "02_forward_propagation" / ".ipynb_checkpoints"
    checkpoints.mkdir()
    (checkpoints / "old.ipynb").write_text("{}")
    unit = Unit(release / "02_forward_propagation")
    assert list(unit.contents) == ["network.svg", "02_forward_propagation.ipynb"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("02_forward_propagation.ipynb", '{"cells": ["new"]}'),
        ("network.svg", "<SVG/>"),
        ("new.txt", ""),
    ],
)
def test_the_release_changes_with_any_file(release, name, content):
    """Does a change in any file, be it as long as before, or a new file make a newer release?"""
    folder = release / "02_forward_propagation"
    before = Unit(folder).release
    assert Unit(folder).release == before
    (folder / name).write_text(content)
    assert Unit(folder).release != before


@pytest.mark.parametrize("text", ["2", "02", "02_forward_propagation", "02_forward_propagation/"])
def test_a_unit_is_found_by_number_and_by_name(release, text):
    """Does each way to name a unit lead to it?"""
    assert find_unit(released_units(release), text).name == "02_forward_propagation"


@pytest.mark.parametrize("text", ["12", "", "forward", "002", "../02_forward_propagation"])
def test_an_unknown_unit_is_answered_with_the_list(release, text):
    """Does the learner get to know which units there are?"""
    with pytest.raises(CourseError, match="00_start_here, 02_forward_propagation") as caught:
        find_unit(released_units(release), text)
    assert repr(text) in caught.value.message


def test_no_units_are_told(tmp_path):
    """Are a missing and an empty release folder named?"""
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(CourseError, match="install the course again") as caught:
            released_units(folder)
        assert str(folder) in caught.value.message


@pytest.mark.parametrize(
    "content", ["", '{"cells": [{"cell_type"', "[]", '{"cells": []}', "<<<<<<< HEAD"]
)
def test_a_damaged_notebook_is_told(release, content):
    """Is a notebook that was cut short, emptied or mixed up refused by name?"""
    path = release / "00_start_here" / "00_start_here.ipynb"
    path.write_text(content)
    with pytest.raises(CourseError, match="is damaged; install the course again") as caught:
        Unit(path.parent).contents  # noqa: B018 - reading it is the test
    assert str(path) in caught.value.message


def test_a_missing_notebook_is_told(release):
    """Is a unit's folder without its notebook refused by name?"""
    path = release / "00_start_here" / "00_start_here.ipynb"
    path.unlink()
    with pytest.raises(CourseError, match="is missing; install the course again") as caught:
        Unit(path.parent).contents  # noqa: B018 - reading it is the test
    assert str(path) in caught.value.message


def test_a_checkout_offers_its_release_folder(pytestconfig):
    """Do people who work on the course get what they have just built?"""
    assert released_folder() == pytestconfig.rootpath / "release"
