"""Submissions out of Moodle's and Canvas' zips, through nbgrader's own command; feedback back."""

import shutil
import zipfile
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from nbgrader.apps import ZipCollectApp

from autograder.cli import main
from autograder.exports.downloads import of_canvas, of_moodle

UNIT = "02_nodes"
ROSTER = """\
id,first_name,last_name,email,canvas_id,moodle_username
ada,Ada,Lovelace,ada@school.example,17,alovelace
zoe,Zoë,Müller Öz,zoe@school.example,18,zmueller
bob,Bob,Lee,bob@school.example,19,blee
bob2,Bob,Lee,bob2@school.example,20,blee2
"""
WORKSHEET = """\
Identifier,Full name,Email address,Status,Grade
Participant 501,Ada Lovelace,ada@school.example,Submitted,
Participant 503,Bob Lee,bob@school.example,Submitted,
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    root = tmp_path_factory.mktemp("zips")
    (root / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "cases"\n'
    )
    release = root / "release" / UNIT
    release.mkdir(parents=True)
    for name in ("02a_one", "02b_two"):
        nbformat.write(nbformat.v4.new_notebook(), release / f"{name}.ipynb")
    (root / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (root / "sheet.csv").write_text(WORKSHEET, encoding="utf-8")
    return root


@pytest.fixture
def course(made, tmp_path, monkeypatch):
    root = Path(shutil.copytree(made, tmp_path / "course"))
    monkeypatch.chdir(root)
    return root


def download(course, files, name="submissions.zip"):
    """Lay a download where nbgrader looks for it."""
    folder = course / "downloaded" / UNIT / "archive"
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / name, "w") as made:
        for path, text in files.items():
            made.writestr(path, text)


def collect(course, kind, *words, level="ERROR"):
    """Run nbgrader's command; return what each learner has handed in, by file."""
    app = ZipCollectApp()
    plugin = f"{kind}Collector"
    words = [f"--collector=autograder.exports.{plugin}", f"--{plugin}.roster=roster.csv", *words]
    app.initialize([UNIT, *words, f"--log-level={level}"])
    app.start()
    ZipCollectApp.clear_instance()
    shelf = course / "submitted"
    return {
        path.relative_to(shelf).as_posix(): path.read_text()
        for path in sorted(shelf.rglob("*"))
        if path.is_file()
    }


MOODLE = {
    "Ada Lovelace_501_assignsubmission_file/02a_one.ipynb": "ada a",
    "Ada Lovelace_501_assignsubmission_file/mine/02b_two.ipynb": "ada b",
    "Ada Lovelace_501_assignsubmission_onlinetext/onlinetext.html": "no notebook",
    "Zoe\u0308 Müller Öz_502_assignsubmission_file_/02a_one.ipynb": "zoe, before 4.1",
    "Bob Lee_503_assignsubmission_file_02a_one.ipynb": "bob, without folders",
    "Bob Lee_504_assignsubmission_file/02a_one.ipynb": "one of two Bob Lees",
    "Who Else_505_assignsubmission_file/02a_one.ipynb": "nobody",
}


def test_moodles_names_find_their_learners(course):
    download(course, MOODLE, "Nodes-02_nodes-77.zip")
    assert collect(course, "Moodle", "--MoodleCollector.worksheet=sheet.csv") == {
        f"ada/{UNIT}/02a_one.ipynb": "ada a",
        f"ada/{UNIT}/02b_two.ipynb": "ada b",
        f"zoe/{UNIT}/02a_one.ipynb": "zoe, before 4.1",
        f"bob/{UNIT}/02a_one.ipynb": "bob, without folders",
    }


def test_a_name_that_two_have_is_not_guessed(course):
    download(course, MOODLE)
    assert {name.split("/")[0] for name in collect(course, "Moodle")} == {"ada", "zoe"}


CANVAS = {
    "lovelaceada_17_9001_02a_one.ipynb": "old",
    "lovelaceada_17_9005_02a_one-1.ipynb": "new",
    "mllerzzo_LATE_18_9002_02b_two.ipynb": "late",
    "elsewho_99_9003_02a_one.ipynb": "nobody",
    "leebob_19_9004_work.zip": "",
}


def canvas(course, inside):
    """Canvas' download, in which one learner has handed in a zip of their own."""
    with zipfile.ZipFile(course / "work.zip", "w") as made:
        for name, text in inside.items():
            made.writestr(name, text)
    files = {**CANVAS, "leebob_19_9004_work.zip": (course / "work.zip").read_bytes()}
    download(course, files)


