"""Is a submission closed to other users, and otherwise what nbgrader makes of it?"""

import stat
from pathlib import Path

import pytest
from nbgrader.apps import NbGrader
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from nbgrader.exchange.default import ExchangeSubmit

OWN = "autograder.private_submit.PrivateSubmit"


@pytest.fixture
def submit(tmp_path):
    """Submit a unit with a folder in it to an exchange, by a class that the config names."""
    exchange = tmp_path / "exchange"
    (exchange / "toy" / "outbound" / "u").mkdir(parents=True)
    (exchange / "toy" / "inbound").mkdir()
    (exchange / "toy" / "inbound").chmod(0o3733)
    (tmp_path / "home" / "u" / "data").mkdir(parents=True)
    for name in ("u.ipynb", "data/table.csv"):
        (tmp_path / "home" / "u" / name).write_text(name)

    def submitted(chosen):
        app = NbGrader()
        app.config.Exchange.root = str(exchange)
        app.config.Exchange.cache = str(tmp_path / "cache")
        app.config.Exchange.assignment_dir = str(tmp_path / "home")
        app.config.ExchangeFactory.submit = chosen
        directory = CourseDirectory(parent=app, course_id="toy", assignment_id="u")
        given = {"coursedir": directory, "authenticator": Authenticator(parent=app), "parent": app}
        ExchangeFactory(parent=app).Submit(**given).start()
        (folder,) = (exchange / "toy" / "inbound").iterdir()
        return folder

    return submitted


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_others_cannot_enter_the_folder(submit):
    folder = submit(OWN)
    assert mode(folder) & 0o777 == 0o770
    assert folder.stat().st_gid == folder.parent.stat().st_gid


def test_all_else_is_as_nbgrader_makes_it(submit):
    """With the folder's rights out of the way, is it what nbgrader's own class submits?"""
    folder = submit(OWN)
    found = {path.relative_to(folder).as_posix(): mode(path) for path in folder.rglob("*")}
    assert found == {
        "data": 0o755,
        "data/table.csv": 0o644,
        "submission_secret.txt": 0o644,
        "timestamp.txt": 0o644,
        "u.ipynb": 0o644,
    }
    assert Path(folder, "data", "table.csv").read_text() == "data/table.csv"
    assert folder.name.rsplit("+", 2)[1] == Path(folder, "timestamp.txt").read_text()


def test_nbgraders_own_leaves_it_open(submit):
    """Is this class still needed?"""
    assert mode(submit(ExchangeSubmit)) & 0o777 == 0o777
