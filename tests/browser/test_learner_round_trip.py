"""The whole round trip of somebody who learns alone: validate, submit, feedback, progress."""

import json
import re
import time

import nbformat
import pytest
import sandbox_needed  # noqa: F401 (what is submitted is graded)
from in_lab import (
    Panels,
    book_of,
    check_of,
    code_cell,
    open_notebook,
    run_cell,
    verdict,
    write_answer,
)
from running_lab import SECONDS_TO_PREPARE, grader
from unit import exercises

from course.desk.exercises import read_cells, unit_title
from course.jupyter.validating import MARKS, NOTHING_WRONG

pytestmark = pytest.mark.slow

UNIT = "02_forward_propagation"
BOOK = book_of(UNIT, "node_value")
NOTEBOOK = f"{UNIT}/{BOOK}.ipynb"
ANSWERS = {exercise.name: exercise.solution for exercise in exercises(UNIT)}
IN_BOOK = [exercise for exercise in exercises(UNIT) if exercise.book == BOOK]
POINTS = sum(sum(exercise.points.values()) for exercise in IN_BOOK)
WRONG = "def node_value(x, w):\n    return x * w\n"
SENTENCE = (
    "node_value([2, 4], [1, 3]) should be one number, but is [2, 12], an array of shape (2,). "
    "These are the products. What is still missing to get one number?"
)
# JupyterLab colors the frame around any page; a page that allows no other style than its own says
# so in the console.
NOT_OURS = "Applying inline style violates the following Content Security Policy"


@pytest.fixture
def heard(page):
    """What the console said of errors; one of our own making fails the test."""
    errors = []
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    yield errors
    assert [text for text in errors if not text.startswith(NOT_OURS)] == []


@pytest.fixture(scope="module")
def desk(running_desk):
    """The desk, with all answers of the unit but one, as soon as its grader is ready."""
    folder = running_desk[0]
    for path in (folder / UNIT).glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if name in ANSWERS and name != "node_value":
                cell.source = ANSWERS[name]
        nbformat.write(notebook, path)
    until = time.monotonic() + SECONDS_TO_PREPARE
    while grader(folder) != "ready":
        assert time.monotonic() < until, (folder.parent / "log").read_text()
        time.sleep(0.2)  # between two looks, until the deadline
    return folder


def submissions(desk):
    return sorted(path.name for path in (desk / ".course" / "submitted").glob("*/*"))


def test_from_a_wrong_answer_to_feedback_and_full_points(
    page, desk, desk_address, pictures, heard, record_property
):
    open_notebook(page, desk_address, NOTEBOOK)
    panels = Panels(page)
    run_cell(page, code_cell(page, "import numpy as np"))
    answer = code_cell(page, "def node_value(x, w)")
    write_answer(page, answer, WRONG)
    assert verdict(page, check_of(answer)) == ("Not yet", SENTENCE)

    said = panels.validate()
    assert "The following cell failed" not in said
    assert f"! Exercise 1: the value of one node: {SENTENCE}" in said
    lines = [line for line in said.splitlines() if line[:1] in MARKS.values()]
    titles = {line.split(":")[0].strip("!\u2713\u2013 ") for line in lines}
    assert len(lines) > 1 and len(titles) == len(lines)
    assert "Traceback" not in said and "checks.call" not in said
    page.screenshot(path=pictures / "validate.png")
    panels.close()

    panels.open_list()
    panels.submit(UNIT)
    shown = panels.open_feedback(BOOK)
    assert shown.locator(".total").inner_text() == f"{POINTS - 2:g} of {POINTS:g} points"
    assert shown.get_by_text("These are the products.").count()

    open_notebook(page, desk_address, NOTEBOOK)
    run_cell(page, code_cell(page, "import numpy as np"))
    write_answer(page, code_cell(page, "def node_value(x, w)"), ANSWERS["node_value"])
    assert NOTHING_WRONG in panels.validate()
    panels.close()

    panels.open_list()
    began = time.monotonic()
    panels.submit(UNIT)
    panels.submitted.get_by_text("view feedback").nth(1).wait_for(timeout=180_000)
    record_property("seconds from Submit to the link", round(time.monotonic() - began, 2))
    page.screenshot(path=pictures / "assignments.png")
    shown = panels.open_feedback(BOOK)
    assert shown.locator(".total").inner_text() == f"{POINTS:g} of {POINTS:g} points"
    page.screenshot(path=pictures / "learner_feedback.png")
    shown.get_by_role("link", name="glossary").first.click()
    shown.locator("h1", has_text="Glossary").wait_for(timeout=30_000)
    assert len(submissions(desk)) == 2