def test_canvas_names_find_their_learners_and_the_newest_counts(course):
    canvas(course, {"unit/02a_one.ipynb": "zipped"})
    assert collect(course, "Canvas") == {
        f"ada/{UNIT}/02a_one.ipynb": "new",
        f"zoe/{UNIT}/02b_two.ipynb": "late",
        f"bob/{UNIT}/02a_one.ipynb": "zipped",
    }


def test_nobody_hands_in_for_somebody_else(course):
    """A file in a learner's own zip, or folder, that is called like another's."""
    canvas(course, {"lovelaceada_17_9999_02a_one.ipynb": "forged"})
    assert collect(course, "Canvas")[f"ada/{UNIT}/02a_one.ipynb"] == "new"
    forged = ("Bob Lee_503_assignsubmission_file", "Ada Lovelace_501_assignsubmission_file", "x")
    assert of_moodle(forged).number == "503"
    assert of_canvas(("leebob_19_9004_work", "lovelaceada_17_9999_02a_one.ipynb")).number == "19"


def test_who_is_late_or_left_out_is_said(course, capsys):
    canvas(course, {})
    collect(course, "Canvas", level="WARN")
    said = capsys.readouterr().err
    assert "02b_two.ipynb of zoe was late" in said
    assert "elsewho_99_9003_02a_one.ipynb is left out: no roster line fits elsewho." in said
    assert "lovelaceada_17_9001_02a_one.ipynb is left out: ada has another 02a_one.ipynb." in said


# Feedback


def feedback(course, kind, *words):
    """Write the zip; return exit status, what was said, and what is in it."""
    words = [UNIT, "--to", kind, "--roster", "roster.csv", *words, "--course-dir", str(course)]
    done = CliRunner().invoke(main, ["export", *words])
    path = course / f"{UNIT}_{kind}.zip"
    if not path.exists():
        return done.exit_code, done.output, {}
    with zipfile.ZipFile(path) as made:
        return done.exit_code, done.output, {name: made.read(name) for name in made.namelist()}


def pages(course, *learners):
    for learner in learners:
        folder = course / "feedback" / learner / UNIT
        folder.mkdir(parents=True)
        (folder / "02a_one.html").write_text(f"for {learner}")


def test_moodle_takes_feedback_back_by_the_folders_names(course):
    download(course, MOODLE)
    collect(course, "Moodle", "--MoodleCollector.worksheet=sheet.csv")
    pages(course, "ada", "bob", "dan")
    code, said, found = feedback(course, "moodle-feedback", "--worksheet", "sheet.csv")
    assert code == 0, said
    assert found == {
        "Ada Lovelace_501_assignfeedback_file_/02a_one.html": b"for ada",
        "Bob Lee_503_assignfeedback_file_/02a_one.html": b"for bob",
    }
    assert "zoe has no feedback page." in said
    assert "dan has a feedback page and is not in the download." in said


def test_canvas_takes_feedback_back_by_its_two_numbers(course):
    canvas(course, {"02a_one.ipynb": "zipped"})
    collect(course, "Canvas")
    pages(course, "ada", "zoe", "bob")
    code, said, found = feedback(course, "canvas-feedback")
    assert code == 0, said
    assert set(found) == {
        "lovelaceada_17_9005_02a_one.html",
        "mllerzzo_LATE_18_9002_02a_one.html",
        "leebob_19_9004_02a_one.html",
    }


def test_what_cannot_be_done_is_a_sentence(course):
    code, said, found = feedback(course, "canvas-feedback")
    assert (code, found) == (2, {}) and "holds no notebook of a learner of the roster" in said
    canvas(course, {})
    collect(course, "Canvas")
    code, said, _ = feedback(course, "canvas-feedback")
    assert code == 2 and "`autograder feedback 02_nodes` makes them" in " ".join(said.split())


def test_without_a_roster_nothing_is_guessed(course, capsys):
    download(course, MOODLE)
    with pytest.raises(SystemExit) as ended:
        collect(course, "Moodle", "--MoodleCollector.worksheet=none.csv")
    assert ended.value.code == 1
    assert "The worksheet none.csv cannot be read" in capsys.readouterr().err
    assert not (course / "submitted").exists()
