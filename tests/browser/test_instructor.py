"""An instructor in a real browser: a term by the Formgrader's own pages and buttons."""

import re
import sys

import pytest
from classroom import Classroom
from in_lab import book_of
from running_lab import running_server
from unit import ROOT, exercises

pytestmark = pytest.mark.slow

UNIT = "01_linear_regression"
POINTS = {exercise.name: sum(exercise.points.values()) for exercise in exercises(UNIT)}
BOOK = book_of(UNIT, "reflection")
"""The notebook with the task that a person marks."""
IN_BOOK = sum(POINTS[exercise.name] for exercise in exercises(UNIT) if exercise.book == BOOK)
SOLUTIONS = {exercise.name: exercise.solution for exercise in exercises(UNIT)}
MANUAL = 3
"""The points of `reflection`, which a person gives."""
WORDS = "Well argued. Name both groups next time."


def ada(unit, cell):
    """Change a cell as somebody does who solves everything."""
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
    cell.source = SOLUTIONS.get(grade_id, cell.source)
    if cell.source.startswith("*Write your answer here"):
        cell.source = "5.18 transactions for each thousand, but nobody is average."


def ben(unit, cell):
    """Change nothing but what is locked: his tests hold nothing."""
    if cell.metadata.get("nbgrader", {}).get("locked") and cell.cell_type == "code":
        cell.source = "pass"


@pytest.fixture(scope="module")
def room(tmp_path_factory, commands):
    """A course with one unit that nobody has released yet."""
    made = Classroom(tmp_path_factory.mktemp("class"), [UNIT], commands)
    with (made.course / "nbgrader_config.py").open("a") as config:
        config.write(f"\nc.Exchange.root = {str(made.exchange)!r}\n")
    return made


@pytest.fixture(scope="module")
def desk_of_instructor(room, tmp_path_factory):
    """Run `autograder desk`; return its address up to the path, and its token."""
    # This checkout's own code, whichever is installed.
    code = (
        f"import os, sys; sys.path.insert(0, {str(ROOT)!r}); "
        f"os.environ['PYTHONPATH'] = {str(ROOT)!r}; from autograder.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "desk", "--course-dir", room.course]
    with running_server(command, tmp_path_factory.mktemp("home")) as (_, address):
        yield re.fullmatch(r"(http://[^/]+)/.*token=(\w+)", address).groups()


class Formgrader:
    """The Formgrader in its panel of JupyterLab, as somebody uses it who looks and clicks."""

    def __init__(self, page, pictures):
        self.page = page
        self.pictures = pictures
        self.errors = []
        page.on("console", self._note)
        self.frame = page.frame_locator("#formgrader iframe")

    def _note(self, message):
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location['url']})")

    def visit(self, name):
        """Open a page by the side menu."""
        self.follow(self.frame.locator(".nav-stacked").get_by_role("link", name=name))
        self.frame.locator("h1", has_text=name).wait_for()

    def follow(self, link):
        """Follow a link; return when its page is there, also where it is the same page anew."""
        own = self.own_frame()
        with self.page.expect_event("framenavigated", lambda frame: frame == own):
            link.click()
        self.loaded()

    def own_frame(self):
        return self.page.locator("#formgrader iframe").element_handle().content_frame()

    def loaded(self):
        """Return when the page is whole, and has got what it shows."""
        self.own_frame().wait_for_load_state()  # before, it has no such words either
        self.frame.get_by_text("Loading, please wait...").wait_for(state="detached")

    def row(self, text):
        return self.frame.locator("#main-table tr", has_text=text)

    def press(self, row, button):
        """Press one of a row's buttons; return what the answer says, and close it."""
        row.locator(f".{button} a").click()
        answer = self.frame.locator(".modal.in")
        answer.wait_for(timeout=90_000)
        said = answer.inner_text()
        assert answer.locator(".modal-title").inner_text() == "Success", said
        self.close(answer.get_by_role("button", name="OK"))
        return said

    def save(self, what, field, text):
        """Fill in a field; it is saved when it is left."""
        saved = re.compile(rf"/formgrader/api/{what}/")
        with self.page.expect_response(saved) as answer:
            field.fill(text)
            field.press("Tab")
        assert answer.value.ok

    def close(self, button):
        button.click()
        self.frame.locator(".modal-backdrop").wait_for(state="detached")

    def picture(self, name):
        self.page.screenshot(path=self.pictures / f"formgrader_{name}.png")


