"""A real JupyterLab on a fresh desk, and a real browser in front of it."""

import re
import shutil

import made_up_course
import pytest
from browser_page import browser, page
from made_once import made_once
from running_lab import running_lab
from unit import ROOT

from course.desk.desk import Desk
from course.desk.exchange import own_exchange
from course.desk.grading import prepare, solved_units

__all__ = ["browser", "page"]  # fixtures


def prepare_grading(folder):
    """Make the course folder behind a desk, as `course lab` does in the background."""
    desk = Desk(folder)
    desk.own.mkdir()
    prepare(desk.own, own_exchange(desk), solved_units())


@pytest.fixture(scope="module")
def running_desk(tmp_path_factory):
    """Start `course lab` on a fresh desk; return the desk, its address, and its token."""
    # This checkout's own code, whichever is installed.
    course = made_up_course.command(ROOT)
    prepared = made_once(tmp_path_factory, "prepared_desk", prepare_grading)
    folder = tmp_path_factory.mktemp("lab")
    # Else each of these desks would spend ten seconds of a processor on the same course folder.
    shutil.copytree(prepared / ".course" / "grading", folder / "desk" / ".course" / "grading")
    with running_lab(course, folder) as (_, desk, address):
        yield desk, *re.fullmatch(r"(http://[^/]+)/.*token=(\w+)", address).groups()


@pytest.fixture(scope="module")
def desk_address(running_desk):
    """The fresh desk's address up to the path, and its token."""
    return running_desk[1:]


@pytest.fixture(scope="session")
def pictures():
    """Where screenshots go; `make pictures` copies those that the docs show."""
    folder = ROOT / "build" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
