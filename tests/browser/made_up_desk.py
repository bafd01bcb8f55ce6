"""A desk of the made-up course in a running JupyterLab, its grader ready."""

import contextlib
import re
import time

import made_up_course
import pytest
from made_once import made_once
from running_lab import SECONDS_TO_PREPARE, grader, running_lab


@contextlib.contextmanager
def opened(site, folder):
    """Open the desk in a folder; it is made the first time, with its grading prepared.

    Yields
    ------
    process : subprocess.Popen
    desk : pathlib.Path
    address, token : str
    """
    made_up_course.lend_grading(site, folder / "desk")
    with running_lab(made_up_course.command(site), folder) as (process, desk, address):
        until = time.monotonic() + SECONDS_TO_PREPARE
        while grader(desk) != "ready":
            assert time.monotonic() < until
            time.sleep(0.2)  # between two looks, until the deadline
        yield process, desk, *re.fullmatch(r"(http://[^/]+)/.*token=(\w+)", address).groups()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The made-up course's folder."""
    return made_once(tmp_path_factory, "made_up_site", made_up_course.write)


@pytest.fixture(scope="module")
def running_desk(site, tmp_path_factory):
    """A fresh desk of the made-up course; return it, its address, and its token."""
    with opened(site, tmp_path_factory.mktemp("lab")) as (_, desk, address, token):
        yield desk, address, token