@pytest.fixture
def formgrader(page, desk_of_instructor, pictures):
    """The Formgrader as `autograder desk` has opened it."""
    address, token = desk_of_instructor
    made = Formgrader(page, pictures)
    page.set_viewport_size({"width": 1280, "height": 860})
    page.goto(f"{address}/lab?token={token}")
    made.frame.locator("h1", has_text="Manage Assignments").wait_for(timeout=60_000)
    made.loaded()
    yield made
    assert made.errors == []


def test_a_term_by_the_formgraders_buttons(formgrader, room):
    assert formgrader.page.locator(".Toastify__toast, .jp-Dialog, .jp-Launcher").count() == 0
    release(formgrader, room)
    room.learner("ada", ada)
    room.learner("ben", ben)
    collect_and_grade(formgrader, room)
    mark_by_hand(formgrader)
    give_feedback(formgrader, room)
    edit_students(formgrader, room)


def release(formgrader, room):
    """Give the unit a due date, generate it, look at it, and release it, take it back, again."""
    unit = formgrader.row(UNIT)
    unit.locator(".edit a").click()
    window = formgrader.frame.locator(".modal.in")
    window.locator(".modal-duedate").fill("2099-01-31T12:00")
    window.locator(".modal-timezone").fill("+0000")
    formgrader.close(window.get_by_role("button", name="Save"))
    assert "2099-01-31 12:00" in unit.locator(".duedate").inner_text()
    formgrader.press(unit, "assign")
    assert (room.course / "release" / UNIT / f"{BOOK}.ipynb").is_file()
    unit.locator(".preview a").click()
    formgrader.page.locator(".jp-DirListing-item", has_text=f"{BOOK}.ipynb").wait_for()
    formgrader.page.locator(".jp-SideBar.jp-mod-left .lm-TabBar-tab").first.click()  # closes it
    for button in ("release", "release", "release"):
        formgrader.press(unit, button)
    assert unit.locator(".status").inner_text() == "released"
    formgrader.picture("assignments")


def collect_and_grade(formgrader, room):
    """Collect by the button, then grade each submission by its own."""
    formgrader.visit("Manage Assignments")
    formgrader.press(formgrader.row(UNIT), "collect")
    formgrader.follow(formgrader.row(UNIT).locator(".num-submissions a", has_text="2"))
    assert "needs autograding" in formgrader.row("ada").inner_text()
    for learner in ("ada", "ben"):
        formgrader.press(formgrader.row(learner), "autograde")
        assert (room.course / "autograded" / learner / UNIT / "result.json").is_file()
    total = sum(POINTS.values())
    assert f"{total:g} / {total + MANUAL:g}" in formgrader.row("ada").inner_text()
    assert f"0 / {total + MANUAL:g}" in formgrader.row("ben").inner_text()
    formgrader.picture("submissions")


