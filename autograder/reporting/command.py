"""What `autograder report` and `autograder history` do."""

import csv
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from autograder.course import Course, load_course
from autograder.engine.gradebook.attempts import Attempt, is_regrade, read_attempts
from autograder.engine.gradebook.class_grades import read_class
from autograder.engine.gradebook.releases import Release, read_releases
from autograder.engine.run.opening import open_gradebook
from autograder.problems import CannotStart, shown
from autograder.reporting.gathering import UnitReport, first_words, gather
from autograder.reporting.writing import write_pages


def report(
    units: tuple[str, ...], as_csv: bool, as_json: bool, anonymous: bool, root: Path
) -> None:
    """Run `autograder report`; its words are those of the command."""
    course = load_course(root)
    with open_gradebook(course) as gradebook:
        grades = read_class(gradebook, exercises=True)
    reports = [gather(course, grades, unit, anonymous) for unit in grades.chosen(units)]
    if as_json:
        click.echo(json.dumps([_plain(each) for each in reports], indent=1))
        return
    first = write_pages(course, reports, anonymous, whole=not units)
    if as_csv:
        for each in reports:
            _write_tests(first.with_name(f"{each.unit.name}.csv"), each)
    click.echo(f"{shown(first.resolve())} is written.")


def _write_tests(path: Path, each: UnitReport) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, list(asdict(each.items[0])) if each.items else ["name"])
        rows.writeheader()
        rows.writerows(asdict(item) for item in each.items)


def _plain(each: UnitReport) -> dict[str, Any]:
    return {
        "unit": each.unit.name,
        "max_score": each.unit.max_score,
        "counts": dict(each.counts),
        "alpha": each.alpha,
        "exercises": [asdict(item) for item in each.exercises],
        "tests": [asdict(item) for item in each.items],
        "sentences": [asdict(sentence) for sentence in each.sentences],
        "learners": [asdict(standing) for standing in each.standings],
    }


def history(student: str, unit: str, root: Path) -> None:
    """Run `autograder history`."""
    course = load_course(root)
    attempts = read_attempts(course, unit).get(student, [])
    if not attempts:
        raise CannotStart(
            f"Nothing is written down of {student} in {unit}: attempts are noted from the first "
            "`autograder grade` or `watch` of this version on."
        )
    before: dict[str, tuple[float, float, str]] = {}
    last = None
    releases = read_releases(course.state, unit).get(student, [])
    for number, attempt in enumerate(attempts, 1):
        while releases and releases[0].when < attempt.when:
            _tell_release(releases.pop(0))
        tests = f"  by the tests {attempt.version[:8]}" if attempt.version else ""
        handed_in = f"handed in {attempt.submitted} UTC" if attempt.submitted else "no timestamp"
        click.echo(f"{number}  {_how(attempt, last)} {attempt.when}  {handed_in}  {attempt.status}"
                   f"  {attempt.score:g} points{tests}")  # fmt: skip
        for name, (points, most, message) in attempt.tests.items():
            if before.get(name, (None,))[0] != points:
                said = "" if points >= most or not message else f": {first_words(message)}"
                click.echo(f"     {name}  {points:g} of {most:g}{said}")
        before, last = attempt.tests, attempt
    for release in releases:
        _tell_release(release)
    _tell_now(course, student, unit)


def _tell_release(release: Release) -> None:
    marks = ", ".join(f"{cell} {points:g}" for cell, points in release.by_hand.items())
    by_hand = f", of them by hand: {marks}" if marks else ""
    click.echo(f"-  feedback released {release.when}  {release.score:g} points{by_hand}")


def _how(attempt: Attempt, last: Attempt | None) -> str:
    """Tell a new attempt from the same work that was graded again."""
    if last is None or not is_regrade(attempt, last):
        return "graded"
    known = attempt.version and last.version
    return "regraded by other tests" if known and attempt.version != last.version else "regraded"


def _tell_now(course: Course, student: str, unit: str) -> None:
    """Tell what the gradebook has now, marks by hand and penalty included."""
    with open_gradebook(course) as gradebook:
        mark = read_class(gradebook).marks.get((student, unit))
    if mark is not None:
        late = f", {mark.penalty:g} off for being late" if mark.penalty else ""
        waits = ", waits for a mark" if mark.waits else ""
        click.echo(f"now {mark.score:g} points{late}{waits}")
