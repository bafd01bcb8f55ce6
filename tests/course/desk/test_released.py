"""Are the released units found, told apart, and refused when they are not in order?"""

import pytest

from course.desk.released import (
    CourseError,
    Unit,
    find_sittings,
    named,
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
    before = Unit(folder).sittings[0].release
    assert Unit(folder).sittings[0].release == before
    (folder / name).write_text(content)
    assert Unit(folder).sittings[0].release != before


@pytest.mark.parametrize("text", ["2", "02", "02_forward_propagation", "02_forward_propagation/"])
def test_a_unit_is_found_by_number_and_by_name(release, text):
    """Does each way to name a unit lead to it?"""
    (found,) = find_sittings(released_units(release), text)
    assert found.path == "02_forward_propagation/02_forward_propagation.ipynb"


@pytest.mark.parametrize("text", ["12", "", "forward", "002", "../02_forward_propagation"])
def test_an_unknown_unit_is_answered_with_the_list(release, text):
    """Does the learner get to know which units there are?"""
    with pytest.raises(CourseError, match="00_start_here, 02_forward_propagation") as caught:
        find_sittings(released_units(release), text)
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
    with pytest.raises(CourseError, match="holds no notebook; install the course again") as caught:
        Unit(path.parent).contents  # noqa: B018 - reading it is the test
    assert str(path.parent) in caught.value.message


def test_a_checkout_offers_its_release_folder(pytestconfig):
    """Do people who work on the course get what they have just built?"""
    assert released_folder() == pytestconfig.rootpath / "release"


UNIT = "03_activation_functions"
SITTINGS = ["03a_relu", "03b_squashing"]


@pytest.fixture
def unit(write_unit):
    """A unit of two sittings."""
    return write_unit(UNIT, sittings=SITTINGS)


def test_a_units_sittings_come_in_order_each_with_what_lies_beside(unit):
    """Does a sitting have its notebook, the unit's other files, and no other notebook?"""
    assert [sitting.name for sitting in unit.sittings] == SITTINGS
    assert [sitting.short for sitting in unit.sittings] == ["03a", "03b"]
    assert list(unit.contents) == ["network.svg", "03a_relu.ipynb", "03b_squashing.ipynb"]
    assert list(unit.sittings[1].contents) == ["network.svg", "03b_squashing.ipynb"]


@pytest.mark.parametrize(
    "text",
    [
        "3b",
        "03b",
        "03b_squashing",
        "03b_squashing.ipynb",
        "03_activation_functions/03b_squashing.ipynb",
    ],
)
def test_a_sitting_is_found_by_number_name_and_path(release, unit, text):
    """Does each way to name a sitting lead to it alone?"""
    assert find_sittings(released_units(release), text) == [unit.sittings[1]]


def test_a_unit_stands_for_all_its_sittings(release, unit):
    """Are all sittings meant by the unit's number, and does a whole unit go by its name?"""
    assert find_sittings(released_units(release), "3") == unit.sittings
    assert named(unit.sittings) == ["03_activation_functions"]
    assert named(unit.sittings[1:]) == ["03b_squashing"]


def test_an_unknown_sitting_is_answered_with_the_list(release, unit):
    """Does the learner get to know how the sittings are called?"""
    with pytest.raises(CourseError, match=r"no unit or sitting '03c'.*_functions \(03a, 03b\)\."):
        find_sittings(released_units(release), "03c")


def test_sittings_with_the_same_number_are_typed_by_name(write_unit):
    """Is nobody told to type what could mean another sitting?"""
    unit = write_unit("04_deeper", sittings=["04_one", "04_two"])
    assert [sitting.typed for sitting in unit.sittings] == ["04_one", "04_two"]


def test_a_sitting_is_newer_only_if_it_or_what_lies_beside_changed(unit):
    """Does a mended sitting leave the others as they were?"""
    before = [sitting.release for sitting in unit.sittings]
    (unit.folder / "03b_squashing.ipynb").write_text('{"cells": ["new"]}')
    one, two = (sitting.release for sitting in Unit(unit.folder).sittings)
    assert one == before[0] and two != before[1]
    (unit.folder / "network.svg").write_text("<SVG/>")
    assert Unit(unit.folder).sittings[0].release != one
