"""Does ``course lab`` hand in where it should: alone on this machine, or to a class?"""

import os
import shutil
import sys

import pytest
from click.testing import CliRunner

from course.cli import main
from course.desk.exchange import Exchange


@pytest.fixture
def class_exchange(tmp_path):
    """The exchange of a class, as its teacher has made it."""
    folder = tmp_path / "class exchange"
    (folder / "nn-2026" / "inbound").mkdir(parents=True)
    return folder.resolve()


def lab(desk, *arguments):
    """Run ``course lab`` and give its exit status and what it said."""
    result = CliRunner().invoke(main, ["lab", "--desk", str(desk), *map(str, arguments)])
    return result.exit_code, result.output


def test_who_learns_alone_gets_an_exchange_and_a_grader_of_their_own(
    tmp_path, release, started, graders
):
    """Are the units released in the desk's own exchange, and does the grader end with the lab?"""
    desk = (tmp_path / "desk").resolve()
    _, said = lab(desk)
    exchange = Exchange(desk / ".course" / "exchange", "neural_networks", own=True)
    assert graders == [("started", desk, exchange), "stopped"]
    assert "your class" not in said
    released = desk / ".course" / "exchange" / "neural_networks" / "outbound"
    assert sorted(path.name for path in released.iterdir()) == [
        "00_start_here",
        "02_forward_propagation",
    ]


def test_the_grader_ends_when_jupyterlab_fails(tmp_path, release, started, graders, monkeypatch):
    """Is nothing left running when JupyterLab cannot start?"""

    def fail(argv):
        raise SystemExit(1)

    monkeypatch.setattr(sys.modules["jupyterlab.labapp"].LabApp, "launch_instance", fail)
    status, _ = lab(tmp_path / "desk")
    assert status == 1
    assert graders[-1] == "stopped"


def test_in_a_class_the_teachers_exchange_is_used_and_remembered(
    tmp_path, release, started, graders, class_exchange
):
    """Is the class told once, remembered, and left with --alone?"""
    desk = tmp_path / "desk"
    told = f"You submit to your class: nn-2026, in {class_exchange}.\n"
    _, said = lab(desk, "--exchange", class_exchange, "--course-id", "nn-2026")
    assert told in said and "cannot be reached" not in said
    _, said = lab(desk)
    assert told in said
    assert graders == []
    _, said = lab(desk, "--alone")
    assert "your class" not in said
    assert len(graders) == 2
    _, said = lab(desk)
    assert "your class" not in said
    assert len(graders) == 4


def test_a_class_exchange_that_is_away_is_told_and_work_goes_on(
    tmp_path, release, started, class_exchange
):
    """Can a learner work while the network disk is not there?"""
    desk = tmp_path / "desk"
    lab(desk, "--exchange", class_exchange, "--course-id", "nn-2026")
    shutil.rmtree(class_exchange)
    status, said = lab(desk)
    assert status == 0 and len(started) == 2
    assert f"because {class_exchange / 'nn-2026' / 'inbound'} cannot be reached" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--exchange", "nowhere"], "There is no exchange folder"),
        (["--course-id", "nn-2026"], "A course id needs an exchange"),
        (["--exchange", ".", "--course-id", "../nn"], "'../nn' is no name of a course"),
        (["--exchange", ".", "--course-id", ""], "'' is no name of a course"),
        (["--exchange", ".", "--alone"], "Choose one: --alone, or --exchange"),
    ],
)
def test_what_cannot_be_a_class_is_told_and_not_remembered(
    tmp_path, release, started, graders, words, said
):
    """Does a mistyped class get one sentence, with the desk as it was?"""
    lab(tmp_path / "desk")
    del graders[:]
    status, told = lab(tmp_path / "desk", *words)
    assert status == 2
    assert told.startswith("Error: ") and said in told and told.count("\n") == 1
    assert graders == []
    lab(tmp_path / "desk")
    assert len(graders) == 2


def test_a_machine_that_is_set_up_for_a_class_needs_no_options(
    tmp_path, release, started, graders, class_exchange, monkeypatch
):
    """Is nbgrader's own configuration, such as a hub's, followed, and does --alone outrank it?"""
    settings = tmp_path / "hub"
    settings.mkdir()
    lines = [
        f"c.Exchange.root = {str(class_exchange)!r}",
        "c.CourseDirectory.course_id = 'nn-2026'",
    ]
    (settings / "nbgrader_config.py").write_text("c = get_config()\n" + "\n".join(lines))
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(settings))
    _, said = lab(tmp_path / "desk")
    assert f"You submit to your class: nn-2026, in {class_exchange}.\n" in said
    assert graders == []
    _, said = lab(tmp_path / "desk", "--alone")
    assert "your class" not in said
    assert len(graders) == 2


def test_a_desk_opened_from_another_desks_terminal_is_its_own(
    tmp_path, release, started, class_exchange
):
    """Do the settings that JupyterLab's terminal passes on stay with the desk that they are for?"""
    lab(tmp_path / "desk", "--exchange", class_exchange, "--course-id", "nn-2026")
    assert str(tmp_path / "desk") in os.environ["JUPYTER_CONFIG_PATH"]
    _, said = lab(tmp_path / "another")
    assert "your class" not in said


def test_without_an_exchange_of_nbgraders_windows_learners_are_told(
    tmp_path, release, started, graders, monkeypatch
):
    """Does the desk open on Windows, where nbgrader cannot submit?"""
    monkeypatch.setattr(sys, "platform", "win32")
    status, said = lab(tmp_path / "desk")
    assert status == 0
    assert "On Windows nbgrader cannot submit" in said
    assert graders == [] and len(started) == 1
