"""Does a submission that has travelled look to grading as the one that was handed in?"""

import os
import pickle
from dataclasses import replace

import nbformat
import pytest
from tiny_course import answer, book

from autograder.cluster import parcels
from autograder.cluster.parcels import MOST_ENTRIES, pack, unpack
from autograder.cluster.told import decode, encode
from autograder.engine.submission.assignment import Assignment, Notebook
from autograder.engine.submission.job import Job
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import (
    CellResult,
    ExecutedNotebook,
    Flag,
    NotebookResult,
    SubmissionResult,
    Ungradable,
    Verdict,
)
from autograder.engine.submission.submission import grade_submission

UNIT = Assignment("unit", {"one": Notebook("one", (), None)}, {"data.csv": b"1\n"})
LIMITS = Limits(submission=20_000)


@pytest.fixture
def folder(tmp_path):
    """A submission with one notebook."""
    made = tmp_path / "ada"
    made.mkdir()
    nbformat.write(book(answer("double", "x = 1")), made / "one.ipynb")
    return made


def travelled(folder):
    """The same submission on the other side."""
    there = folder.with_name("there")
    there.mkdir()
    unpack(pickle.loads(pickle.dumps(pack(folder, UNIT, LIMITS))), there)
    return there


def graded(folder):
    """What grading makes of a submission, up to where its cells would run."""
    seen = {}

    def run(notebook, book, files):
        seen.update(files=files, notebook=notebook)
        return ExecutedNotebook(book.name, notebook, {})

    job = Job("ada", "unit", folder, "", 0)
    result = grade_submission(job, UNIT, LIMITS, True, run)
    return seen, result.files, result.flags, result.problem, result.missing, result.unreadable


def _links(folder):
    (folder / "data").symlink_to(folder.parent)
    (folder / "secret.txt").symlink_to("/etc/hostname")
    (folder / "timestamp.txt").symlink_to("/etc/hostname")


def _two_lost_names(folder):
    for name in ("one (1).ipynb", "my one.ipynb"):
        (folder / name).write_bytes((folder / "one.ipynb").read_bytes())
    (folder / "one.ipynb").unlink()


def _large_stranger(folder):
    (folder / "one.ipynb").rename(folder / "one (1).ipynb")
    (folder / "other.ipynb").write_bytes(b"x" * (LIMITS.submission + 1))


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: None,
        lambda folder: (folder / "more" / "deep").mkdir(parents=True),
        lambda folder: (folder / "notes.txt").write_bytes(bytes(range(256))),
        lambda folder: (folder / "notes.txt").write_bytes(b"x" * (LIMITS.submission + 1)),
        lambda folder: [(folder / f"{n}.txt").touch() for n in range(501)],
        lambda folder: (folder / "numpy.py").write_bytes(b"x" * (LIMITS.submission + 1)),
        lambda folder: (folder / "timestamp.txt").write_text("2030-01-01 12:00:00 UTC"),
        lambda folder: (folder / "timestamp.txt").write_text("x" * 200),
        lambda folder: (folder / "one.ipynb").write_bytes(b"x" * (LIMITS.submission + 1)),
        lambda folder: (folder / "one.ipynb").unlink(),
        lambda folder: ((folder / "one.ipynb").unlink(), (folder / "one.ipynb").mkdir()),
        lambda folder: os.mkfifo(folder / "pipe"),
        lambda folder: (folder / os.fsdecode(b"caf\xe9.txt")).write_text("latin"),
        lambda folder: ((folder / "d").mkdir(), (folder / "d" / "result.json").write_text("{}")),
        _links,
        _two_lost_names,
        _large_stranger,
    ],
)
def test_what_arrives_is_graded_as_what_was_handed_in(folder, change):
    change(folder)
    here = graded(folder)
    there = travelled(folder)
    assert graded(there) == here


def test_no_more_is_read_than_grading_reads(folder):
    (folder / "other.ipynb").write_text("{}")  # the unit's own notebook is there
    (folder / "result.json").write_text("{}")
    (folder / "numpy.py").write_text("1")
    found = {entry.path for entry in pack(folder, UNIT, LIMITS) if entry.content is not None}
    assert found == {"one.ipynb"}


def test_a_link_leads_nowhere_on_the_other_side(folder):
    _links(folder)
    there = travelled(folder)
    assert not (there / "secret.txt").exists()
    assert (there / "data").resolve() == there


def test_a_folder_of_countless_files_is_not_walked_to_its_end(folder, monkeypatch):
    monkeypatch.setattr(parcels, "MOST_ENTRIES", 10)
    for number in range(11):
        (folder / str(number)).mkdir()
    with pytest.raises(Ungradable, match="more than 10 submitted files"):
        pack(folder, UNIT, LIMITS)
    assert MOST_ENTRIES > 10_000


def test_a_result_arrives_as_it_was():
    job = Job("ada", "unit", None, "f" * 8, 7, work="w" * 8)
    cell = CellResult("double", "print('\ud800')", True, True, False, True)
    flag = Flag("link", "data", "It is a link.")
    verdict = Verdict(0.5, 1.0, False, "no", 0.25, "inside", "number", "why")
    result = SubmissionResult(
        "ada", "unit", "f" * 8, [
            NotebookResult("one", b"{\n\x00}", {"hidden": verdict}, [flag], [cell], [flag]),
            NotebookResult("empty", b"", {}),
        ],
        {"data.csv": b"1\n", "own.bin": bytes(range(256))}, [flag], "", 7, 1.5, True,
        ["two"], {"three": "It is none."}, [flag], "w" * 8,
    )  # fmt: skip
    data = encode(result, UNIT)
    found = decode(data, job, UNIT)
    assert found == result


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data + b"x"])
def test_a_result_whose_files_are_cut_off_is_refused(change):
    result = SubmissionResult("ada", "unit", "f", files={"more.csv": b"1\n"})
    with pytest.raises(ValueError, match="bytes of files"):
        decode(change(encode(result, UNIT)), Job("ada", "unit", None, "f" * 8, 7), UNIT)


def test_a_result_speaks_only_of_the_learner_that_was_asked_for():
    data = encode(SubmissionResult("eve", "other", "x"), UNIT)
    job = Job("ada", "unit", None, "f" * 8, 7)
    found = decode(data, job, UNIT)
    assert (found.student, found.unit, found.fingerprint) == ("ada", "unit", "f" * 8)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\x80\x04N.", b'{"notebooks": 1}'])
def test_what_is_no_result_is_refused(data):
    job = Job("ada", "unit", None, "f" * 8, 7)
    with pytest.raises((ValueError, KeyError, TypeError)):
        decode(data, replace(job, seed=1), UNIT)
