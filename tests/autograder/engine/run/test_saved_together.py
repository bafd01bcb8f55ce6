"""Are results that came together saved as each alone would be, and told only when they are?"""

import re
from contextlib import contextmanager
from types import SimpleNamespace

import nbformat
import pytest
from double_course import ANSWERS, double_course
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from autograder.course import load_course
from autograder.engine.gradebook.reckoning import times_of
from autograder.engine.gradebook.saving import Saver
from autograder.engine.run.dispatch import MOST_TOGETHER, together
from autograder.engine.run.opening import open_gradebook, unplaced_run
from autograder.engine.submission.results import ExecutedNotebook, SubmissionResult, Verdict
from autograder.engine.submission.written import written

PROBLEM = "It is none."


@pytest.fixture(scope="module")
def plain_course(tmp_path_factory, commands):
    """A course with submissions, nothing graded."""
    return double_course(tmp_path_factory.mktemp("together"), commands)


@pytest.fixture
def open_course(plain_course, tmp_path):
    """The run over a copy's submissions, and results of them that nothing had to run for."""
    made = plain_course.copy(tmp_path)
    course = load_course(made.root)
    with open_gradebook(course) as gradebook:
        run = unplaced_run(course, "double", gradebook, isolated=False)
        yield SimpleNamespace(
            run=run, made=made, found=run.submissions([]), results=_results(run, made)
        )


def _results(run, made):
    results = []
    for number, (student, folder) in enumerate(run.submissions([]).items()):
        book = nbformat.read(folder / "double.ipynb", as_version=4)
        tests = {
            "visible": Verdict(1, 1, True, "", 0),
            "hidden": Verdict(number % 3, 2, True, "", 0),
        }
        fingerprint = run.job(student, folder).fingerprint
        notebooks = [written(ExecutedNotebook("double", book, tests), run.assignment.tidying)]
        results.append(SubmissionResult(student, "double", fingerprint, notebooks))
    results[1].notebooks, results[1].problem = [], PROBLEM
    return results


def _saved(course, batches):
    saver = course.run.saver()
    outcomes = []
    for batch in batches:
        outcomes += course.run.saved_together(saver, batch, course.found)
    return {outcome.student: (outcome.score, outcome.problem) for outcome in outcomes}


def test_together_is_as_one_after_the_other(open_course, plain_course, tmp_path):
    commits = []
    session = open_course.run.gradebook.db()
    original = session.commit
    session.commit = lambda: commits.append(original())
    found = _saved(open_course, [open_course.results])
    session.commit = original
    assert len(commits) == 2, "one for those with grades, one for the learner without"
    students = list(ANSWERS)
    assert sorted(found) == sorted(students)
    assert sum(problem == PROBLEM for _, problem in found.values()) == 1
    alone = _alone(plain_course.copy(tmp_path / "alone"))
    assert found == alone.outcomes
    assert open_course.made.grades() == alone.made.grades()
    assert open_course.made.folders("double") == alone.made.folders("double")


def _alone(made):
    course = load_course(made.root)
    with open_gradebook(course) as gradebook:
        run = unplaced_run(course, "double", gradebook, isolated=False)
        opened = SimpleNamespace(run=run, found=run.submissions([]))
        outcomes = _saved(opened, [[result] for result in _results(run, made)])
    return SimpleNamespace(made=made, outcomes=outcomes)


@pytest.mark.parametrize("again", [False, True], ids=["new", "again"])
def test_a_large_class_costs_each_learner_no_more(open_course, again):
    """As many statements for several as for one, and none of them reads the whole class."""
    run, one, other = open_course.run, *open_course.results[2:]
    engine = run.gradebook.db().get_bind()
    if again:
        _saved(open_course, [[one, other]])
        one.notebooks[0].tests["hidden"].points += 1
        other.notebooks[0].tests["visible"].points -= 1
    saver, connection = run.saver(), run.gradebook.db().connection()
    counts = []
    for batch in ([one], [one, other]):
        with _statements(engine) as asked:
            work = [(each, open_course.found[each.student], None) for each in batch]
            saver.reckoned(work, times_of(work))
        counts.append(len(asked))
        for statement, values in asked:
            plan = connection.exec_driver_sql(f"explain query plan {statement}", values)
            assert not [
                row for row in plan if re.search(r"SCAN (grade|comment|submitted)", row.detail)
            ]
        run.gradebook.db().rollback()
        connection = run.gradebook.db().connection()
    assert counts[0] == counts[1] > 0


@contextmanager
def _statements(engine):
    asked = []

    def note(connection, cursor, statement, values, context, many):
        asked.append((statement, values[0] if many else values))

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def test_one_that_cannot_be_written_does_not_stop_the_others(open_course, monkeypatch):
    reckoned = Saver.reckoned
    broken = open_course.results[2].student

    def reckon(self, work, *others):
        if broken in {result.student for result, *_ in work}:
            raise OperationalError("", {}, Exception("disk I/O error"))
        return reckoned(self, work, *others)

    monkeypatch.setattr(Saver, "reckoned", reckon)
    found = _saved(open_course, [open_course.results])
    assert found.pop(broken) == (None, "The gradebook could not be written (disk I/O error).")
    assert [problem for _, problem in found.values() if problem] == [PROBLEM]
    assert set(open_course.made.folders("double")) == {
        student for student, (_, problem) in found.items() if not problem
    }
    assert open_course.made.unfinished() == []


def test_nobody_waits_for_results_that_have_not_come():
    come = SimpleNamespace(left=3)

    def results():
        for number in range(6):
            come.left -= 1
            yield number

    crew = SimpleNamespace(at_hand=lambda: come.left > 0)
    batches = together(results(), crew)
    assert next(batches) == [0, 1, 2]
    assert next(batches) == [3]
    come.left = 100
    assert next(batches) == [4, 5]


def test_a_batch_has_an_end():
    crew = SimpleNamespace(at_hand=lambda: True)
    sizes = [len(batch) for batch in together(iter(range(MOST_TOGETHER + 1)), crew)]
    assert sizes == [MOST_TOGETHER, 1]
