"""Does the Assignment List of a desk tell in words what went wrong, and lose nothing?"""

import errno
import os
import re
import shutil
import time
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook
from nbgrader.utils import notebook_hash

from course.desk.desk import Desk
from course.desk.exchange import lay_exchange, own_exchange, write_config
from course.desk.released import Unit
from course.jupyter.handing_in import DeskAssignments

NAME = "01_line"
COURSE = "neural_networks"

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="nbgrader has no exchange on Windows"),
    # nbgrader's list reads feedback pages without closing them.
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A desk with one unit, and nbgrader set up for it."""
    folder = tmp_path / "release" / NAME
    folder.mkdir(parents=True)
    nbformat.write(new_notebook(cells=[new_markdown_cell("# A line")]), folder / f"{NAME}.ipynb")
    desk = Desk(tmp_path / "desk")
    units = [Unit(folder)]
    desk.lay(units)
    lay_exchange(own_exchange(desk), units)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(write_config(desk, own_exchange(desk))))
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "no_settings"))
    monkeypatch.chdir(desk.folder)
    return desk


@pytest.fixture
def renewed():
    return []


@pytest.fixture
def assignments(desk, renewed):
    page = SimpleNamespace(renew=lambda: renewed.append(True))
    made = DeskAssignments(desk, page)
    made.root_dir = str(desk.folder)
    return made


def listed(assignments, status):
    found = assignments.list_assignments(course_id=COURSE)
    assert found["success"]
    return [each for each in found["value"] if each["status"] == status]


def arrived(desk):
    return sorted(own_exchange(desk).inbound.iterdir())


def release_feedback(desk, text="<h1>Well done</h1>", notebook=NAME):
    """Put a page for the last submission into the exchange, as a grader does."""
    secret = (arrived(desk)[-1] / "submission_secret.txt").read_text()
    name = notebook_hash(secret=secret, notebook_id=notebook)
    folder = own_exchange(desk).root / COURSE / "feedback"
    (folder / f"{name}.html").write_text(text)


def test_a_unit_on_the_desk_can_be_submitted_without_being_fetched(desk, assignments, renewed):
    assert [each["assignment_id"] for each in listed(assignments, "fetched")] == [NAME]
    assert listed(assignments, "released") == []
    assert assignments.submit_assignment(COURSE, NAME) == {"success": True}
    assert len(arrived(desk)) == 1
    (unit,) = listed(assignments, "submitted")
    assert len(unit["submissions"]) == 1
    assert renewed


@pytest.fixture
def in_india():
    """The learner's clock is five and a half hours ahead of UTC."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Asia/Kolkata")
        time.tzset()
        yield
    time.tzset()


def test_the_newest_comes_first_at_the_learners_own_time_with_its_points(
    desk, assignments, in_india
):
    page = '<section class="test" data-cell="{}" data-earned="{}"></section>'
    for earned in (1, 2.5):
        assignments.submit_assignment(COURSE, NAME)
        release_feedback(desk, page.format("line_test", earned) + page.format("other", 1))
    assignments.submit_assignment(COURSE, NAME)
    (unit,) = listed(assignments, "submitted")
    first, *graded = [one["timestamp"] for one in unit["submissions"]]
    there = datetime.now(UTC) + timedelta(hours=5, minutes=30)
    assert re.fullmatch(rf"{there:%Y-%m-%d} \d\d:\d\d:\d\d", first)
    assert abs(datetime.fromisoformat(f"{first}+00:00") - there) < timedelta(minutes=2)
    assert [words.partition(", ")[2] for words in graded] == ["3.5 points", "2 points"]


def test_feedback_comes_by_itself_and_comes_again_when_it_changes(desk, assignments):
    assignments.submit_assignment(COURSE, NAME)
    assert not assignments.has_feedback(COURSE, NAME)
    release_feedback(desk)
    assert assignments.has_feedback(COURSE, NAME)
    for text in ("<h1>Well done</h1>", "<h1>Marked by hand</h1>"):
        release_feedback(desk, text)
        (unit,) = listed(assignments, "submitted")
        (one,) = unit["submissions"]
        assert one["has_local_feedback"] and not one["feedback_updated"]
        page = desk.folder / one["local_feedback_path"] / f"{NAME}.html"
        assert page.read_text() == text


def test_only_the_last_submissions_feedback_is_waited_for(desk, assignments):
    assignments.submit_assignment(COURSE, NAME)
    release_feedback(desk)
    assignments.submit_assignment(COURSE, NAME)
    assert not assignments.has_feedback(COURSE, NAME)


def test_feedback_does_not_bring_back_a_unit_that_was_removed(desk, assignments):
    """Can a unit whose folder the learner has removed still be fetched anew?"""
    assignments.submit_assignment(COURSE, NAME)
    release_feedback(desk)
    shutil.rmtree(desk.folder / NAME)
    assert [each["assignment_id"] for each in listed(assignments, "released")] == [NAME]
    assert not (desk.folder / NAME).exists()