def mark_by_hand(formgrader):
    """Open a submission from the gradebook, give points and a comment for the task."""
    frame = formgrader.frame
    formgrader.visit("Manual Grading")
    for name in (UNIT, BOOK):
        formgrader.follow(formgrader.row(name).get_by_role("link", name=name))
    rows = frame.locator("#main-table tr")
    rows.nth(1).wait_for()
    assert rows.count() == 2
    (flagged,) = rows.filter(has=frame.locator(".flagged .glyphicon-flag")).all_inner_texts()
    assert re.search(rf"(?<!\d)0 / {IN_BOOK + MANUAL:g}", flagged)  # Ben's
    formgrader.picture("flagged")
    score = f"{IN_BOOK:g} / {IN_BOOK + MANUAL:g}"
    formgrader.follow(formgrader.row(score).get_by_role("link").first)
    task = frame.locator(".nbgrader_cell", has=frame.locator("#reflection"))
    task.locator("#reflection").wait_for()
    text = frame.locator("#notebook").first.inner_text()
    places = [text.index(words) for words in ("One point for advice that", "5.18 transactions for")]
    points, comment = task.locator("#reflection"), task.locator("textarea")
    heights = [each.bounding_box()["y"] for each in (task.locator(".panel-body"), points, comment)]
    assert places == sorted(places) and heights == sorted(heights)
    assert "5.18 transactions for" in task.inner_text() and "MARK SCHEME" not in text
    opened = formgrader.page.frame(url=re.compile("/formgrader/submissions/"))
    opened.wait_for_function("formgrader.loaded && formgrader.comments.loaded")
    opened.wait_for_function("formgrader.grades.loaded")
    task.scroll_into_view_if_needed()
    formgrader.save("grade", task.locator("#reflection"), "2.5")
    formgrader.save("comment", task.locator("textarea"), WORDS)
    # The page moves on, slowly, to the field that comes next.
    opened.wait_for_function("$(':animated').length == 0")
    task.evaluate("cell => cell.scrollIntoView({block: 'center'})")
    formgrader.picture("manual_marks")
    formgrader.follow(frame.get_by_role("link", name="Next"))


def give_feedback(formgrader, room):
    """Make and release feedback: of the whole unit, and again of one learner."""
    frame = formgrader.frame
    formgrader.follow(frame.get_by_role("link", name="Manual Grading").first)
    formgrader.visit("Manage Assignments")
    unit = formgrader.row(UNIT)
    formgrader.press(unit, "generate-feedback")
    formgrader.press(unit, "release-feedback")
    formgrader.follow(unit.locator(".num-submissions a"))
    assert "graded" in formgrader.row("ada").locator(".status").inner_text()
    assert "needs manual grading" in formgrader.row("ben").inner_text()
    for button in ("generate-feedback", "release-feedback"):
        formgrader.press(formgrader.row("ada"), button)
    said = room.feedback("ada")[UNIT]
    assert WORDS in said
    assert "Points per exercise" in said
    assert "MARK SCHEME" not in said and "One point for advice" not in said


def edit_students(formgrader, room):
    """Add a learner, change a name, look at what a learner has done."""
    frame = formgrader.frame
    formgrader.visit("Manage Students")
    frame.get_by_text("Add new student...").click()
    window = frame.locator(".modal.in")
    window.locator("input.id").fill("cyd")
    window.locator("input.last-name").fill("Charisse")
    formgrader.close(window.get_by_role("button", name="Save"))
    formgrader.row("cyd").locator("a", has_text="Charisse").wait_for()
    formgrader.row("ada").locator(".edit a").click()
    window.locator(".modal-first-name").fill("Ada")
    window.locator(".modal-last-name").fill("Lovelace")
    formgrader.close(window.get_by_role("button", name="Save"))
    formgrader.picture("students")
    formgrader.follow(formgrader.row("ada").get_by_role("link", name="Lovelace, Ada"))
    assert f"{sum(POINTS.values()) + 2.5:g}" in formgrader.row(UNIT).inner_text()
    formgrader.follow(formgrader.row(UNIT).get_by_role("link", name=UNIT))
    formgrader.row(BOOK).wait_for()
    row = room.export()[UNIT, "ada"]
    assert (row["last_name"], row["first_name"]) == ("Lovelace", "Ada")
    assert float(row["score"]) == sum(POINTS.values()) + 2.5
