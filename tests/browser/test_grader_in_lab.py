"""A grader that is gone: nbgrader's own Submit says so, and the next start grades what was kept."""

import contextlib
import time

import psutil
import pytest
import sandbox_needed  # noqa: F401 (what is submitted is graded)
from in_lab import Panels, open_notebook
from made_up_course import FIRST, PAIR
from made_up_desk import opened, site
from running_lab import started_by

__all__ = ["site"]  # a fixture

pytestmark = pytest.mark.slow


def end_grader(process):
    """Kill the grader behind a running desk, what keeps it first, and wait until all is gone."""
    (keeper,) = started_by(process, "course.desk.grader")
    for each in (all_of_it := [keeper, *keeper.children(recursive=True)]):
        with contextlib.suppress(psutil.NoSuchProcess):
            each.kill()
    until = time.monotonic() + 60
    while not all(map(has_ended, all_of_it)):
        assert time.monotonic() < until
        time.sleep(0.1)  # between two looks, until the deadline


def has_ended(process):
    """Whether a process runs no more; whoever started it need not have taken note."""
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_a_submission_without_a_grader_is_told_kept_and_graded(site, page, tmp_path, pictures):
    with opened(site, tmp_path) as (process, _, *desk_address):
        end_grader(process)
        open_notebook(page, desk_address, f"{PAIR}/{FIRST}.ipynb")
        panels = Panels(page)
        panels.open_list()
        panels.submit(PAIR)
        told = page.locator(".jp-Dialog", has_text=f"{PAIR} is handed in")
        told.get_by_text("The grader has ended: what you hand in is kept").wait_for(timeout=60_000)
        page.screenshot(path=pictures / "grader_ended.png")
        panels.close()
        assert panels.submitted.get_by_text("view feedback").count() == 0
    page.goto("about:blank")
    with opened(site, tmp_path) as (_, _, address, token):
        page.goto(f"{address}/lab?reset&token={token}")
        feedback = page.locator(".course-home-feedback")
        feedback.get_by_text("Unit 00: Pair: 0 of 6 points, handed in").wait_for(timeout=180_000)
