"""The whole way of a class through nbgrader's real commands, with several learners."""

import nbformat
import pytest
from classroom import Classroom
from unit import book_names, exercises, read_cells, read_notebook, unit_names

FIRST_TAKEN = "02_forward_propagation"
LEARNERS = ("all", "half", "none", "syntax")


def answers(unit, learner):
    """Return {name of the exercise: what this learner wrote}; unnamed ones stay untouched."""
    found = exercises(unit)
    if learner == "none":
        return {}
    written = {exercise.name: exercise.solution for exercise in found}
    if learner == "half":
        return {exercise.name: written[exercise.name] for exercise in found[::2]}
    if learner == "syntax":
        written[found[1].name] += "\n    return ("
    return written


def expected_score(unit, learner):
    found = exercises(unit)
    wrong = {"all": [], "half": found[1::2], "none": found, "syntax": [found[1]]}[learner]
    return sum(
        sum(exercise.points.values())
        for exercise in found
        if exercise.name not in {other.name for other in wrong}
    )


def max_score(unit):
    return sum(
        cell.metadata.nbgrader.points
        for cell in read_cells("source", unit)
        if cell.metadata.get("nbgrader", {}).get("points")
    )


def _check_class(folder, units, commands):
    """Each learner gets exactly the points of what was solved; hidden tests stay hidden.

    nbgrader grades each submission in a folder and a kernel of its own, so full marks for one unit
    say too that it needs none of the others.
    """
    room = Classroom(folder, units, commands)
    room.release()
    for learner in LEARNERS:
        written = {unit: answers(unit, learner) for unit in units}

        def edit(unit, cell, written=written):
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
            cell.source = written[unit].get(grade_id, cell.source)

        room.learner(learner, edit)
    room.grade()
    table = room.export()
    assert set(table) == {(unit, learner) for unit in units for learner in LEARNERS}
    for (unit, learner), row in table.items():
        expected = {
            "raw_score": expected_score(unit, learner),
            "late_submission_penalty": 0,
            "score": expected_score(unit, learner),
            "max_score": max_score(unit),
        }
        assert {key: float(row[key]) for key in expected} == expected, (unit, learner)
        assert row["timestamp"]
        assert (row["duedate"], row["last_name"], row["first_name"], row["email"]) == ("",) * 4
    for unit, page in room.feedback("half").items():
        assert "Hidden test <code>" in page, unit
        assert "BEGIN HIDDEN" not in page and "MARK SCHEME" not in page, unit
    return room


def test_a_class_takes_one_unit(tmp_path, commands):
    _check_class(tmp_path, [FIRST_TAKEN], commands)


@pytest.mark.slow
def test_a_class_takes_all_other_units(tmp_path, commands):
    units = [unit for unit in unit_names() if unit != FIRST_TAKEN]
    assert len(units) == 8
    _check_class(tmp_path, units, commands)


def test_the_real_commands_make_the_release_that_is_committed(tmp_path, commands):
    unit = FIRST_TAKEN
    room = Classroom(tmp_path, [unit], commands)
    room.release()
    for book in book_names(unit):
        made = room.course / "release" / unit / f"{book}.ipynb"
        assert nbformat.read(made, as_version=4) == read_notebook("release", unit, book)
