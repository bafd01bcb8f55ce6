"""A desk of a class in a real browser: releases that change meanwhile, kernels that end, keys."""

import json
import re
from datetime import UTC, datetime, timedelta

import made_up_course
import pytest
from in_lab import code_cell, open_notebook, run_cell, run_until
from made_up_course import ANSWERS, FIRST, LINE, PAIR, SECOND
from made_up_desk import site
from running_lab import running_lab, started_by

accessibility = pytest.importorskip("accessibility", reason="axe-playwright-python is missing")

__all__ = ["site"]  # a fixture

pytestmark = pytest.mark.slow

PATIENCE = 120_000
"""Milliseconds: a busy machine looks for a class's release less often."""

HOME = ".course-home"
STRIP = ".course-strip:visible"
NAMES = ("check", "submit", "feedback")


@pytest.fixture(scope="module")
def exchange(tmp_path_factory):
    """The exchange of a class, to which nothing is released yet."""
    folder = tmp_path_factory.mktemp("class") / "exchange"
    for name in ("inbound", "outbound", "feedback"):
        (folder / "nn-2026" / name).mkdir(parents=True)
    return folder


@pytest.fixture(scope="module")
def release(site, exchange):
    """Give a function that releases notebooks of a unit, one of them mended, due at a time."""

    def released(unit, *books, due=None, mended=None):
        folder = exchange / "nn-2026" / "outbound" / unit
        folder.mkdir(exist_ok=True)
        for book in books:
            text = (site / "made" / "release" / unit / f"{book}.ipynb").read_text("utf-8")
            text = text.replace("# Unit 00a", "# Mended 00a") if book == mended else text
            (folder / f"{book}.ipynb").write_text(text, "utf-8")
        if due:
            (folder / "due.json").write_text(json.dumps({"due": due.isoformat()}))

    return released


@pytest.fixture(scope="module")
def lab(site, exchange, release, tmp_path_factory):
    """`course lab` in a class that has released the first sitting, due in three days."""
    release(PAIR, FIRST, due=datetime.now(UTC) + timedelta(days=3))
    command = made_up_course.command(site)
    words = ["--exchange", str(exchange), "--course-id", "nn-2026"]
    with running_lab(command, tmp_path_factory.mktemp("lab"), *words) as found:
        yield found


@pytest.fixture(scope="module")
def desk_address(lab):
    return re.fullmatch(r"(http://[^/]+)/.*token=(\w+)", lab[2]).groups()


def open_home(page, desk_address):
    address, token = desk_address
    page.goto(f"{address}/lab?reset&token={token}")
    page.locator(f"{HOME} h1").wait_for(timeout=60_000)
    return page.locator(HOME)


def test_a_release_that_is_mended_meanwhile_is_told_and_the_work_stays(
    page, lab, desk_address, exchange, release, pictures
):
    desk = lab[1]
    home = open_home(page, desk_address)
    home.get_by_text(re.compile(r"0 of 3 points, due \d")).wait_for(timeout=PATIENCE)
    assert "You submit to your class (nn-2026)" in home.inner_text()
    made_up_course.answer(desk, f"{PAIR}/{FIRST}.ipynb", "double")
    mine = (desk / PAIR / f"{FIRST}.ipynb").read_bytes()

    release(PAIR, FIRST, SECOND, mended=FIRST)
    home.get_by_text("There is a newer release of 00a_double: your work stays").wait_for(
        timeout=PATIENCE
    )
    assert home.locator("code", has_text="course reset 00a_double").count() == 1
    home.get_by_role("button", name="Unit 00b: Half as much").wait_for(timeout=PATIENCE)
    assert (desk / PAIR / f"{FIRST}.ipynb").read_bytes() == mine
    assert accessibility.grave_findings(page, HOME) == []
    page.screenshot(path=pictures / "home_class.png")

    release(LINE, LINE, due=datetime.now(UTC) - timedelta(days=3))
    home.get_by_text(re.compile(r"0 of 3 points, was due \d")).wait_for(timeout=PATIENCE)
    exchange.rename(exchange.with_name("away"))
    home.get_by_text("Nothing can be handed in at present").wait_for(timeout=PATIENCE)
    assert home.get_by_role("button", name="Unit 00b: Half as much").count() == 1
    exchange.with_name("away").rename(exchange)
    home.get_by_text("Nothing can be handed in at present").wait_for(
        state="detached", timeout=PATIENCE
    )


def test_a_kernel_that_was_killed_is_told_with_what_to_do(page, lab, desk_address, pictures):
    open_notebook(page, desk_address, f"{PAIR}/{FIRST}.ipynb")
    run_cell(page, code_cell(page, "from course import checks"))
    kernels = started_by(lab[0], "ipykernel_launcher")
    assert kernels
    for kernel in kernels:
        kernel.kill()
    told = page.locator(STRIP).get_by_text("run the first code cell again")
    told.wait_for(timeout=60_000)
    page.get_by_label("Kernel Restarting").get_by_role("button", name="Ok").click()
    page.screenshot(path=pictures / "kernel_killed.png")
    page.get_by_role("button", name="Run the first code cell").click()
    told.wait_for(state="detached", timeout=60_000)


def test_a_whole_exercise_is_done_by_the_keyboard_alone(
    page, desk_address, exchange, release, pictures
):
    """From Home, to a check that passes, to Submit: with no mouse at all."""
    release(PAIR, FIRST, SECOND)
    home = open_home(page, desk_address)
    second = home.get_by_role("button", name="Unit 00b: Half as much")
    second.wait_for(timeout=PATIENCE)
    press_until(page, "Tab", second)
    page.keyboard.press("Enter")
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    page.locator(".jp-Notebook:focus-within").wait_for()
    answer = page.locator(".jp-CodeCell.jp-mod-active", has_text="def half")
    run_until(page, answer)
    page.keyboard.press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(ANSWERS["half"])
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    page.locator(".check-card", has_text="half works here.").wait_for(timeout=60_000)

    page.keyboard.press("Escape")
    buttons = {name: page.locator(f".course-{name}:visible jp-button") for name in NAMES}
    press_until(page, "Shift+Tab", page.locator(".jp-NotebookPanel-toolbar:visible"))
    press_until(page, "ArrowLeft", page.locator("[data-jp-item-name=save]:visible jp-button"))
    press_until(page, "ArrowRight", buttons["check"])
    page.keyboard.press("Enter")
    strip = page.locator(STRIP)
    strip.locator("li", has_text="Exercise 2: half it").wait_for(timeout=60_000)
    press_until(page, "ArrowRight", buttons["submit"])
    page.keyboard.press("Enter")
    strip.get_by_text("Handed in at").wait_for(timeout=60_000)
    page.screenshot(path=pictures / "keyboard.png")
    (sent,) = (exchange / "nn-2026" / "inbound").iterdir()
    assert ANSWERS["half"].split()[-1] in (sent / f"{SECOND}.ipynb").read_text()


def press_until(page, key, place, most=80):
    """Press a key until what was looked for has the focus."""
    for _ in range(most):
        if place.count() and place.evaluate("one => one.matches(':focus, :focus-within')"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} does not lead to {place}")
