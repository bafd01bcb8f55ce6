"""Honest work earns the same points, and looks the same, as under nbgrader's own autograde.

A class is graded twice, each time from the same files: by `nbgrader autograde` and by
`autograder grade`. What may differ is listed here, each with its reason.
"""

import json
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from classroom import PATIENCE, Classroom
from cohort import Submission, cohort, machinery
from nbgrader.api import Gradebook
from unit import unit_names
from warm_commands import WarmCommands

pytestmark = pytest.mark.slow

KINDS_OF_GRADE = ("auto_score", "manual_score", "extra_credit", "needs_manual_grade")


@dataclass
class Graded:
    """A part of the class, graded by both."""

    submissions: list[Submission]
    stock: Path
    own: Path
    tables: tuple[dict, dict]

    def cells(self):
        """Yield each cell twice: (submission, as stock ran it, as the engine ran it)."""
        for submission in self.submissions:
            for book in submission.notebooks:
                name = f"autograded/{submission.student}/{submission.unit}/{book}.ipynb"
                one, other = (
                    nbformat.read(course / name, as_version=4).cells
                    for course in (self.stock, self.own)
                )
                assert [cell.source for cell in one] == [cell.source for cell in other], name
                for stock, own in zip(one, other, strict=True):
                    yield submission, stock, own


@pytest.fixture(scope="module")
def halves(tmp_path_factory):
    """Grade the class in two halves at a time, for two processors."""
    folder, names, submissions = tmp_path_factory.mktemp("class"), unit_names(), cohort()
    parts = [
        (folder / name, units, [each for each in submissions if each.unit in units])
        for name, units in (("one", names[::2]), ("other", names[1::2]))
    ]
    with ThreadPoolExecutor(len(parts)) as pool:
        return list(pool.map(lambda part: _graded(*part), parts))


def _graded(folder, units, submissions):
    with closing(WarmCommands()) as commands:
        return _graded_by_both(folder, units, submissions, commands)


def _graded_by_both(folder, units, submissions, commands):
    folder.mkdir()
    room = Classroom(folder, units, commands)
    room.homes.mkdir()
    for unit in units:
        room.nbgrader("generate_assignment", unit)
    for submission in submissions:
        _submit(room.course, submission)
    own = folder / "own"
    shutil.copytree(room.course, own)
    # Stock nbgrader, and not the engine that the course's settings put in its place.
    with open(room.course / "nbgrader_config.py", "a", encoding="utf-8") as settings:
        settings.write('c.pop("Autograde")\n')
    for unit in units:
        room.nbgrader("autograde", unit)
        _grade(own, unit, commands)
    stock, stock_table = room.course, room.export()
    room.course = own
    return Graded(submissions, stock, own, (stock_table, room.export()))


def _submit(course, submission):
    """Put a submission where `nbgrader collect` would."""
    folder = course / "submitted" / submission.student / submission.unit
    folder.mkdir(parents=True)
    for name, notebook in submission.notebooks.items():
        nbformat.write(notebook, folder / f"{name}.ipynb")
    (folder / "timestamp.txt").write_text("2025-01-31 12:00:00 UTC", encoding="utf-8")


def _grade(course, unit, commands):
    words = ("autograder", "grade", unit, "--jobs", "1", "--json")
    status, said = commands.run(course, *words, patience=PATIENCE)
    assert status == 0, said
    told = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    assert len(told) == 5 and all(one["score"] is not None for one in told), told


# What is compared


def _grades(course):
    """Return {(unit, learner, grade or comment, cell): what the gradebook says of it}."""
    found = {}
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        for unit in gradebook.assignments:
            for submission in unit.submissions:
                for notebook in submission.notebooks:
                    who = (unit.name, submission.student.id)
                    for grade in notebook.grades:
                        told = {kind: getattr(grade, kind) for kind in KINDS_OF_GRADE}
                        found[*who, "grade", grade.cell.name] = told
                    for comment in notebook.comments:
                        told = (comment.auto_comment, comment.manual_comment)
                        found[*who, "comment", comment.cell.name] = told
    return found


def _cost_by_stderr(half):
    """Return {(unit, learner, cell): points} of the right answers that wrote to stderr.

    nbgrader gives no points where a test's outputs hold a word on stderr: so a right answer that
    warns, or that writes to a log, earns nothing. This is the one place where stock is wrong.
    """
    return {
        (submission.unit, submission.student, own.metadata.nbgrader.grade_id): (
            own.metadata.nbgrader.points
        )
        for submission, stock, own in half.cells()
        if _is_test(own)
        and any(output.get("name") == "stderr" for output in stock.outputs)
        and not any(output.output_type == "error" for output in [*stock.outputs, *own.outputs])
    }


def _is_test(cell):
    grading = cell.metadata.get("nbgrader", {})
    return cell.cell_type == "code" and grading.get("grade") and not grading["solution"]


def test_every_grade_is_the_same(halves):
    graded = 0
    for half in halves:
        expected, found = _grades(half.stock), _grades(half.own)
        lost = _cost_by_stderr(half)
        assert lost
        for (unit, learner, cell), points in lost.items():
            assert expected[unit, learner, "grade", cell]["auto_score"] == 0
            expected[unit, learner, "grade", cell]["auto_score"] = points
        assert found == expected
        graded += len(expected)
    # 45 submissions, about 17 grades and comments in each.
    assert graded > 700


