"""Does a release say when it is due, and is it otherwise what nbgrader makes of it?"""

import json
import stat
from datetime import datetime

import pytest
from nbgrader.apps import NbGrader
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory

from autograder.course import load_course
from autograder.engine.gradebook.recording import gradebook_of

OWN = "autograder.due_date.ReleaseWithDueDate"


@pytest.fixture
def released(tmp_path):
    """Give a function that releases a unit, after its due date was set if one is given."""
    (tmp_path / "release" / "u").mkdir(parents=True)
    (tmp_path / "release" / "u" / "u.ipynb").write_text("{}")
    (tmp_path / "nbgrader_config.py").write_text('c.CourseDirectory.course_id = "toy"\n')

    def release(due=None):
        if due:
            with gradebook_of(load_course(tmp_path)) as gradebook:
                gradebook.update_or_create_assignment("u", duedate=due)
        app = NbGrader()
        app.config.CourseDirectory.root = str(tmp_path)
        app.config.Exchange.root = str(tmp_path / "exchange")
        app.config.ExchangeReleaseAssignment.force = True
        app.config.ExchangeFactory.release_assignment = OWN
        directory = CourseDirectory(parent=app, course_id="toy", assignment_id="u")
        given = {"coursedir": directory, "authenticator": Authenticator(parent=app), "parent": app}
        ExchangeFactory(parent=app).ReleaseAssignment(**given).start()
        return tmp_path / "exchange" / "toy" / "outbound" / "u"

    return release


def test_the_due_date_lies_beside_the_notebooks_and_all_may_read_it(released):
    folder = released(due="2026-11-30 22:59:00 UTC")
    found = datetime.fromisoformat(json.loads((folder / "due.json").read_text())["due"])
    assert found == datetime.fromisoformat("2026-11-30T23:59+01:00")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == {"due.json": 0o644, "u.ipynb": 0o644}


def test_without_a_gradebook_nothing_is_said_and_none_is_made(released, tmp_path):
    folder = released()
    assert [path.name for path in folder.iterdir()] == ["u.ipynb"]
    assert not (tmp_path / "gradebook.db").exists()


def test_a_gradebook_that_cannot_be_read_does_not_keep_the_release_back(released, tmp_path):
    (tmp_path / "gradebook.db").write_text(
        "This is no database at all, and long enough to be read."
    )
    assert [path.name for path in released().iterdir()] == ["u.ipynb"]
