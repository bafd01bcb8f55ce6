"""Does ``course reset`` say what it kept, what it laid, and what it cannot do?"""

import pytest
from click.testing import CliRunner

from course.cli import main
from course.desk.desk import Desk
from course.desk.released import Unit


@pytest.fixture
def release(release, monkeypatch):
    """The made-up release, in place of the real one."""
    monkeypatch.setattr("course.desk.reset.released_folder", lambda: release)
    return release


def reset(*arguments):
    """Run ``course reset`` and give its exit status and what it said, on one line."""
    result = CliRunner().invoke(main, ["reset", *map(str, arguments)])
    return result.exit_code, result.output


def test_reset_says_where_the_old_work_is(tmp_path, release):
    """Are both the kept folder and the fresh copy told?"""
    desk = Desk(tmp_path / "desk")
    desk.lay([Unit(release / "02_forward_propagation")])
    notebook = desk.folder / "02_forward_propagation" / "02_forward_propagation.ipynb"
    notebook.write_bytes(b"work")
    status, said = reset("2", "--desk", desk.folder)
    (kept,) = desk.folder.glob("02_forward_propagation_kept_*")
    assert status == 0
    assert said.splitlines()[0] == f"Your work is kept in {kept}."
    assert "A fresh copy of 02_forward_propagation is laid" in said
    assert (kept / notebook.name).read_bytes() == b"work"
    assert notebook.read_bytes() != b"work"


def test_with_nothing_to_keep_only_the_fresh_copy_is_told(tmp_path, release):
    """Is no kept folder claimed where there was no work?"""
    (tmp_path / "desk").mkdir()
    status, said = reset("02", "--desk", tmp_path / "desk")
    assert status == 0
    assert "kept" not in said and "A fresh copy" in said


@pytest.mark.parametrize(
    ("unit", "sentence"),
    [
        (
            "12",
            "Error: There is no unit '12'; choose one of 00_start_here, 02_forward_propagation.\n",
        ),
        ("02", "Error: There is no desk at {desk}: start with `course lab`, or name your desk's"),
    ],
)
def test_bad_input_gets_one_sentence_and_status_2(tmp_path, release, unit, sentence):
    """Is one line enough to know what to do?"""
    desk = (tmp_path / "desk").resolve()
    status, said = reset(unit, "--desk", desk)
    assert status == 2
    assert said.startswith(sentence.format(desk=desk))
    assert said.count("\n") == 1


def test_a_missing_release_gets_one_sentence_and_status_2(tmp_path, monkeypatch):
    """Is an installation without units told?"""
    monkeypatch.setattr("course.desk.reset.released_folder", lambda: tmp_path / "missing")
    status, said = reset("02", "--desk", tmp_path)
    assert status == 2
    assert "install the course again" in said and said.count("\n") == 1
