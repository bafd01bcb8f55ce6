"""Can instructors read their pages: in light, in dark, on a phone; and are the tables sorted?"""

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from reported_class import reported_class

from autograder.cli import main
from autograder.engine.submission.assignment import Assignment
from autograder.regrading.changes import Change, Regraded
from autograder.regrading.page import preview_page
from autograder.similarity.answers import Exercise
from autograder.similarity.fingerprints import Ground
from autograder.similarity.page import similar_page
from autograder.similarity.pairs import ranked

accessibility = pytest.importorskip("accessibility", reason="axe-playwright-python is missing")

pytestmark = pytest.mark.slow

UNIT = "02_forward_propagation"
LOOKS = {"light_1180": ("light", 1180), "dark_1180": ("dark", 1180), "light_390": ("light", 390)}
STUB = "def node_value(x, w):\n    ..."
COPIED = """\
def node_value(x, w):
    # every input counts as much as its weight says
    summe = 0
    for stelle in range(len(x)):
        summe = summe + x[stelle] * w[stelle]
    return summe
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Name -> page."""
    root = reported_class(
        tmp_path_factory.mktemp("made_up") / "course", datetime.now(UTC).replace(tzinfo=None)
    )
    done = CliRunner().invoke(main, ["report", "--course-dir", str(root)])
    assert done.exit_code == 0, done.output
    report = root / ".autograder" / "report"
    return {
        "report_course": (report / "index.html").read_text("utf-8"),
        "report_unit": (report / f"{UNIT}.html").read_text("utf-8"),
        "report_lecture": (report / f"{UNIT}.lecture.html").read_text("utf-8"),
        "preview": _preview(),
        "similar": _similar(),
    }


def _preview():
    said = "node_value([2, 3], [1, -1]) gives 5, expected -1. Is every weight used?"
    lost = Change("02a", "node_value", "node_value_hidden", 2.0, 0.0, 2.0, said)
    won = Change("02a", "forward", "forward_visible", 0.0, 1.0, 1.0, "")
    regraded = [
        Regraded("ada1", "graded", 12.0, 10.0, [lost]),
        Regraded("ben1", "graded", 9.0, 10.0, [won]),
        Regraded("cleo1", "graded, flagged", 7.0, 6.0, [lost, won], ["A cell is there twice."]),
    ]
    return preview_page(Assignment(UNIT, {}, {}), regraded, False)


def _similar():
    answers = {f"l{at:02}": f"def node_value(x, w):\n    return {at} + x @ w" for at in range(12)}
    answers |= {"ben1": COPIED, "mia2": COPIED.replace("stelle", "place")}
    exercise = Exercise("node_value", Ground(STUB), answers)
    features = {
        "node_value": {who: exercise.ground.features_of(text) for who, text in answers.items()}
    }
    pairs, rates = ranked(features)
    return similar_page(UNIT, pairs, rates, {"node_value": exercise}, features, (len(answers), 0))


def test_each_can_be_read_and_nothing_is_wider_than_a_phone(page, pages, pictures):
    for name, text in pages.items():
        page.goto("about:blank")  # else the scripts of all pages would meet in one document
        page.set_content(text)
        for look, (scheme, width) in LOOKS.items():
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 980})
            wide = page.evaluate("document.documentElement.scrollWidth")
            page.screenshot(path=pictures / f"{name}_{look}.png", full_page=True)
            if look == "light_1180":  # what the docs show: the page's beginning
                page.screenshot(path=pictures / f"{name}.png")
            assert wide <= width, f"{name} at {width}"
            assert accessibility.grave_findings(page) == [], f"{name}, {look}"


def test_a_heading_sorts_its_table_and_turns_it_round(page, pages):
    page.set_content(pages["report_unit"])
    table = page.locator("table", has=page.get_by_role("button", name="Attempts", exact=True))
    heading = table.get_by_role("columnheader", name="Attempts", exact=True)
    column = heading.evaluate("each => each.cellIndex") + 1

    def shown():
        return [text.strip() for text in table.locator(f"td:nth-child({column})").all_inner_texts()]

    before = shown()
    numbers = sorted(int(text) for text in before if text)
    nothing = [text for text in before if not text]
    assert nothing and before != [*map(str, numbers), *nothing]
    for order, step in (("ascending", 1), ("descending", -1)):
        heading.get_by_role("button").press("Enter")
        assert heading.get_attribute("aria-sort") == order
        assert shown() == [*map(str, numbers[::step]), *nothing]