@pytest.mark.parametrize("others", [[], ["mine.ipynb"]])
def test_a_notebook_without_its_name_is_not_submitted(desk, assignments, others):
    path = desk.folder / NAME / f"{NAME}.ipynb"
    work = path.read_bytes()
    path.unlink()
    for name in others:
        (path.parent / name).write_bytes(work)
    answer = assignments.submit_assignment(COURSE, NAME)
    assert not answer["success"]
    assert f"{NAME}.ipynb is not in its folder any more" in answer["value"]
    assert all(name in answer["value"] for name in others)
    assert arrived(desk) == []


def test_what_nbgrader_refuses_is_said_in_a_sentence(desk, assignments):
    shutil.rmtree(own_exchange(desk).inbound)
    answer = assignments.submit_assignment(COURSE, NAME)
    assert not answer["success"]
    assert answer["value"].startswith(f"{NAME} was not handed in: Inbound directory doesn't exist")
    assert "Traceback" not in answer["value"] and "Your notebook is safe" in answer["value"]


@pytest.mark.parametrize("copies", [0, 1])
def test_a_full_disk_leaves_nothing_half_submitted(desk, assignments, monkeypatch, copies):
    """Is a submission that fails at either copy taken back, and the earlier one left alone?"""
    assert assignments.submit_assignment(COURSE, NAME)["success"]
    before = arrived(desk)
    work = (desk.folder / NAME / f"{NAME}.ipynb").read_bytes()
    real, left = shutil.copy2, [copies]

    def copy2(source, target, **kwargs):
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), target)
        left[0] -= 1
        return real(source, target, **kwargs)

    with monkeypatch.context() as patch:
        # What copytree calls by default was bound when shutil was made.
        patch.setattr(shutil.copytree, "__defaults__", (False, None, copy2, False, False))
        answer = assignments.submit_assignment(COURSE, NAME)
    assert answer == {
        "success": False,
        "value": f"{NAME} was not handed in: the disk is full. Free some space, then submit. "
        "Your notebook is safe, as you last saved it.",
    }
    assert arrived(desk) == before
    assert (desk.folder / NAME / f"{NAME}.ipynb").read_bytes() == work
    (unit,) = listed(assignments, "submitted")
    assert len(unit["submissions"]) == 1
    assert assignments.submit_assignment(COURSE, NAME)["success"]
    assert len(arrived(desk)) == 2


def test_a_list_that_cannot_fetch_feedback_is_still_a_list(desk, assignments, caplog):
    assignments.submit_assignment(COURSE, NAME)
    release_feedback(desk)
    (desk.folder / NAME / "feedback").write_text("a file of the learner's")
    (unit,) = listed(assignments, "submitted")
    assert unit["submissions"][0]["has_exchange_feedback"]
    assert (desk.folder / NAME / "feedback").read_text() == "a file of the learner's"


SITTINGS = ["02a_one", "02b_two"]


@pytest.fixture
def sittings(desk):
    """A unit of two sittings on the desk, an old notebook of the learner's beside them."""
    folder = desk.folder.parent / "release" / "02_two"
    folder.mkdir()
    for name in SITTINGS:
        book = new_notebook(cells=[new_markdown_cell(f"# {name}")])
        nbformat.write(book, folder / f"{name}.ipynb")
    unit = Unit(folder)
    desk.lay([unit])
    lay_exchange(own_exchange(desk), [unit])
    old = desk.folder / "02_two" / "02_two.ipynb"
    shutil.copy(desk.folder / "02_two" / "02a_one.ipynb", old)
    return desk.folder / "02_two"


def test_the_feedback_is_there_when_each_sitting_has_its_page(desk, assignments, sittings):
    """And not one moment before; a notebook that is none of the unit's is not waited for."""
    assert assignments.submit_assignment(COURSE, "02_two") == {"success": True}
    (sent,) = arrived(desk)
    assert (sent / "02_two.ipynb").is_file()
    for name, whole in zip(SITTINGS, (False, True), strict=True):
        release_feedback(desk, notebook=name)
        assert assignments.has_feedback(COURSE, "02_two") == whole
        (unit,) = listed(assignments, "submitted")
        assert unit["submissions"][0]["has_local_feedback"] == whole
    where = desk.folder / unit["submissions"][0]["local_feedback_path"]
    assert sorted(path.stem for path in where.iterdir()) == SITTINGS


def test_a_sitting_that_was_renamed_is_told_and_nothing_handed_in(desk, assignments, sittings):
    (sittings / "02b_two.ipynb").rename(sittings / "mine.ipynb")
    shutil.copy(sittings / "02a_one.ipynb", sittings / "02a_one-Copy1.ipynb")
    answer = assignments.submit_assignment(COURSE, "02_two")
    assert answer["value"] == (
        "02_two was not handed in: 02b_two.ipynb is not in its folder any more. What lies there "
        "is mine.ipynb: rename it back. Starting `course lab` again lays a fresh one."
    )
    assert arrived(desk) == []


def test_one_sitting_can_be_handed_in_where_the_other_one_was_removed(assignments, sittings):
    (sittings / "02b_two.ipynb").unlink()
    assert assignments.submit_assignment(COURSE, "02_two") == {"success": True}


def test_a_folder_without_any_sitting_is_not_handed_in(assignments, sittings):
    for name in SITTINGS:
        (sittings / f"{name}.ipynb").unlink()
    said = assignments.submit_assignment(COURSE, "02_two")["value"]
    assert "02a_one.ipynb, 02b_two.ipynb are not in their folder any more. Starting" in said