def test_the_exported_table_is_the_same(halves):
    rows = 0
    for half in halves:
        expected, found = half.tables
        for (unit, learner, _), points in _cost_by_stderr(half).items():
            for column in ("raw_score", "score"):
                row = expected[unit, learner]
                row[column] = str(float(row[column]) + points)
        assert found == expected
        # nbgrader writes a row for each learner and unit: only what was submitted has a timestamp.
        rows += sum(bool(row["timestamp"]) for row in found.values())
        # Both ends of the scale are there: an empty table would be equal, too.
        scores = [float(row["score"]) / float(row["max_score"]) for row in found.values()]
        assert 0 in scores and 1 in scores
    assert rows == 45


def test_every_cell_shows_the_same(halves):
    different, compared = [], 0
    for half in halves:
        for submission, stock, own in half.cells():
            if stock.cell_type != "code" or stock.source in machinery():
                continue
            one, other = _comparable(stock), _comparable(own)
            compared += bool(one)
            if one != other or stock.execution_count != own.execution_count:
                different.append(_difference(submission, stock.source, one, other))
    assert not different, f"{len(different)} cells differ\n" + "\n".join(different)
    # Cells without outputs are not counted.
    assert compared > 1000


def _difference(submission, source, one, other):
    where = f"== {submission.student} {submission.unit}: {source[:200]}"
    return "\n".join([where, "-- stock", *map(_short, one), "-- own", *map(_short, other)])


def _short(output):
    return ANSI.sub("", json.dumps(output))[-600:]


# What is random by nature, and what may differ

STOPPED = "StopIteration"
ANSI = re.compile(r"\\u001b\[[0-9;]*m")
ANSI_CODES = re.compile(r"\x1b\[[0-9;]*m")
RANDOM = (
    # The kernel's process and the folder for temporary files stand in a cell's file name.
    (re.compile(r"[\w./-]*/ipykernel_\d+/"), "/ipykernel/"),
    (re.compile(r"\b0x[0-9a-f]{6,}\b"), "0x"),
    # A kernel starts threads of its own, which count.
    (re.compile(r"\bThread-\d+"), "Thread"),
)


def _comparable(cell):
    """Return a cell's outputs without what is random and what may differ."""
    outputs = [json.loads(json.dumps(output)) for output in cell.outputs]
    outputs = [_without_card(output) for output in outputs]
    outputs = _sorted_streams(output for output in outputs if not _may_differ(cell, output))
    for output in outputs:
        # A live widget has a random name; without a kernel there is none to name.
        output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
    for output in outputs:
        if output["output_type"] == "error":
            output["traceback"] = _without_words(cell, output)
        if output.get("ename") == "RecursionError":
            # How many calls fit depends on how many there are before the learner's first.
            output["traceback"] = []
        if _is_test(cell) and STOPPED in output.get("ename", "") + output.get("evalue", ""):
            # In a test's own loop it would end the loop: the engine makes another error of it.
            output.update(ename="StopIteration", evalue="", traceback=[])
    text = json.dumps(outputs, sort_keys=True)
    for pattern, instead in RANDOM:
        text = pattern.sub(instead, text)
    return json.loads(text)


def _without_card(output):
    """Return the text of a check's card: only a kernel shows the card, a grader records text."""
    data = output.get("data", {})
    if "check-card" not in data.get("text/html", ""):
        return output
    failed = 'class="check-card check-not-yet"' in data["text/html"]
    text = "" if failed else data["text/plain"] + "\n"
    return {"output_type": "stream", "name": "stdout", "text": text}


def _may_differ(cell, output):
    """Whether an output is on the list of those that need not be the same."""
    if output.get("name") == "stderr" and _is_test(cell):
        # Python shows a warning once for each place, until somebody changes the filters. Test and
        # answer share one memory of that in stock, and have one each in the engine.
        return True
    if output.get("text") == "":
        return True  # the card of a failed check, whose sentence is in the error behind it
    # An object whose text cannot be made has one error; the kernel adds a second one to it, of the
    # type NoneType and with the text None.
    return output.get("ename") == "NoneType"


def _sorted_streams(outputs):
    """Join neighbouring texts: when a kernel's thread flushes which stream is a matter of time."""
    made: list[dict] = []
    streams: dict[str, dict] = {}
    for output in outputs:
        if output["output_type"] != "stream":
            streams = {}
        elif output["name"] in streams:
            streams[output["name"]]["text"] += output["text"]
            continue
        else:
            streams[output["name"]] = output
        made.append(output)
        if len(streams) == 2 and output["output_type"] == "stream" and output["name"] == "stderr":
            made[-2:] = [made[-1], made[-2]]
    return made


def _without_words(cell, output):
    """Return an error's traceback without what the course says of it, which it does in a kernel.

    There, an error of the answer that comes up in a check shows the answer's lines alone, and any
    cell's error may end in a sentence in plain words.
    """
    if _is_test(cell):
        return []
    lines = "\n".join(_frames(output["traceback"])).split("\n")
    said = f"{output['ename']}: "
    last = [place for place, line in enumerate(lines) if ANSI_CODES.sub("", line).startswith(said)]
    return lines[: last[-1] + 1] if last else lines


def _frames(traceback):
    """Leave out the frames of what runs the cell and refuses `input`: the kernel, the engine."""
    return [
        piece
        for piece in traceback
        if not re.search(
            r"(ipykernel/kernelbase|autograder/engine/\w+/\w+)\.py", piece.split("\n")[0]
        )
    ]
