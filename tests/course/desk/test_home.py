"""Does Home show where to go on, what is open, the points, and the latest feedback?"""

import json
from datetime import UTC, datetime

import pytest
from test_progress import ANSWER, SENT, STUB, cell

from course.desk.desk import Desk
from course.desk.feedback import handed_in
from course.desk.home import as_home
from course.desk.progress import where
from course.desk.released import Unit
from course.desk.states import look

SITTINGS = ["03a_relu", "03b_squash_it"]
PAGE = """
<section id="exercise-2" aria-label="Test relu_visible"><p class="label">passed, 1 of 1 point</p>
<section aria-label="Test relu_hidden"><p class="label">failed, 0.5 of 2 points</p></section>
"""


def sitting(title, name, answer=STUB, ran=False):
    """A notebook of one exercise for three points."""
    test = cell("code", f"assert {name}(1)", f"{name}_visible", grade=True, points=1)
    test["execution_count"] = 1 if ran else None
    later = "# Hidden tests run here when your work is graded."
    return [
        cell("markdown", f"# {title}"),
        cell("markdown", f"### Exercise: {name} (3 points)"),
        cell("code", answer, name, solution=True),
        test,
        cell("code", later, f"{name}_hidden", grade=True, points=2),
    ]


def write(path, cells):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"cells": cells}))


@pytest.fixture
def units(tmp_path):
    """A released unit of two sittings whose headings are the same, and one of a single sitting."""
    folder = tmp_path / "release"
    for name, exercise in zip(SITTINGS, ("relu", "squash"), strict=True):
        write(folder / "03_bends" / f"{name}.ipynb", sitting("Unit 03: Bends", exercise))
    write(folder / "04_deep" / "04_deep.ipynb", sitting("Unit 04: Deep", "deep"))
    return [Unit(folder / "03_bends"), Unit(folder / "04_deep")]


@pytest.fixture
def desk(tmp_path, units):
    desk = Desk(tmp_path / "desk")
    desk.lay(units)
    return desk


def home(desk, units, **sent):
    found = as_home(desk, look(desk, units), where(desk, units), sent)
    return json.loads(json.dumps(found))


def test_a_new_desk_leads_into_the_first_sitting(desk, units):
    found = home(desk, units)
    assert found["continue"] == {
        "path": "03_bends/03a_relu.ipynb",
        "title": "Unit 03a: Relu",
        "begun": False,
        "exercise": "Exercise: relu",
        "cell": "",
        "words": "",
    }
    assert (found["earned"], found["points"]) == (0, 9)
    assert found["open"] == found["feedback"] == []
    first, second = found["units"]
    assert (first["title"], second["title"]) == ("Unit 03: Bends", "Unit 04: Deep")
    assert first["handed_in"] is None
    assert [each["title"] for each in first["sittings"]] == [
        "Unit 03a: Relu",
        "Unit 03b: Squash it",
    ]
    assert {each["state"] for each in first["sittings"]} == {"new"}


def test_what_was_begun_is_gone_on_with_and_listed_as_open(desk, units):
    write(desk.folder / units[0].sittings[0].path, sitting("", "relu", ANSWER, ran=True))
    found = home(desk, units)
    assert found["continue"]["begun"]
    assert found["continue"]["cell"] == "relu_visible"
    (only,) = found["open"]
    assert only == {
        "title": "Exercise: relu",
        "words": "hand in the unit to have it graded",
        "path": "03_bends/03a_relu.ipynb",
        "cell": "relu_visible",
    }
    first, second = found["units"][0]["sittings"]
    assert (first["state"], first["earned"], first["points"]) == ("begun", 1, 3)
    assert second["state"] == "new"


def test_feedback_comes_with_its_points_and_its_pages_the_newest_first(desk, units):
    write(desk.folder / units[0].sittings[0].path, sitting("", "relu", ANSWER, ran=True))
    older = "2026-11-19 10:00:00.000000 UTC"
    for unit, stamp, name in (("03_bends", SENT, SITTINGS[0]), ("04_deep", older, "04_deep")):
        path = desk.folder / unit / "feedback" / stamp / f"{name}.html"
        path.parent.mkdir(parents=True)
        path.write_text(PAGE)
    newest, oldest = home(desk, units, **{"03_bends": handed_in(SENT)})["feedback"]
    assert (newest["title"], newest["earned"], newest["points"]) == ("Unit 03: Bends", 1.5, 6)
    assert datetime.fromisoformat(newest["handed_in"]) == handed_in(SENT)
    assert newest["pages"] == [
        {"title": "Unit 03a: Relu", "path": f"03_bends/feedback/{SENT}/03a_relu.html"}
    ]
    assert (oldest["title"], oldest["earned"]) == ("Unit 04: Deep", 0)


def test_when_a_unit_was_handed_in_is_said(desk, units):
    sent = datetime(2026, 11, 20, 16, 5, tzinfo=UTC)
    found = home(desk, units, **{"03_bends": sent})
    assert [unit["handed_in"] for unit in found["units"]] == [sent.isoformat(), None]


def test_a_notebook_that_is_gone_is_said_where_it_was(desk, units):
    (desk.folder / units[1].sittings[0].path).unlink()
    (only,) = home(desk, units)["units"][1]["sittings"]
    assert only["trouble"].startswith("04_deep.ipynb is not on the desk: was it renamed?")
