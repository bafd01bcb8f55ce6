"""The command ``autograder grade``: grades what learners have submitted."""

import json
import sys
from pathlib import Path
from typing import Any

import click
from tqdm import tqdm

from autograder import options
from autograder.course import load_course
from autograder.engine.run.opening import open_run
from autograder.engine.run.run import Run
from autograder.engine.submission.results import FLAGGED, GRADED, UNGRADABLE, Outcome

NAMED = 8
"""So many learners are named in a line."""


@click.command()
@click.argument("unit")
@options.students
@options.jobs
@click.option("--force", is_flag=True, help="Grade again what has not changed.")
@options.course_dir
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each submission.")
@options.no_isolation
def grade(
    unit: str,
    students: tuple[str, ...],
    jobs: int,
    force: bool,
    root: Path,
    as_json: bool,
    no_isolation: bool,
) -> None:
    """Grade the submissions of UNIT: in a sandbox, several at a time.

    Grades go to nbgrader's gradebook, executed notebooks to its autograded folder, with a
    result.json beside each. What has not changed is not graded again. The exit status is 0 only if
    every submission has a grade.
    """
    course = load_course(root)
    with open_run(course, unit, isolated=not no_isolation) as run:
        outcomes = _graded(run, list(students), jobs, force, as_json)
    if not as_json:
        _summarise(outcomes, run.assignment.max_score())
    if any(outcome.status == UNGRADABLE for outcome in outcomes):
        sys.exit(1)


def _graded(run: Run, students: list[str], jobs: int, force: bool, as_json: bool) -> list[Outcome]:
    found = run.submissions(students)
    outcomes = []
    tqdm.monitor_interval = 0  # a thread of its own, and this process is about to be forked
    bar = tqdm(total=len(found), unit=" submissions", disable=None, file=sys.stderr, leave=False)
    with bar:
        for outcome in run.grade(found, jobs, force):
            outcomes.append(outcome)
            bar.update()
            if as_json:
                click.echo(json.dumps(_record(outcome)))
            elif outcome.status != GRADED:
                with bar.external_write_mode(file=sys.stdout):
                    _report(outcome)
    return outcomes


def _record(outcome: Outcome) -> dict[str, Any]:
    return {
        "student": outcome.student,
        "unit": outcome.unit,
        "status": outcome.status,
        "score": outcome.score,
        "max_score": outcome.max_score,
        "flags": outcome.flags,
        "missing": outcome.missing,
        "seconds": round(outcome.seconds, 3),
        "problem": outcome.problem,
        "isolated": outcome.isolated,
        "unchanged": outcome.unchanged,
    }


def _report(outcome: Outcome) -> None:
    click.echo(f"{outcome.student}: {outcome.status}")
    if outcome.problem:
        click.echo(f"  {outcome.problem}")
    for flag in outcome.flags:
        click.echo(f"  {flag['text']}")


def _summarise(outcomes: list[Outcome], max_score: float) -> None:
    count = {status: 0 for status in (GRADED, FLAGGED, UNGRADABLE)}
    for outcome in outcomes:
        count[outcome.status] += 1
    unchanged = sum(outcome.unchanged for outcome in outcomes)
    scores = [outcome.score for outcome in outcomes if outcome.score is not None]
    mean = f"; mean {sum(scores) / len(scores):.2f} of {max_score:g} points" if scores else ""
    click.echo(
        f"{len(outcomes)} submissions: {count[GRADED]} graded, {count[FLAGGED]} graded and "
        f"flagged, {count[UNGRADABLE]} ungradable; {unchanged} had not changed{mean}."
    )
    for line in _not_handed_in(outcomes):
        click.echo(line)
    if any(not outcome.isolated for outcome in outcomes):
        click.echo("Not isolated: learners' code ran with your own rights.")


def _not_handed_in(outcomes: list[Outcome]) -> list[str]:
    """Say which notebooks of the unit are still to come, and whose."""
    students: dict[str, list[str]] = {}
    for outcome in outcomes:
        for name in outcome.missing:
            students.setdefault(name, []).append(outcome.student)
    lines = []
    for name, who in sorted(students.items()):
        more = f" and {len(who) - NAMED} more" if len(who) > NAMED else ""
        lines.append(f"Not handed in yet: {name}, by {', '.join(who[:NAMED])}{more}.")
    return lines