def test_home_shows_the_feedback_and_where_to_go_on(page, desk, desk_address, pictures, heard):
    address, token = desk_address
    page.goto(f"{address}/lab?reset&token={token}")
    home = page.locator(".course-home")
    whole = sum(sum(exercise.points.values()) for exercise in exercises(UNIT))
    told = rf"^Unit 02: .+: {whole:g} of {whole:g} points, handed in \d"
    home.locator(".course-home-feedback").get_by_text(re.compile(told)).wait_for(timeout=60_000)
    home.get_by_role("button", name="Continue: Unit 03a").wait_for()
    page.keyboard.press("Control+b")
    page.screenshot(path=pictures / "home.png")


def test_the_progress_page_shows_it_and_leads_on(page, desk, desk_address, pictures, heard):
    address, token = desk_address
    page.goto(f"{address}/lab/tree/progress.md?reset&token={token}")
    shown = page.locator(".jp-MarkdownViewer")
    shown.locator("h1", has_text="Your progress").wait_for(timeout=60_000)
    page.screenshot(path=pictures / "progress.png")
    title = unit_title(read_cells(desk / NOTEBOOK), BOOK)
    row = shown.locator("table").first.locator("tr", has_text=title)
    done = f"{len(IN_BOOK)} of {len(IN_BOOK)}"
    assert row.locator("td").all_inner_texts()[1:] == [f"{POINTS:g} of {POINTS:g}", done]
    assert "Next: Open 00" in shown.inner_text()
    shown.get_by_role("link", name=f"Read the latest feedback for {BOOK}").press("Enter")
    feedback = page.frame_locator(".jp-HTMLViewer iframe")
    feedback.locator(".total").wait_for(timeout=30_000)
    page.locator(".lm-TabBar-tab", has_text="progress.md").click()
    row.get_by_role("link").press("Enter")
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    assert page.locator(".lm-TabBar-tab.lm-mod-current", has_text=f"{BOOK}.ipynb").count() == 1


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_the_progress_page_has_no_serious_accessibility_finding(
    page, desk, desk_address, pictures, theme
):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe-core")
    address, token = desk_address
    settings = page.request.put(
        f"{address}/lab/api/settings/@jupyterlab/apputils-extension:themes?token={token}",
        data=json.dumps({"raw": json.dumps({"theme": theme})}),
    )
    assert settings.ok
    # At 200 % a screen shows half as much of the page in each direction.
    page.set_viewport_size({"width": 590, "height": 490})
    page.goto(f"{address}/lab/tree/progress.md?reset&token={token}")
    page.locator(".jp-RenderedMarkdown h1").wait_for(timeout=60_000)
    page.wait_for_function("theme => document.body.dataset.jpThemeName === theme", arg=theme)
    found = axe.Axe().run(page, context=".jp-RenderedMarkdown").response["violations"]
    page.screenshot(path=pictures / f"progress_{theme.split()[1].lower()}.png")
    worst = [each for each in found if each["impact"] in ("serious", "critical")]
    assert worst == []


def test_a_renamed_notebook_is_told_and_submitted_when_it_has_its_name_again(
    page, desk, desk_address, heard
):
    address, token = desk_address
    unit = "03_activation_functions"
    book = book_of(unit, "relu")
    folder = desk / unit
    before = submissions(desk)
    (folder / f"{book}.ipynb").rename(folder / "mine.ipynb")
    page.goto(f"{address}/lab/tree/glossary.md?reset&token={token}")
    page.locator(".jp-MarkdownViewer h1").wait_for(timeout=60_000)
    panels = Panels(page)
    panels.open_list()
    panels.submit(unit)
    panel = page.locator(".jp-Dialog-content")
    panel.wait_for(timeout=30_000)
    assert f"{book}.ipynb is not in its folder any more. What lies there is mine.ipynb" in (
        panel.inner_text()
    )
    assert submissions(desk) == before
    panels.close()
    (folder / "mine.ipynb").rename(folder / f"{book}.ipynb")
    panels.submit(unit)
    panels.submitted.locator(".list_item", has_text=unit).get_by_text("view feedback").wait_for(
        timeout=180_000
    )
